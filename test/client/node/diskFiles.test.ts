/** Files on the local disk, with links, pipes, modes, and full disks. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import promises, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { diskFiles } from "../../../client/src/node/diskFiles.ts";

/** What happens just before and after a file is opened. */
const hooks = {
  beforeOpen: undefined as (() => void) | undefined,
  afterOpen: undefined as ((handle: FileHandle) => void) | undefined,
};
const { open } = promises;
function replaceOpen(replacement: typeof open): void {
  promises.open = replacement;
  // Updates the named import in diskFiles.ts.
  syncBuiltinESMExports();
}
beforeAll(() =>
  replaceOpen(async (...args) => {
    hooks.beforeOpen?.();
    const handle = await open(...args);
    hooks.afterOpen?.(handle);
    return handle;
  }),
);
afterAll(() => replaceOpen(open));

const isWindows = process.platform === "win32";
let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "imr-files-"));
});
afterEach(() => {
  hooks.beforeOpen = undefined;
  hooks.afterOpen = undefined;
  fs.rmSync(folder, { recursive: true });
});

const at = (...names: string[]): string => path.join(folder, ...names);
const uri = (file: string) => ({ scheme: "file", fsPath: file, path: file }) as never;
function put(name: string, text: string): string {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
  return at(name);
}
const link = (to: string, name: string): void => fs.symlinkSync(to, at(name));
const write = (name: string, text: string) => diskFiles.write(uri(at(name)), new TextEncoder().encode(text));
const textAt = (name: string): string => fs.readFileSync(at(name), "utf8");
const namesIn = (name = ""): string[] => fs.readdirSync(at(name)).toSorted();
const modeOf = (name: string): string => (fs.statSync(at(name)).mode & 0o777).toString(8);
const reader = (...folders: string[]) => {
  const files = diskFiles.within(folders.map((name) => uri(at(name))));
  const read = (name: string) =>
    files.read(uri(at(name)), 1000).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => null,
    );
  return Object.assign(read, { stat: (name: string) => files.stat(uri(at(name))) });
};

