/** The VS Code server of `npm start` and of tests runs code for anyone with its token, so no other user may see it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { redirectPage, shortAddress } from "../scripts/workbench/open.mjs";
// @ts-expect-error a plain script
import { startServer } from "../scripts/workbench/server.mjs";

const modeOf = (file: string): number => statSync(file).mode & 0o777;

/** The arguments of all processes of the machine. */
function allArguments(): string {
  if (process.platform !== "linux")
    return spawnSync("ps", ["-A", "-ww", "-o", "args"], { encoding: "utf8" }).stdout;
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return numbers.map((number) => contentOf(`/proc/${number}/cmdline`)).join("\n");
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8").replaceAll("\0", " ");
  } catch {
    // The process has ended meanwhile.
    return "";
  }
}

describe.skipIf(process.platform === "win32")("the server's token", () => {
  test("is in a file that only the user can read, and in no process's arguments", {
    timeout: 180_000,
  }, async () => {
    const server = await startServer();
    try {
      const shown = allArguments();
      expect(shown).toContain(server.data);
      expect(shown).not.toContain(server.token);
      expect(modeOf(server.data)).toBe(0o700);
      expect(modeOf(path.join(server.data, "token"))).toBe(0o600);
      const address = `http://127.0.0.1:${server.port}/`;
      expect((await fetch(address)).status).toBe(403);
      // It becomes a cookie and disappears from the address.
      const entered = await fetch(`${address}?tkn=${server.token}`, { redirect: "manual" });
      expect(entered.status).toBe(302);
    } finally {
      await server.stop();
    }
    expect(() => statSync(server.data)).toThrow();
  });

  test("is passed to a browser with a page that only the user can read, not with arguments", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "imr-door-"));
    try {
      const file = redirectPage('http://127.0.0.1:1/?tkn=a&payload=["b"]', folder);
      expect(modeOf(file)).toBe(0o600);
      expect(readFileSync(file, "utf8")).toContain(
        'url=http://127.0.0.1:1/?tkn=a&amp;payload=[&quot;b&quot;]"',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the short address leads to the long one, and no other does", async () => {
  const long = "http://127.0.0.1:1/?tkn=a&payload=%5B%22b%22%5D";
  const address = await shortAddress(long);
  expect(address.length).toBeLessThan(50);
  const answer = await fetch(address, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, long]);
  expect((await fetch(new URL("/", address), { redirect: "manual" })).status).toBe(404);
});
