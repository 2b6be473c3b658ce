/** The Dask program of examples/, with a scheduler and two workers. Skipped where Debian's python3-distributed isn't installed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
// @ts-expect-error a plain script
import { makeCorpus } from "../../scripts/corpus.mjs";

// Starting a cluster may take long on a busy computer. This only limits how long a test can hang.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const project = path.resolve(import.meta.dirname, "../..");
const example = path.join(project, "examples/dask/export_letters.py");
const cli = [process.execPath, path.join(project, "dist/cli.js"), "export", "--ndjson", "--jobs", "1"];

/** The first Python that has Dask, which the system's has if another one comes first. */
const python = ["python3", "/usr/bin/python3"].find(
  (name) => process.platform !== "win32" && spawnSync(name, ["-c", "import dask.distributed"]).status === 0,
);

const folder = mkdtempSync(path.join(tmpdir(), "imr-dask-"));
const at = (name: string): string => path.join(folder, name);
const cluster: ChildProcess[] = [];
let address: string;

beforeAll(async () => {
  if (python === undefined) return;
  const letters: readonly { name: string; text: string }[] = makeCorpus(200);
  writeFileSync(
    at("letters.ndjson"),
    letters.map(({ name, text }) => `${JSON.stringify({ id: name, text })}\n`).join(""),
  );
  const file = ["--scheduler-file", at("scheduler.json"), "--no-dashboard", "--host", "127.0.0.1"];
  const start = (...args: readonly string[]) =>
    cluster.push(spawn(python, ["-m", "dask", ...args, ...file], { cwd: folder, stdio: "ignore" }));
  start("scheduler", "--port", "0");
  start("worker", "--nworkers", "2", "--nthreads", "1", "--local-directory", folder);
  address = await vi.waitFor(() => JSON.parse(readFileSync(at("scheduler.json"), "utf8")).address, {
    timeout: 120_000,
    interval: 100,
  });
});

afterAll(async () => {
  const [scheduler, workers] = cluster;
  for (const running of [workers, scheduler]) {
    if (running?.exitCode !== null) continue;
    const ended = once(running, "exit");
    running.kill("SIGINT");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(({ skip }) => {
  if (python === undefined) skip("Debian's python3-distributed isn't installed.");
});

/** Runs the program on four parts. */
async function exported(records: string, command: string) {
  const letters = readFileSync(at("letters.ndjson"));
  const options = ["--partition", String(Math.ceil(letters.length / 4)), "--command", command];
  const args = [example, "--scheduler", address, ...options, at("letters.ndjson"), at(records)];
  const child = spawn(python ?? "", args, { stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, "close");
  return { code, err };
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(" ");

test("a worker that's killed loses nothing, and the records are those of a single run", async () => {
  // The first task kills its worker in the middle.
  writeFileSync(
    at("fatal-once.sh"),
    `mkdir '${at("killed")}' 2>/dev/null && kill -9 $PPID\nexec ${quoted(cli)}\n`,
  );
  expect(await exported("records", quoted(["sh", at("fatal-once.sh")]))).toEqual({ code: 0, err: "" });
  expect(readdirSync(folder)).toContain("killed");

  const parts = readdirSync(at("records"));
  expect(parts).toEqual([0, 1, 2, 3].map((index) => `part-0000${index}.ndjson`));
  const [program = "", ...args] = cli;
  const single = spawnSync(program, args, { input: readFileSync(at("letters.ndjson")), encoding: "utf8" });
  expect(parts.map((part) => readFileSync(at(`records/${part}`), "utf8")).join("")).toBe(single.stdout);
});

test("a part that fails has no file, and is named with the reason", async () => {
  // It answers with something before it fails.
  writeFileSync(
    at("fails-once.sh"),
    `cat\nif mkdir '${at("failed")}' 2>/dev/null; then echo 'No space left.' >&2; exit 2; fi\n`,
  );
  const { code, err } = await exported("others", quoted(["sh", at("fails-once.sh")]));
  expect(code).toBe(1);
  expect(err).toMatch(
    /^part-0000\d\.ndjson: .* exited with code 2: No space left\.\n1 of 4 parts failed\.\n$/,
  );
  expect(readdirSync(at("others"))).toHaveLength(3);
});
