/** Text with a meaning in Markdown, HTML, VS Code, or a terminal, and its pieces in any order. */
import fc from "fast-check";

/** As an attacker would write names to break out of their context. */
export const hostileExamples: readonly string[] = [
  "Clinic>) ![x](https:\\\\evil.example\\p.png) [press](‹command:evil›",
  "![x](https://evil.example/p.png)",
  "\\![x\\](https://evil.example/p.png)",
  "\\\\](https://evil.example) ![x\\\\](https://evil.example/p.png)",
  "](imr-guideline:/x%3E%29%20%21%5Bx%5D%28https%3A%2F%2Fevil.example%2Fp.png%29)",
  "[press](command:evil) [press]: command:evil",
  "<img src=x onerror=alert(1)><a href='command:x'>y</a><!-- ",
  "&lt;img src=x&gt; &#60;b&#62; &#x3c;b&#x3e;",
  "$(sync~spin) $(error) \\$(check)",
  "`code` **bold** _quiet_ ~~gone~~ [^1] | a | b |",
  "www.evil.example HTTP://EVIL.EXAMPLE mailto:a@evil.example vscode://x/y ftp://evil.example",
  "a\r\n\r\n# heading\r\n\r\n- item\n1. item\n> quote\n```\ncode\n",
  "\u202egnp.elgoog\u202c \u2066left\u2069 zero\u200bwidth \u0000\u0007\u001b[31m",
];

const pieces = [
  ...hostileExamples,
  ..."\\`*_[]()<>{}#+-.!|~&;:/@$%\"'=^".split(""),
  ...["\\\\", "![", "](", "](<", ">)", "://", "https://evil.example", "http:\\\\", "www.", "a@b.example"],
  ...["mailto:", "command:", "vscode:", "javascript:", "data:", "imr-guideline:/a/1/b", "<!--", "-->"],
  ...["<a href=x>", "&#10;", "&amp;", "%5C", "%0A", "%3E", "%29", "%", "$(", "$(check)", "\n", "\r", "\r\n"],
  ...["  \n", "\n\n", "\t", "    ", "\u200b", "\u202e", "\u2028", "\ufeff", "\u00a0", "\u0000", "```", "---"],
  ...["===", "1. ", "2) ", "- ", "+ ", "# ", "> ", "[^1]: ", "[a]: ", "| a |", "word", "Word 7", "é", "漢"],
];

export const hostileWords: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(""));
