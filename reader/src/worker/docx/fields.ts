/** The fields of a Word file, such as dates and cross-references: their code isn't shown, and their result is. */

export interface Fields {
  /** Reads a `w:fldChar` of this type. */
  read(type: string | undefined): void;
  /** Whether the code of a field is being read. */
  readonly isInCode: boolean;
  /** Call it after each paragraph. A field whose code goes on is broken, and must not hide what follows. */
  endParagraph(): void;
}

export function trackFields(): Fields {
  /** The open fields, and whether each one's code is being read. */
  let open: boolean[] = [];
  let codes = 0;
  const leaveCode = (isCode: boolean | undefined): void => {
    if (isCode) codes--;
  };
  return {
    read(type) {
      if (type === "begin") {
        open.push(true);
        codes++;
      } else if (type === "end") leaveCode(open.pop());
      else if (open.length > 0) {
        leaveCode(open.pop());
        open.push(false);
      }
    },
    get isInCode() {
      return codes > 0;
    },
    endParagraph() {
      if (codes > 0) [open, codes] = [[], 0];
    },
  };
}
