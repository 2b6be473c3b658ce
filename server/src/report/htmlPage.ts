/** The frame of every page: one file that loads no others and is readable without its script. */
import { escaped, type Html, trusted } from "./html.ts";
import { script, scriptHash, style, styleHash } from "./pageParts.js";

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A page with the style and the script of the report. */
export const htmlPage = (title: string, program: string, body: Html): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${escaped(program)}">
<title>${escaped(title)}</title>
<style>${trusted(style).html}</style>
<script>${trusted(script).html}</script>
</head>
${body.html}
</html>
`;
