/**
 * Measures a folder of 10,000 letters in an editor, or of as many as IMR_FOLDER_LETTERS says: how late the server answers a hover
 * while it reads the folder, its memory, and how long it takes to open its index again. The letters aren't on disk: the editor
 * makes each one when the server asks for it.
 */
import { makeCorpus } from "../corpus.mjs";
import { startEditor } from "./editor.mjs";
import { longSample } from "./letters.mjs";
import { residentMemory } from "./residentMemory.mjs";
import { printTable } from "./table.mjs";
import { median, percentile } from "./times.mjs";

const count = Number(process.env.IMR_FOLDER_LETTERS ?? 10_000);
const asVsCode = ["--max-semi-space-size=1"];
const hoverIntervalMs = 100;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The client's side of a folder: lists and makes letters, and stores the index. */
function folderOf(count) {
  const corpus = makeCorpus(Math.min(count, 1000));
  const uris = Array.from({ length: count }, (_, index) => `file:///letters/${index}.imr.txt`);
  const textOf = (uri) => {
    const index = Number(/(\d+)\.imr/.exec(uri)[1]);
    const number = `CM16-${String(index).padStart(7, "0")}`;
    return corpus[index % corpus.length].text.replaceAll(/CM\d\d-\d{7}/g, number);
  };
  const folder = { index: null, reads: 0, saves: 0 };
  const answers = {
    "imr/letterFiles": () => uris.map((uri) => ({ uri, stamp: "1" })),
    "imr/readLetters": (params) => {
      folder.reads += params.uris.length;
      return { texts: params.uris.map(textOf) };
    },
    "imr/storedIndex": () => ({ index: folder.index }),
    "imr/keepIndex": ({ index }) => {
      folder.index = index;
      folder.saves += 1;
      return null;
    },
  };
  return { folder, answers };
}

const open = "file:///letters/open.imr.txt";

/** Requests hovers until `work` is done. Resolves to their times, the time of the work, and the most memory used. */
async function whileHovering(editor, work) {
  const started = performance.now();
  let elapsed;
  const done = work().then(() => {
    elapsed = performance.now() - started;
  });
  const hovers = [];
  let memory = 0;
  while (elapsed === undefined) {
    const before = performance.now();
    await editor.request("textDocument/hover", {
      textDocument: { uri: open },
      position: { line: hovers.length % 60, character: 20 },
    });
    hovers.push(performance.now() - before);
    memory = Math.max(memory, residentMemory(editor.pid) ?? 0);
    await pause(hoverIntervalMs);
  }
  await done;
  return { hovers, elapsed, memory };
}

export async function folder() {
  const { folder, answers } = folderOf(count);
  const start = async () => {
    const options = { answers, initializationOptions: { imr: { files: true } } };
    const editor = await startEditor(undefined, asVsCode, options);
    await editor.open(open, longSample);
    return editor;
  };
  const first = await start();
  const rows = [];
  const measure = async (name, editor, work) => {
    const { hovers, elapsed, memory } = await whileHovering(editor, work);
    const late = [median(hovers), percentile(hovers, 99), Math.max(...hovers)];
    rows.push([name, elapsed / 1000, ...late, memory]);
  };
  await measure("nothing", first, () => pause(3000));
  await measure("index", first, async () => {
    await first.initialized();
    while (folder.reads < count) await pause(hoverIntervalMs);
    const before = folder.saves;
    while (folder.saves === before) await pause(hoverIntervalMs);
  });
  const search = () => first.request("workspace/symbol", { query: "naproxen" });
  await measure("search (Ctrl+T)", first, search);
  await measure("the same again", first, search);
  await measure("report", first, () => first.request("imr/report", {}));
  await measure("review", first, () => first.request("imr/reviewWorkspace", {}));
  await first.stop();

  const readBefore = folder.reads;
  const second = await start();
  await measure("index opened again", second, async () => {
    await second.initialized();
    await second.request("workspace/symbol", { query: "naproxen" });
  });
  await second.stop();
  printTable(
    `${count} letters in a folder: ${(folder.index.length / 1e6).toFixed(1)} MB of index saved ${folder.saves} times, ${folder.reads - readBefore} letters read when opened again`,
    ["hovers in ms", "seconds", "median", "99th pct.", "longest", "peak MB"],
    rows,
  );
}
