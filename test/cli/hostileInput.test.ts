/** Inputs that are endless, too large, or not files, and unexpected byte order marks and line breaks. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { linesIn } from "../../server/src/cli/io/lines.ts";
import { at, begin, beginAfter, program, put, run, sound, undecided } from "./inFolder.ts";

const onUnix = process.platform !== "win32";
const onLinux = process.platform === "linux";
const bash = "/bin/bash";
const hasBash = onUnix && existsSync(bash);
const inBash = (line: string) =>
  begin(bash, ["-c", line.replace(/\bimr (?=check)/g, `"${process.execPath}" "${program}" `)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
const reason = "not a file; to read a pipe, use standard input";

describe("an input that isn't a file", () => {
  test.runIf(onLinux)("is reported without waiting: pipes, devices, sockets, and links to them", async () => {
    put({ "a.imr": sound });
    execFileSync("mkfifo", [at("pipe.imr")]);
    const server = createServer().listen(at("socket.imr"));
    await once(server, "listening");
    symlinkSync("/dev/zero", at("zero.imr"));
    symlinkSync("pipe.imr", at("link.imr"));
    const names = ["pipe.imr", "zero.imr", "socket.imr", "link.imr", "/dev/urandom", "/dev/tty"];
    const { err, code } = await run(["check", ...names, "a.imr"]);
    server.close();
    expect(err).toBe(
      `${names.map((name) => `${name}: ${reason}\n`).join("")}1 letter, 6 files couldn't be read, no problems.\n`,
    );
    expect(code).toBe(2);
  });

  test.runIf(hasBash)("is read if the shell passes the output of a program", async () => {
    put({ "a.imr": sound, "b.imr": undecided });
    const { ended } = inBash("imr check a.imr <(cat b.imr) <(cat a.imr) -f ndjson -j 2");
    const { out, code } = await ended;
    const files = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(files.map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
    expect(code).toBe(1);
  });

  test.runIf(hasBash)("stops with Ctrl+C while that program writes nothing", async () => {
    put({ "a.imr": sound });
    const { child, ended } = inBash(
      "exec imr check a.imr <(sleep 30 >/dev/null; exec cat /dev/null) -f ndjson",
    );
    await once(child.stdout!, "data");
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([130, null]);
    child.stdout?.destroy();
    child.stderr?.destroy();
    await ended;
  });
});

describe("an input that is too large", () => {
  test.runIf(hasBash)("from standard input or a pipe isn't kept in memory", async () => {
    const endless = "ulimit -v 3000000 2>/dev/null; yes 'a line of no letter'";
    for (const line of [
      `${endless} | imr check`,
      "imr check <(yes 'a line of no letter')",
      `yes | head -c 65000000 | imr check -`,
    ]) {
      const { out, err, code } = await inBash(line).ended;
      expect(out).toBe("");
      expect(err).toMatch(/: larger than 64 MB\nNo letters found.*, 1 file couldn't be read\.\n$/);
      expect(code).toBe(2);
    }
  });

  test.runIf(hasBash)("in one line is reported, and the other lines are read", async () => {
    put({ "line.json": JSON.stringify({ id: "A", text: sound }) });
    const long = `{ cat line.json; echo; head -c 300000000 /dev/zero | tr '\\0' x; echo; cat line.json; }`;
    const { out, err, code } = await inBash(`${long} | imr check --ndjson -f ndjson`).ended;
    expect(out.match(/"file":"A"/g)).toHaveLength(2);
    expect(err).toContain("line 2: longer than 8 MB\n2 letters, 1 file couldn't be read");
    expect(code).toBe(2);
  });

  test("is dropped by line, however the chunks split it", async () => {
    const text = "abc\n\nabcdef\nabcd\r\n\ufeff\ufeffxy\nabcdefg";
    for (let size = 1; size < 30; size++) {
      const bytes = Buffer.from(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const lines: (string | undefined)[] = [];
      for await (const line of linesIn(Readable.from(chunks), 8)) lines.push(line);
      expect(lines).toEqual(["abc", "", "abcdef", "abcd\r", "xy", "abcdefg"]);
      const short: (string | undefined)[] = [];
      for await (const line of linesIn(Readable.from(chunks), 5)) short.push(line);
      expect(short).toEqual(["abc", "", undefined, "abcd\r", undefined, undefined]);
    }
  });

  test.runIf(onUnix)("can be stopped while it's processed", async () => {
    put({ "large.imr": undecided.repeat(8000) });
    // The signal comes when the thread for it has started.
    const { child, ended } = beginAfter(
      `process.on("worker", (worker) => worker.once("online", () => process.kill(process.pid, "SIGINT")));`,
      ["check", "large.imr", "-j", "1"],
    );
    child.stdin?.end();
    expect(await ended).toMatchObject({ out: "", code: 130 });
  });
});

describe("lines with letters", () => {
  const line = (id: string, text = sound): string => JSON.stringify({ id, text });
  const read = async (input: string) =>
    (await run(["check", "--ndjson", "-f", "ndjson"], input)).out
      .trimEnd()
      .split("\n")
      .map((found) => JSON.parse(found).file);

  test("may start with byte order marks", async () => {
    expect(await read(`\ufeff${line("A")}\n\ufeff${line("B")}\r\n\ufeff\n${line("C")}`)).toEqual([
      "A",
      "B",
      "C",
    ]);
  });

  test("may contain other line breaks than a line feed, inside and outside of JSON strings", async () => {
    const broken = line("B\u2028\u2029\u0085").replace(",", "\r,\r");
    expect(await read(`${line("A")}\r\n\r${broken}\r\n`)).toEqual(["A", "B\u2028\u2029\u0085"]);
  });
});
