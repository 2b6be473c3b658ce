/**
 * Measures the time from a typed character to the diagnostics, through the protocol and a separate process, compared with an
 * empty document, which shows the time of the transport alone. Push diagnostics, which wait for a pause in typing, aren't
 * measured.
 */
import { startEditor } from "./editor.mjs";
import { longSample } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { median, percentile } from "./times.mjs";

const typed = "The employee has tried two other medications for the same pain without relief of any kind. ";
const strokes = 200;
const warmUp = 100;

/** The position where the first rationale starts. */
function typingPosition(text) {
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
  const { line, character } = typingPosition(longSample);
  const start = { line: 0, character: 0 };

  async function timeOf(uri, change) {
    const started = performance.now();
    const sent = editor.change(uri, change);
    await editor.request("textDocument/diagnostic", { textDocument: { uri } });
    await sent;
    return performance.now() - started;
  }

  const times = { empty: [], letter: [] };
  for (let stroke = 0; stroke < warmUp + strokes; stroke += 1) {
    const position = { line, character: character + stroke };
    const text = typed[stroke % typed.length];
    const inLetter = await timeOf(letter, { range: { start: position, end: position }, text });
    // Insert a space, then delete it.
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
    `${strokes} typed characters, until the diagnostics arrive, in milliseconds`,
    ["", "median", "95th pct."],
    [
      ["empty document", ...emptyFigures],
      [`${(longSample.length / 1000).toFixed(1)} kB letter`, ...letterFigures],
      ["difference", ...letterFigures.map((time, index) => time - emptyFigures[index])],
    ],
  );
}
