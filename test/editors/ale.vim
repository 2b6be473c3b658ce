" Drives Vim with ALE and the configuration of docs/editors.md. Prints a line for each check.
let s:failed = 0
let s:lines = []

function s:Check(name, run) abort
  try
    call a:run()
    call add(s:lines, 'ok ' . a:name)
  catch
    let s:failed += 1
    call add(s:lines, 'FAILED ' . a:name . ': ' . v:exception . ' in ' . v:throwpoint)
  endtry
endfunction

function s:Wait(what, condition) abort
  for try in range(600)
    if a:condition() | return | endif
    sleep 50m
  endfor
  throw 'no ' . a:what
endfunction

function s:Has(words) abort
  return stridx(join(getline(1, '$'), "\n"), a:words) >= 0
endfunction

function s:GoTo(words) abort
  call cursor(1, 1)
  if search('\V\C' . a:words, 'c') == 0 | throw 'no ' . a:words | endif
endfunction

function s:Codes() abort
  return join(mapnew(ale#engine#GetLoclist(bufnr('')), {_, one -> get(one, 'code', '')}))
endfunction

function s:Problems() abort
  call s:Wait('problem', {-> s:Codes() ==# 'consistency/decision'})
endfunction
function s:NoProblems() abort
  call s:Wait('end of the problem', {-> s:Codes() ==# ''})
endfunction

function s:Opened() abort
  if &filetype !=# 'imr-letter' | throw &filetype | endif
  call s:Problems()
endfunction

function s:Edited() abort
  %s/#90 is medically/#90 is not medically/
  ALELint
  call s:NoProblems()
  undo
  ALELint
  call s:Problems()
endfunction

function s:Hovers() abort
  call s:GoTo('gabapentin 300mg')
  let g:ale_hover_to_preview = 1
  ALEHover
  call s:Wait('hover', {-> winnr('$') > 1})
  wincmd P
  if !s:Has('anticonvulsant') | throw join(getline(1, '$'), "\n") | endif
  pclose
endfunction

function s:Completes() abort
  call s:GoTo('Anti-epilepsy drugs (AEDs).')
  " It completes the last word.
  call setline('.', strpart(getline('.'), 0, col('.') - 1) . 'Anti')
  execute "normal! A\<C-X>\<C-O>"
  let completed = getline('.')
  undo
  if completed !~# 'Section(s): Anti-epilepsy drugs' | throw completed | endif
endfunction

function s:Acts() abort
  call s:GoTo('Upheld')
  ALECodeAction
  call s:Wait('change', {-> s:Has('#60: Overturned')})
  ALELint
  call s:NoProblems()
endfunction

function s:GoesToPage() abort
  call s:GoTo('Anti-epilepsy drugs (AEDs).')
  let letter = bufnr('')
  ALEGoToDefinition
  call s:Wait('page', {-> bufnr('') != letter && s:Has('Chronic Pain')})
  if &modifiable | throw 'the page can be changed' | endif
  if getline('.') !~# 'Anti-epilepsy' | throw getline('.') | endif
  execute 'buffer!' letter
endfunction

function s:Renames() abort
  call s:GoTo('90: Upheld')
  call ale#rename#Execute()
  call s:Wait('new count', {-> s:Has('#60: Upheld') && s:Has('#60 is medically')})
endfunction

" What a user would type and choose.
runtime autoload/ale/util.vim autoload/ale/code_action.vim autoload/ale/codefix.vim
function! ale#util#Input(message, ...) abort
  return a:message =~# '^Code Fixes' ? matchstr(a:message, '\v\d+\ze\) Change the decision to “Overturned”') : '60'
endfunction

edit decision-contradicts-conclusion.imr.txt
call s:Check('a letter has its file type, and problems', function('s:Opened'))
call s:Check('problems follow an edit', function('s:Edited'))
call s:Check('hover', function('s:Hovers'))
call s:Check('completion', function('s:Completes'))
call s:Check('definition opens a guideline page', function('s:GoesToPage'))
call s:Check('rename', function('s:Renames'))
call s:Check('code action', function('s:Acts'))
call writefile(s:lines + [s:failed . ' failed'], $IMR_RESULT)
execute s:failed > 0 ? 'cquit' : 'qall!'
