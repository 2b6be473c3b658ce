;;; Drives Emacs with the configurations of docs/editors.md, with Eglot or lsp-mode. Prints a line for each check.  -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'seq)
(require 'flymake)
(require 'xref)
(require 'imenu)

(defvar imr-failed 0)

(defmacro imr-check (name &rest body)
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body (princ (format "ok %s\n" ,name)))
     (error
      (setq imr-failed (1+ imr-failed))
      (princ (format "FAILED %s: %s\n" ,name (error-message-string problem))))))

(defun imr-wait (what condition)
  (let ((tries 0))
    (while (not (funcall condition))
      (when (> (setq tries (1+ tries)) 600) (error "no %s" what))
      (accept-process-output nil 0.05)
      ;; Timers of an editor that waits for keys don't run in a script.
      (timer-event-handler (or (car timer-idle-list) (timer-create))))))

(defun imr-has (words) (save-excursion (goto-char (point-min)) (let (case-fold-search) (search-forward words nil t))))
(defun imr-go-to (words)
  (goto-char (point-min))
  (let (case-fold-search) (search-forward words))
  (backward-char (/ (length words) 2)))
(defun imr-replace (old new)
  (goto-char (point-min))
  (search-forward old)
  (replace-match new t t))

;; What the two clients call differently.
(defconst imr-eglot (featurep 'eglot))
(defun imr-send-changes () (when imr-eglot (eglot--signal-textDocument/didChange)))
(defun imr-problems ()
  (if imr-eglot
      (progn (flymake-start) (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
    (mapcar (lambda (one) (lsp-get one :message)) (lsp--get-buffer-diagnostics))))
(defun imr-hover ()
  (if imr-eglot
      (let (shown)
        (eglot-hover-eldoc-function (lambda (info &rest _) (setq shown info)))
        (imr-wait "hover" (lambda () shown))
        shown)
    (lsp-describe-thing-at-point)
    (with-current-buffer "*lsp-help*" (buffer-string))))

(defun imr-is-contradiction () (equal (length (imr-problems)) 1))

(when (not imr-eglot) (lsp-workspace-folders-add default-directory))
(defun imr-open (file)
  (find-file file)
  ;; Eglot connects after a command, and there are none in a script.
  (run-hooks 'post-command-hook))
(imr-open "decision-contradicts-conclusion.imr.txt")

(imr-check "a letter has its mode, and problems"
  (unless (eq major-mode 'imr-letter-mode) (error "%s" major-mode))
  (imr-wait "problem" #'imr-is-contradiction)
  (unless (string-match-p "The heading says Upheld" (car (imr-problems))) (error "%s" (imr-problems))))

(imr-check "problems follow an edit"
  (imr-replace "#90 is medically" "#90 is not medically")
  (imr-send-changes)
  (imr-wait "end of the problem" (lambda () (null (imr-problems))))
  (imr-replace "#90 is not medically" "#90 is medically")
  (imr-send-changes)
  (imr-wait "problem" #'imr-is-contradiction))

(imr-check "hover"
  (imr-go-to "gabapentin 300mg")
  (let ((shown (format "%s" (imr-hover))))
    (unless (string-match-p "anticonvulsant" shown) (error "%s" shown))))

(imr-check "outline"
  (let ((names (format "%s" (imenu--make-index-alist t))))
    (unless (string-match-p "Gabapentin 300mg #90" names) (error "%s" names))))

(imr-check "completion"
  (imr-go-to "Anti-epilepsy drugs (AEDs).")
  (search-backward "Anti-")
  (search-forward "epilepsy")
  (pcase-let ((`(,start ,end ,table . ,_) (run-hook-with-args-until-success 'completion-at-point-functions)))
    (let ((all (all-completions (buffer-substring-no-properties start end) table)))
      (unless (seq-find (lambda (one) (string-match-p "Anti-epilepsy drugs (AEDs)" one)) all) (error "%s" all)))))

(imr-check "definition opens a guideline page"
  (imr-go-to "Anti-epilepsy drugs (AEDs).")
  (let ((letter (current-buffer)))
    (if imr-eglot (xref-find-definitions "LSP identifier at point.") (lsp-find-definition))
    (when (eq (window-buffer) letter) (error "no page"))
    (set-buffer (window-buffer))
    (unless (imr-has "Chronic Pain") (error "%s" (buffer-string)))
    (unless (looking-at-p ".*Anti-epilepsy") (error "at line %s" (line-number-at-pos)))
    (switch-to-buffer letter)))

(imr-check "rename"
  (imr-go-to "90: Upheld")
  (goto-char (line-beginning-position))
  (search-forward "#90")
  (backward-char)
  (if imr-eglot (eglot-rename "60") (lsp-rename "60"))
  (unless (and (imr-has "#60: Upheld") (imr-has "#60 is medically") (not (imr-has "#90"))) (error "%s" (buffer-string)))
  (imr-send-changes))

(imr-check "code action"
  (imr-go-to "Upheld")
  (imr-wait "problem" #'imr-is-contradiction)
  (let* ((last-nonmenu-event ?x)
         (title "Change the decision to “Overturned”, as the rationale concludes")
         (completing-read-function
          (lambda (_ choices &rest _) (or (seq-find (lambda (one) (equal one title)) (all-completions "" choices))
                                          (error "%s" (all-completions "" choices))))))
    (if imr-eglot (eglot-code-actions (point) (point) nil t) (call-interactively #'lsp-execute-code-action)))
  (imr-send-changes)
  (unless (imr-has "#60: Overturned") (error "%s" (buffer-string)))
  (imr-wait "end of the problem" (lambda () (null (imr-problems)))))

(imr-check "formatting"
  (imr-open "epidural-injection-raw.imr.txt")
  (let ((before (buffer-string)) (words (lambda (text) (replace-regexp-in-string "[ \t\n]" "" text))))
    (imr-wait "server" (lambda () (if imr-eglot (eglot-managed-p) (lsp-workspaces))))
    (if imr-eglot (eglot-format-buffer) (lsp-format-buffer))
    (when (equal before (buffer-string)) (error "nothing changed"))
    (unless (equal (funcall words before) (funcall words (buffer-string))) (error "more than white space changed"))))

(princ (format "%d failed\n" imr-failed))
(kill-emacs (if (> imr-failed 0) 1 0))
