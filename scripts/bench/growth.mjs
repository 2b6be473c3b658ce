/**
 * Measures how the time of each feature grows with the file, relative to the growth of the file or of the baseline, whichever
 * is more: code that keeps all words in memory causes more garbage collection in a longer file.
 */
import { baselinePass, core, knowledge, parse, review, tokens } from "./core.mjs";
import { longSample } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { bestOf } from "./times.mjs";

const allHints = { missing: true, drugs: true, topics: true, guidelines: true };

const features = {
  parse: (letter) => parse(letter.text),
  review,
  tokens,
  outline: core.outline,
  folds: core.folds,
  overview: (letter) => core.issueOverview(letter, knowledge),
  lenses: (letter) => core.issueLenses(letter, knowledge),
  links: (letter) => core.links(letter, knowledge),
  hints: (letter) => core.inlayHints(letter, knowledge, allHints, { start: 0, end: letter.text.length }),
};

export function growth() {
  const sizes = [0.5e6, 5e6].map((size) => longSample.repeat(Math.ceil(size / longSample.length)));
  const [baselineShort, baselineLong] = sizes.map((text) => bestOf(() => () => baselinePass(text), 6));
  const linear = Math.max(sizes[1].length / sizes[0].length, baselineLong / baselineShort);
  const rows = Object.entries(features).map(([name, feature]) => {
    const [short, long] = sizes.map((text) =>
      bestOf(() => {
        const letter = parse(text);
        return () => feature(letter);
      }, 6),
    );
    return [name, short, long, long / short / linear];
  });
  printTable(
    "Many letters in one file: milliseconds, and growth relative to linear growth",
    ["", "500 KB", "5 MB", "growth"],
    [["baseline", baselineShort, baselineLong, baselineLong / baselineShort / linear], ...rows],
  );
}
