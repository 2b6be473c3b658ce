/**
 * How each feature grows with the file, over the growth of the file or of a pass over its words, whichever is more: what
 * keeps all words costs the collector of garbage more where there are more of them.
 */
import { barePass, core, knowledge, parse, review, tokens } from "./core.mjs";
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
  const [bareShort, bareLong] = sizes.map((whole) => bestOf(() => () => barePass(whole), 6));
  const linear = Math.max(sizes[1].length / sizes[0].length, bareLong / bareShort);
  const rows = Object.entries(features).map(([name, feature]) => {
    const [short, long] = sizes.map((whole) =>
      bestOf(() => {
        const letter = parse(whole);
        return () => feature(letter);
      }, 6),
    );
    return [name, short, long, long / short / linear];
  });
  printTable(
    "Letter after letter in one file: milliseconds, and growth over linear growth",
    ["", "500 KB", "5 MB", "growth"],
    [["bare", bareShort, bareLong, bareLong / bareShort / linear], ...rows],
  );
}
