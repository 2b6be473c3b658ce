/**
 * From a typed character to the answer on what the letter lacks, through the protocol and a process of its own, beside
 * the same way with an empty document, which is what the way alone takes. An editor that does not ask is told after a
 * pause in typing, which is not measured.
 */
import { startEditor } from "./editor.mjs";
import { longSample } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { median, percentile } from "./times.mjs";

const typed = "The employee has tried two other medications for the same pain without relief of any kind. ";
const strokes = 200;
const warmUp = 100;

/** Where the first rationale begins. */
function typingPlace(text) {
  const before = text.slice(0, text.search(/(?<=Decision rationale:\s*)\S/));
  const lines = before.split("\n");
  return { line: lines.length - 1, character: lines.at(-1).length };
}

export async function keystroke() {
  const editor = await startEditor();
  await editor.initialized();
  const [letter, empty] = ["file:///letter.imr.txt", "file:///empty.imr.txt"];
  await editor.open(letter, longSample);
  await editor.open(empty, "");
  const { line, character } = typingPlace(longSample);
  const start = { line: 0, character: 0 };

  async function timeOf(uri, change) {
    const started = performance.now();
    const sent = editor.change(uri, change);
    await editor.ask("textDocument/diagnostic", { textDocument: { uri } });
    await sent;
    return performance.now() - started;
  }

  const times = { empty: [], letter: [] };
  for (let stroke = 0; stroke < warmUp + strokes; stroke += 1) {
    const place = { line, character: character + stroke };
    const text = typed[stroke % typed.length];
    const inLetter = await timeOf(letter, { range: { start: place, end: place }, text });
    // A blank comes and goes.
    const end = { line: 0, character: stroke % 2 };
    const inEmpty = await timeOf(empty, { range: { start, end }, text: stroke % 2 === 0 ? " " : "" });
    if (stroke < warmUp) continue;
    times.letter.push(inLetter);
    times.empty.push(inEmpty);
  }
  await editor.stop();

  const figures = (list) => [median(list), percentile(list, 95)];
  const [emptyFigures, letterFigures] = [figures(times.empty), figures(times.letter)];
  printTable(
    `${strokes} typed characters, each until its findings are there, in milliseconds`,
    ["", "median", "95 of 100"],
    [
      ["empty document", ...emptyFigures],
      [`letter of ${(longSample.length / 1000).toFixed(1)} kB`, ...letterFigures],
      ["what the letter adds", ...letterFigures.map((time, index) => time - emptyFigures[index])],
    ],
  );
}
