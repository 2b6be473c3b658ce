/**
 * The PDF library has no limit of its own: an esbuild plugin has it count what it unpacks (`limits.ts`), and leaves out
 * what unpacks pictures, of which nothing is read here. It is bundled in one exact version, whose lines are known.
 */
import { readFile } from "node:fs/promises";
import { at } from "./project.mjs";

const changes = [
  // All that grows while it is unpacked grows here.
  [
    "const buffer2 = new Uint8Array(size);",
    "countUnpacked(size);\n    const buffer2 = new Uint8Array(size);",
  ],
  // It would leave some of that to the platform, which does not count.
  ["#isAsync = true;", "#isAsync = false;"],
  ["return new JpegStream(stream, maybeLength, params);", "return new NullStream();"],
  ["return new JpxStream(stream, maybeLength, params);", "return new NullStream();"],
  ["return new CCITTFaxStream(stream, maybeLength, params);", "return new NullStream();"],
  ["return new Jbig2Stream(stream, maybeLength, params);", "return new NullStream();"],
];

export const withPdfLimits = {
  name: "pdf-limits",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [before, after] of changes) {
        const parts = contents.split(before);
        if (parts.length !== 2) throw new Error(`The PDF library has ${parts.length - 1} times: ${before}`);
        contents = parts.join(after);
      }
      const limits = JSON.stringify(at("client/src/guidelines/importer/limits.ts"));
      return { contents: `import { countUnpacked } from ${limits};\n${contents}` };
    });
  },
};
