/**
 * `npm run throughput`: measures how many letters the command line processes per second and how much memory it uses, compared
 * with a spell checker on the same folder. The letters are repeated samples with unique case numbers. `npm run throughput --
 * 1000` uses 1,000 instead of 10,000 letters, and `--alone` skips the spell checker.
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

const args = process.argv.slice(2);
const isAlone = args.includes("--alone");
const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 10_000);
const cores = availableParallelism();

/** Creates `count` letters, and a folder of the first ones for each of `sizes`. Returns the bytes in each of these. */
function makeLetters(folder, count, sizes) {
  const samples = readdirSync(at("samples"))
    .filter((name) => /\.(txt|imr)$/.test(name))
    .map((name) => readFileSync(at("samples", name), "utf8"));
  for (const size of sizes) mkdirSync(path.join(folder, String(size)));
  const bytes = new Map(sizes.map((size) => [size, 0]));
  for (let index = 0; index < count; index += 1) {
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

/** The clock ticks per second in /proc/<pid>/stat. */
const ticksPerSecond = 100;

/** The elapsed seconds, and on Linux the CPU seconds and the peak memory in MB. */
async function measured(args, cwd) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: "ignore" });
  let peakMb;
  let cpuSeconds;
  const readUsage = () => {
    try {
      const times = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      cpuSeconds = (Number(times[11]) + Number(times[12])) / ticksPerSecond;
      const [, kilobytes] =
        /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      if (kilobytes !== undefined) peakMb = Number(kilobytes) / 1024;
    } catch {
      // It has exited, or the system has no such files.
    }
  };
  const timer = setInterval(readUsage, 20);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(timer);
  if (code !== 0 && code !== 1) throw new Error(`${args.join(" ")} exited with code ${code}.`);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds, peakMb };
}

const row = (name, ...columns) =>
  console.log(name.padEnd(28) + columns.map((column) => String(column).padStart(14)).join(""));

const rounded = (number) => Math.round(number).toLocaleString("en-US");

function printRow(name, letters, bytes, { seconds, cpuSeconds, peakMb }) {
  const megabytes = bytes / 1e6;
  row(
    name,
    rounded(letters),
    rounded(letters / seconds),
    (megabytes / seconds).toFixed(2),
    ...(cpuSeconds === undefined
      ? ["–", "–"]
      : [rounded(letters / cpuSeconds), (megabytes / cpuSeconds).toFixed(2)]),
    peakMb === undefined ? "–" : rounded(peakMb),
  );
}

if ((await runScript("build.mjs", "--production")) !== 0) process.exit(1);
const sizes = [...new Set([Math.ceil(count / 10), count, count * 2])];
const folder = mkdtempSync(path.join(tmpdir(), "imr-throughput-"));
try {
  const bytes = makeLetters(folder, count * 2, sizes);
  // A copy, so the project can be built again during the run.
  const program = path.join(folder, "cli.cjs");
  copyFileSync(at("dist/cli.js"), program);
  const each = Math.round(bytes.get(count) / count / 100) / 10;
  console.log(`${each} kB per letter on average, ${cores} CPU cores, Node.js ${process.versions.node}\n`);
  // CPU seconds are comparable even on a busy machine.
  row("", "letters", "letters/s", "MB/s", "letters/CPU s", "MB/CPU s", "peak MB");
  const run = async (command, letters, jobs) => {
    const args = [program, command, String(letters), "--jobs", String(jobs)];
    const name = `${command}, ${jobs} ${jobs === 1 ? "job" : "jobs"}`;
    printRow(name, letters, bytes.get(letters), await measured(args, folder));
  };
  for (const command of ["check", "export"]) {
    for (const jobs of new Set([1, cores])) await run(command, count, jobs);
  }
  // Memory use shouldn't grow with their number.
  for (const letters of sizes.filter((size) => size !== count)) await run("check", letters, cores);
  if (!isAlone) {
    await ensurePeers();
    const args = [
      at("tools/bench/node_modules/cspell/bin.mjs"),
      ...["lint", "--no-progress", "--no-summary", "--no-config-search", "**/*.txt"],
    ];
    printRow("cspell", count, bytes.get(count), await measured(args, path.join(folder, String(count))));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
