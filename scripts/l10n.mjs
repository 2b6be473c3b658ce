/**
 * `npm run l10n`: writes every string that the client passes to `vscode.l10n.t` to l10n/bundle.l10n.json, which translators
 * start from. A test checks that it's up to date.
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
 * The strings in the code of one file, in order.
 * @throws {Error} if a string isn't a literal, because translators couldn't see it.
 */
export function textsIn(code, file = "the file") {
  // Without comments and types, every match is a call.
  const plain = transformSync(code, { loader: "ts", minifyWhitespace: true, charset: "utf8" }).code;
  return [...plain.matchAll(callPattern)].map(({ index, 0: call }) => {
    wordsPattern.lastIndex = index + call.length;
    const [, literal] = wordsPattern.exec(plain) ?? [];
    if (literal) return runInNewContext(literal);
    const found = plain.slice(index, index + 60);
    throw new Error(`${file}: l10n.t needs one string literal, not ${found}`);
  });
}

/** The entries of the bundle: each string is its own key. */
export function bundleEntries() {
  const files = readdirSync(at(sourceFolder), { recursive: true }).filter((name) => name.endsWith(".ts"));
  const texts = files.flatMap((name) => textsIn(readFileSync(at(sourceFolder, name), "utf8"), name));
  return Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(path.dirname(at(bundleFile)), { recursive: true });
  writeFileSync(at(bundleFile), `${JSON.stringify(bundleEntries(), undefined, 2)}\n`);
}
