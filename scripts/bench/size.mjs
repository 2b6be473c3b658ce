/** Measures the size of the extension's package, with and without the reader of PDF and Word files. */
import { readFileSync } from "node:fs";
import { vsix } from "./packaged.mjs";
import { printTable } from "./table.mjs";

/** The compressed sizes of the files in a zip archive, in bytes, by name, from its central directory. */
function packedSizes(zip) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const sizes = new Map();
  for (let index = 0; index < count; index += 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    sizes.set(zip.toString("utf8", at + 46, at + 46 + name), zip.readUInt32LE(at + 20));
    at += 46 + name + extra + comment;
  }
  return sizes;
}

export function size() {
  const zip = readFileSync(vsix);
  const reader = packedSizes(zip).get("extension/dist/reader.js");
  printTable(
    "Size of the .vsix, in MB",
    ["", "MB"],
    [
      ["total", zip.length / 1e6],
      ["without the reader", (zip.length - reader) / 1e6],
    ],
  );
}
