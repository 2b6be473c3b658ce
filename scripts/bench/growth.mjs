/** How each feature grows with the file, over the growth of a pass over its words. */
import { barePass, core, knowledge, parse, review, tokens } from "./core.mjs";
import { longSample } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { medianOf } from "./times.mjs";

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
  const [bareShort, bareLong] = sizes.map((whole) => medianOf(() => () => barePass(whole), 5));
  const rows = Object.entries(features).map(([name, feature]) => {
    const [short, long] = sizes.map((whole) =>
      medianOf(() => {
        const letter = parse(whole);
        return () => feature(letter);
      }, 3),
    );
    return [name, short, long, long / short / (bareLong / bareShort)];
  });
  printTable(
    "Letter after letter in one file: milliseconds, and growth over that of the bare pass",
    ["", "500 KB", "5 MB", "growth"],
    [["bare", bareShort, bareLong, 1], ...rows],
  );
}
