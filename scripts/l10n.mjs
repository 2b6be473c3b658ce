/**
 * `npm run l10n`: writes every text that the client hands to `vscode.l10n.t` into l10n/bundle.l10n.json, the file that
 * translators start from. A test sees to it that the bundle is up to date.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { transformSync } from "esbuild";
import { at } from "./project.mjs";

const bundleFile = "l10n/bundle.l10n.json";
const sourceFolder = "client/src";

const callPattern = /\bl10n\.t\(/g;
const wordsPattern = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*[,)]/y;

/**
 * The texts in one file's code, in their order.
 *
 * Throws where a text is not written out as one string: no translator could ever see it.
 */
export function textsIn(code, file = "the file") {
  // Without comments and types, every call that is left is one.
  const plain = transformSync(code, { loader: "ts", minifyWhitespace: true, charset: "utf8" }).code;
  return [...plain.matchAll(callPattern)].map(({ index, 0: call }) => {
    wordsPattern.lastIndex = index + call.length;
    const [, literal] = wordsPattern.exec(plain) ?? [];
    if (literal) return runInNewContext(literal);
    const found = plain.slice(index, index + 60);
    throw new Error(`${file}: l10n.t needs its text as one string in quotes, not ${found}`);
  });
}

/** The bundle's entries for the client as it is: each text names itself. */
export function bundleEntries() {
  const files = readdirSync(at(sourceFolder), { recursive: true }).filter((name) => name.endsWith(".ts"));
  const texts = files.flatMap((name) => textsIn(readFileSync(at(sourceFolder, name), "utf8"), name));
  return Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(path.dirname(at(bundleFile)), { recursive: true });
  writeFileSync(at(bundleFile), `${JSON.stringify(bundleEntries(), undefined, 2)}\n`);
}
