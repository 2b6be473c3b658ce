/** Finds all regular expressions of the code: literals, and those that it builds while it runs. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Node, parse } from "acorn";
import { transformSync } from "esbuild";

export interface Found {
  readonly source: string;
  readonly flags: string;
  /** The file or, for an expression that was built, what was running. */
  readonly where: string;
}

const root = path.resolve(import.meta.dirname, "..");

/** The literals in the TypeScript files of a folder. */
export function literalsIn(folder: string): readonly Found[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const where = `${folder}/${name.replaceAll("\\", "/")}`;
      const { code } = transformSync(readFileSync(path.join(root, where), "utf8"), { loader: "ts" });
      const found: Found[] = [];
      const visit = (value: unknown): void => {
        if (typeof value !== "object" || value === null) return;
        const { type, regex } = value as Node & { regex?: { pattern: string; flags: string } };
        if (type === "Literal" && regex) found.push({ source: regex.pattern, flags: regex.flags, where });
        for (const child of Object.values(value)) visit(child);
      };
      visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
      return found;
    });
}

/** The expressions made with `new RegExp` or `RegExp` while `work` runs. */
export async function builtDuring(where: string, work: () => Promise<void>): Promise<readonly Found[]> {
  const found: Found[] = [];
  const real = globalThis.RegExp;
  const note = (pattern: unknown, flags: unknown): void => {
    if (pattern instanceof real)
      found.push({ source: pattern.source, flags: `${flags ?? pattern.flags}`, where });
    else found.push({ source: `${pattern}`, flags: `${flags ?? ""}`, where });
  };
  globalThis.RegExp = new Proxy(real, {
    construct(target, args, self) {
      note(args[0], args[1]);
      return Reflect.construct(target, args, self);
    },
    apply(target, self, args) {
      note(args[0], args[1]);
      return Reflect.apply(target, self, args);
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = real;
  }
  return found;
}