describe("Writing", () => {
  test("creates a file, and replaces one as a whole", async () => {
    await write("a.csv", "one, and more");
    await write("a.csv", "two");
    expect(textAt("a.csv")).toBe("two");
    expect(namesIn()).toEqual(["a.csv"]);
  });

  test("accepts any file name", async () => {
    const names = ["x".repeat(255), "ä—é\u0301\u202e.csv", "a b'\"$(x).csv", ".csv", "-rf"];
    for (const name of names) await write(name, name);
    expect(names.map(textAt)).toEqual(names);
    expect(namesIn()).toEqual(names.toSorted());
  });

  test.skipIf(isWindows)("follows no link, whatever its name is", async () => {
    put("home/.bashrc", "theirs");
    fs.mkdirSync(at("out"));
    for (const ending of [".new", ".part", ".tmp", `.${process.pid}.part`]) {
      link(at("home/.bashrc"), `out/determinations.csv${ending}`);
    }
    await write("out/determinations.csv", "table");
    expect(textAt("out/determinations.csv")).toBe("table");
    link(at("home/.bashrc"), "out/link.csv");
    link(at("nowhere"), "out/dangling.csv");
    link("loop.csv", "out/loop.csv");
    for (const name of ["link", "dangling", "loop"]) {
      await expect(write(`out/${name}.csv`, "x")).rejects.toMatchObject({ code: "IsLink" });
    }
    expect(textAt("home/.bashrc")).toBe("theirs");
    expect(namesIn("home")).toEqual([".bashrc"]);
    expect(fs.lstatSync(at("out/link.csv")).isSymbolicLink()).toBe(true);
    expect(fs.existsSync(at("nowhere"))).toBe(false);
    expect(namesIn("out").filter((name) => name.startsWith(".imr"))).toEqual([]);
  });

  test("does not change a folder, a pipe, or the user's own files", async () => {
    put("folder.csv/kept", "kept");
    fs.mkdirSync(at("empty.csv"));
    for (const name of ["a.csv.new", "a.csv.part"]) put(name, "mine");
    await expect(write("folder.csv", "x")).rejects.toMatchObject({ code: "IsNoFile" });
    await expect(write("empty.csv", "x")).rejects.toMatchObject({ code: "IsNoFile" });
    if (!isWindows) {
      execFileSync("mkfifo", [at("pipe.csv")]);
      await expect(write("pipe.csv", "x")).rejects.toMatchObject({ code: "IsNoFile" });
    }
    await write("a.csv", "table");
    expect(namesIn("folder.csv")).toEqual(["kept"]);
    expect(namesIn("empty.csv")).toEqual([]);
    for (const name of ["a.csv.new", "a.csv.part"]) expect(textAt(name)).toBe("mine");
  });

  test.skipIf(isWindows)("keeps the mode of a file, and does not replace a read-only file", async () => {
    for (const mode of [0o600, 0o640, 0o664, 0o666, 0o755]) {
      const name = `${mode.toString(8)}.csv`;
      put(name, "old");
      fs.chmodSync(at(name), mode);
      await write(name, "new");
      expect([textAt(name), modeOf(name)]).toEqual(["new", mode.toString(8)]);
    }
    put("fixed.csv", "fixed");
    fs.chmodSync(at("fixed.csv"), 0o444);
    await expect(write("fixed.csv", "x")).rejects.toMatchObject({ code: "IsReadOnly" });
    expect([textAt("fixed.csv"), modeOf("fixed.csv")]).toEqual(["fixed", "444"]);
  });

  test.skipIf(process.getuid?.() !== 0)(
    "keeps the group of a file, so that no other group can read it",
    async () => {
      put("a.csv", "old");
      fs.chownSync(at("a.csv"), 0, 4321);
      fs.chmodSync(at("a.csv"), 0o640);
      await write("a.csv", "new");
      expect([fs.statSync(at("a.csv")).gid, modeOf("a.csv")]).toEqual([4321, "640"]);
    },
  );

  test("changes nothing on a full disk, and leaves no temporary file", async () => {
    put("a.csv", "good");
    /** Some file systems report a full disk, and others do not. */
    const truncate = (isReported: boolean) => (handle: FileHandle) => {
      const whole = handle.writeFile.bind(handle);
      handle.writeFile = async (bytes) => {
        await whole((bytes as Uint8Array).slice(0, 3));
        if (isReported) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      };
    };
    for (const [isReported, code] of [[true, "ENOSPC"] as const, [false, "IsCut"] as const]) {
      hooks.afterOpen = truncate(isReported);
      await expect(write("a.csv", "longer")).rejects.toMatchObject({ code });
      await expect(write("b.csv", "longer")).rejects.toMatchObject({ code });
    }
    expect(namesIn()).toEqual(["a.csv"]);
    expect(textAt("a.csv")).toBe("good");
  });

  test.skipIf(isWindows)("does not replace what is created in the meantime", async () => {
    put("home", "theirs");
    put("d.csv", "old");
    const writeDuring = (name: string, change: () => void) => {
      hooks.afterOpen = change;
      return write(name, "ours").catch(({ code }: { readonly code: string }) => code);
    };
    expect(await writeDuring("a.csv", () => fs.mkdirSync(at("a.csv")))).toBe("IsNoFile");
    expect(await writeDuring("b.csv", () => link(at("home"), "b.csv"))).toBe("IsLink");
    expect(await writeDuring("c.csv", () => put("c.csv", "theirs"))).toBe("HasChanged");
    const replace = () => {
      fs.rmSync(at("d.csv"));
      put("d.csv", "theirs");
    };
    expect(await writeDuring("d.csv", replace)).toBe("HasChanged");
    expect(namesIn()).toEqual(["a.csv", "b.csv", "c.csv", "d.csv", "home"]);
    expect(["home", "c.csv", "d.csv"].map(textAt)).toEqual(["theirs", "theirs", "theirs"]);
  });

  test("creates nothing in a missing folder", async () => {
    put("file", "x");
    await expect(write("gone/a.csv", "x")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(write("file/a.csv", "x")).rejects.toMatchObject({ code: "ENOTDIR" });
    expect(namesIn()).toEqual(["file"]);
  });
});

describe("Reading within a folder", () => {
  beforeEach(() => {
    put("in/a.txt", "a");
    put("in/deep/b.txt", "b");
    put("out/secret.txt", "secret");
    put("inner/near.txt", "near");
  });

  test.skipIf(isWindows)("a link is followed within the folder, but not out of it", async () => {
    link("a.txt", "in/near.txt");
    link(at("in/deep"), "in/deep2");
    link(at("out/secret.txt"), "in/secret.txt");
    link("../out", "in/out");
    link("out", "in/again");
    link("../inner", "in/inner");
    const read = reader("in");
    const files = [
      "near.txt",
      "deep2/b.txt",
      "secret.txt",
      "out/secret.txt",
      "again/secret.txt",
      "inner/near.txt",
    ];
    const texts = await Promise.all(files.map((name) => read(`in/${name}`)));
    expect(texts).toEqual(["a", "b", null, null, null, null]);
    expect(await read.stat("in/near.txt")).toEqual({
      mtime: fs.statSync(at("in/a.txt")).mtime.getTime(),
      size: 1,
    });
    expect(await read.stat("in/secret.txt")).toBeUndefined();
    expect(await read.stat("in/again/secret.txt")).toBeUndefined();
  });

  test.skipIf(isWindows)(
    "the folder can be a link itself, and a link can point to another of the folders",
    async () => {
      link("in", "opened");
      link(at("out/secret.txt"), "in/secret.txt");
      expect(await reader("opened")("opened/deep/b.txt")).toBe("b");
      expect(await reader("opened")("opened/secret.txt")).toBeNull();
      expect(await reader("opened", "out")("opened/secret.txt")).toBe("secret");
      expect(await reader("gone", "in")("in/a.txt")).toBe("a");
    },
  );

  test("files outside of the folder are not read, under any name", async () => {
    const read = reader("in");
    expect(await read("in/../out/secret.txt")).toBeNull();
    expect(await read("inner/near.txt")).toBeNull();
    expect(await read("in/../in/a.txt")).toBe("a");
    expect(await reader()("in/a.txt")).toBeNull();
    expect(await read("in/a\0.txt")).toBeNull();
  });

  test.skipIf(isWindows)(
    "loops, pipes, devices, and folders are not read, and reading them does not hang",
    async () => {
      link("loop.txt", "in/loop.txt");
      link("/dev/zero", "in/zero.txt");
      execFileSync("mkfifo", [at("in/pipe.txt")]);
      fs.mkdirSync(at("in/folder.txt"));
      const read = reader("in");
      for (const name of ["in/loop.txt", "in/zero.txt", "in/pipe.txt", "in/folder.txt", "in/gone.txt"]) {
        expect([name, await read(name), await read.stat(name)]).toEqual([name, null, undefined]);
      }
      for (const name of ["in/pipe.txt", "in/zero.txt", "in"]) {
        await expect(diskFiles.read(uri(at(name)), 1000)).rejects.toThrow();
      }
    },
  );

  test.skipIf(isWindows)(
    "a file that becomes a link between the check and the read is not followed",
    async () => {
      put("out/b.txt", "secret");
      hooks.beforeOpen = () => {
        fs.rmSync(at("in/a.txt"));
        link(at("out/secret.txt"), "in/a.txt");
      };
      expect(await reader("in")("in/a.txt")).toBeNull();
      // Restored before the next check.
      hooks.beforeOpen = () => {
        fs.rmSync(at("in/a.txt"), { force: true });
        link(at("out/secret.txt"), "in/a.txt");
      };
      hooks.afterOpen = () => {
        fs.rmSync(at("in/a.txt"));
        put("in/a.txt", "a");
      };
      fs.rmSync(at("in/a.txt"));
      put("in/a.txt", "a");
      expect(await reader("in")("in/a.txt")).toBeNull();
      hooks.afterOpen = undefined;
      hooks.beforeOpen = () => {
        fs.renameSync(at("in/deep"), at("in/moved"));
        link(at("out"), "in/deep");
      };
      expect(await reader("in")("in/deep/b.txt")).toBeNull();
    },
  );

  test("a file larger than the limit is not read", async () => {
    put("in/long.txt", "x".repeat(1001));
    expect(await reader("in")("in/long.txt")).toBeNull();
    await expect(diskFiles.read(uri(at("in/long.txt")), 1000)).rejects.toThrow();
  });

  test("outside of `within`, a link to a regular file is followed", async () => {
    if (!isWindows) link(at("out/secret.txt"), "in/own.txt");
    const file = isWindows ? "out/secret.txt" : "in/own.txt";
    expect(new TextDecoder().decode(await diskFiles.read(uri(at(file)), 100))).toBe("secret");
  });
});
