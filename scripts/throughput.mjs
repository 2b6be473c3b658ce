/**
 * `npm run throughput`: how many letters the command line does in a second, and with how much memory, beside a spell
 * checker on the same folder. The letters are the samples over and over, each with a case number of its own. `npm run
 * throughput -- 1000` takes a thousand instead of ten thousand, and `--alone` leaves the spell checker out.
 */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { at, runScript } from "./project.mjs";
import { ensurePeers } from "./setup.mjs";

const given = process.argv.slice(2);
const isAlone = given.includes("--alone");
const count = Number(given.find((word) => /^\d+$/.test(word)) ?? 10_000);
const cores = availableParallelism();

/** Makes `most` letters, and folders of the first so many of them; answers with the bytes in each. */
function makeLetters(folder, most, sizes) {
  const samples = readdirSync(at("samples"))
    .filter((name) => /\.(txt|imr)$/.test(name))
    .map((name) => readFileSync(at("samples", name), "utf8"));
  for (const size of sizes) mkdirSync(path.join(folder, String(size)));
  const bytes = new Map(sizes.map((size) => [size, 0]));
  for (let index = 0; index < most; index += 1) {
    const number = `CM16-${String(1_000_000 + index).slice(-7)}`;
    const text = samples[index % samples.length].replaceAll(/CM\d\d-\d{7}/g, number);
    const name = `${number}.txt`;
    writeFileSync(path.join(folder, name), text);
    for (const size of sizes) {
      if (index >= size) continue;
      linkSync(path.join(folder, name), path.join(folder, String(size), name));
      bytes.set(size, bytes.get(size) + Buffer.byteLength(text));
    }
  }
  return bytes;
}

/** Ticks of the processor's clock in a second, as Linux counts them for programs. */
const ticks = 100;

/** Seconds from start to end; of the processors, and the most memory that was held in MB, where the system tells. */
async function measured(args, cwd) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: "ignore" });
  let peak;
  let busy;
  const look = () => {
    try {
      const times = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      busy = (Number(times[11]) + Number(times[12])) / ticks;
      const [, kilobytes] =
        /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      if (kilobytes !== undefined) peak = Number(kilobytes) / 1024;
    } catch {
      // It has ended, or the system has no such file.
    }
  };
  const timer = setInterval(look, 20);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(timer);
  if (code !== 0 && code !== 1) throw new Error(`${args.join(" ")} ended with ${code}.`);
  return { seconds: (performance.now() - started) / 1000, busy, peak };
}

const row = (name, ...columns) =>
  console.log(name.padEnd(28) + columns.map((column) => String(column).padStart(14)).join(""));

const whole = (number) => Math.round(number).toLocaleString("en-US");

function tell(name, letters, bytes, { seconds, busy, peak }) {
  const speed = bytes / 1e6;
  row(
    name,
    whole(letters),
    whole(letters / seconds),
    (speed / seconds).toFixed(2),
    ...(busy === undefined ? ["–", "–"] : [whole(letters / busy), (speed / busy).toFixed(2)]),
    peak === undefined ? "–" : whole(peak),
  );
}

if ((await runScript("build.mjs", "--production")) !== 0) process.exit(1);
const sizes = [...new Set([Math.ceil(count / 10), count, count * 2])];
const folder = mkdtempSync(path.join(tmpdir(), "imr-throughput-"));
try {
  const bytes = makeLetters(folder, count * 2, sizes);
  // A copy, so that one may build again meanwhile.
  const program = path.join(folder, "cli.cjs");
  copyFileSync(at("dist/cli.js"), program);
  const each = Math.round(bytes.get(count) / count / 100) / 10;
  console.log(`Letters of ${each} kB on average, ${cores} cores, Node.js ${process.versions.node}\n`);
  // A second of a processor is the same on a machine that does other things meanwhile.
  row("", "letters", "letters/s", "MB/s", "letters/CPU s", "MB/CPU s", "peak MB");
  const run = async (command, letters, jobs) => {
    const args = [program, command, String(letters), "--jobs", String(jobs)];
    const name = `${command}, ${jobs} ${jobs === 1 ? "job" : "jobs"}`;
    tell(name, letters, bytes.get(letters), await measured(args, folder));
  };
  for (const command of ["check", "export"]) {
    for (const jobs of new Set([1, cores])) await run(command, count, jobs);
  }
  // Memory should not grow with their number.
  for (const letters of sizes.filter((size) => size !== count)) await run("check", letters, cores);
  if (!isAlone) {
    await ensurePeers();
    const args = [
      at("tools/bench/node_modules/cspell/bin.mjs"),
      ...["lint", "--no-progress", "--no-summary", "--no-config-search", "**/*.txt"],
    ];
    tell("cspell", count, bytes.get(count), await measured(args, path.join(folder, String(count))));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
