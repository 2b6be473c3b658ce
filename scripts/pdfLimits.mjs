/**
 * An esbuild plugin that patches the PDF library: it has no limits, so the patch counts what it decompresses (`limits.ts`), and
 * removes the image decoders, which aren't needed, and a slow `push`. The exact version is pinned, so the lines are known.
 */
import { readFile } from "node:fs/promises";
import { at } from "./project.mjs";

/** The library replaces the arrays' `push` where that of the engine accepts arrays of a fixed length, which it has none of. */
const ownPush = [
  "var FORCED = INCORRECT_TO_LENGTH || !properErrorOnNonWritableLength();",
  "var FORCED = INCORRECT_TO_LENGTH;",
];

const changes = [
  ownPush,
  // Every buffer that grows during decompression grows here.
  [
    "const buffer2 = new Uint8Array(size);",
    "countUnpacked(size);\n    const buffer2 = new Uint8Array(size);",
  ],
  // Otherwise, the platform would decompress some streams without counting.
  ["#isAsync = true;", "#isAsync = false;"],
  ["return new JpegStream(stream, maybeLength, params);", "return new NullStream();"],
  ["return new JpxStream(stream, maybeLength, params);", "return new NullStream();"],
  ["return new CCITTFaxStream(stream, maybeLength, params);", "return new NullStream();"],
  ["return new Jbig2Stream(stream, maybeLength, params);", "return new NullStream();"],
];

async function patched(path, replacements) {
  let contents = await readFile(path, "utf8");
  for (const [before, after] of replacements) {
    const parts = contents.split(before);
    if (parts.length !== 2)
      throw new Error(`The PDF library has this line ${parts.length - 1} times: ${before}`);
    contents = parts.join(after);
  }
  return contents;
}

export const withPdfLimits = {
  name: "pdf-limits",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/ }, async ({ path }) => {
      const limits = JSON.stringify(at("reader/src/worker/limits.ts"));
      return { contents: `import { countUnpacked } from ${limits};\n${await patched(path, changes)}` };
    });
    onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/ }, async ({ path }) => ({
      contents: await patched(path, [ownPush]),
    }));
  },
};
