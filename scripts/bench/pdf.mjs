/**
 * Measures reading a letter from a PDF: those in the folder IMR_LETTERS, or the samples as PDFs. Compares it with parsing their
 * text alone, and with a process of `pdftotext -layout`, if it's installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { at } from "../project.mjs";
import { parse } from "./core.mjs";
import { samples } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { cpuTimeOf, percentile } from "./times.mjs";

async function load(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: at() },
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { createReader, startReaderThread, pdfOf, linesFrom } = await load(
  `export { createReader } from "./reader/src/reader.ts";
   export { startReaderThread } from "./reader/src/node/startReaderThread.ts";
   export { linesFrom, pdfOf } from "./test/reader/pdf.ts";`,
);

function pdfs() {
  const folder = process.env.IMR_LETTERS;
  const names =
    folder && existsSync(folder)
      ? readdirSync(folder, { recursive: true }).filter((name) => /\.pdf$/i.test(name))
      : [];
  if (names.length > 0) return names.sort().map((name) => readFileSync(path.join(folder, name)));
  return samples.map((text) => {
    const lines = text.split("\n").flatMap((line) => line.match(/.{1,90}(?: |$)/g) ?? [""]);
    const pages = [];
    for (let from = 0; from < lines.length; from += 50) pages.push(linesFrom(lines.slice(from, from + 50)));
    return pdfOf(pages);
  });
}

/** Each PDF is read this often to warm up, and then measured this often. */
const rounds = { warmUp: 4, measured: 5 };

export async function pdf() {
  const files = pdfs();
  const reader = createReader(startReaderThread(at("dist")));
  const read = async (bytes) =>
    (await reader.read({ bytes: Uint8Array.from(bytes), kind: "pdf", as: "letter" })).document;
  const first = await cpuTimeOf(() => read(files[0]));
  for (let round = 0; round < rounds.warmUp; round += 1) for (const file of files) await read(file);
  const times = [];
  const onThreePages = [];
  const texts = [];
  for (const file of files) {
    let document;
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds.measured; round += 1) {
      const time = await cpuTimeOf(async () => {
        document = await read(file);
      });
      best = Math.min(best, time);
    }
    times.push(best);
    texts.push(document.text);
    if (document.pages.length === 3) onThreePages.push(best);
  }
  const rows = [
    ["the first PDF, with loading the reader", first, first],
    ["a PDF, warm", percentile(times, 50), percentile(times, 95)],
    ...(onThreePages.length > 0
      ? [["a PDF of three pages, warm", percentile(onThreePages, 50), percentile(onThreePages, 95)]]
      : []),
  ];
  for (let round = 0; round < 20; round += 1) for (const text of texts) parse(text);
  const parsing = [];
  for (const text of texts) parsing.push(await cpuTimeOf(() => parse(text)));
  rows.push(["parsing its text, warm", percentile(parsing, 50), percentile(parsing, 95)]);
  printTable(`${files.length} PDFs, milliseconds of processor time`, ["", "median", "95%"], rows);
  await compareWithPdftotext(files, (file) => read(file));
  reader.dispose();
}

/** Alternates between both, because a busy machine makes everything slower, and takes the mean of all PDFs. */
async function compareWithPdftotext(files, read) {
  const folder = mkdtempSync(path.join(tmpdir(), "imr-bench-"));
  try {
    files.forEach((bytes, index) => {
      writeFileSync(path.join(folder, `${index}.pdf`), bytes);
    });
    const rows = [];
    for (let round = 1; round <= 5; round += 1) {
      const other = pdftotextTime(folder);
      if (other === undefined) return console.log("pdftotext isn't installed.");
      const own = await cpuTimeOf(async () => {
        for (const file of files) await read(file);
      });
      rows.push([`round ${round}`, own / files.length, other / files.length, own / other]);
    }
    printTable("processor time, mean", ["", "a PDF, warm", "pdftotext -layout", "ratio"], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The processor time of a process for each PDF in the folder, in milliseconds; undefined if it isn't installed. */
function pdftotextTime(folder) {
  const script =
    'command -v pdftotext >&2 || exit 1; for f in "$0"/*.pdf; do pdftotext -layout "$f" - >&2; done; times';
  const { status, stdout } = spawnSync("sh", ["-c", script, folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (status !== 0) return undefined;
  // Of the shell on the first line, and of its children on the second: in user code, and in the system.
  const seconds = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return seconds.reduce((sum, one) => sum + one, 0) * 1000;
}
