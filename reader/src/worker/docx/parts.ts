/** The parts of a Word file that are read. Images, macros, embedded files, and everything else stay packed. */
import { unzipSync } from "fflate";
import type { ReadProblem } from "../../messages.ts";
import { countPart } from "../limits.ts";
import { readXml } from "./xml.ts";

export interface DocxParts {
  readonly document: Uint8Array;
  readonly styles?: Uint8Array;
  readonly numbering?: Uint8Array;
}

/** A file has some twenty parts, and one more for each image. */
const maxParts = 10_000;

export function partsOf(bytes: Uint8Array): DocxParts | ReadProblem {
  const rootLinks = "_rels/.rels";
  let names: ReadonlySet<string>;
  try {
    names = namesIn(bytes);
  } catch (error) {
    if (error instanceof TooManyParts) return "tooMuch";
    return "damaged";
  }
  if (!names.has(rootLinks)) return "notDocx";
  const links = read(bytes, [rootLinks]).get(rootLinks);
  const target = links && documentIn(links);
  // A spreadsheet or a presentation has another one.
  if (target === undefined || !names.has(target) || !/(?:^|\/)document\d*\.xml$/i.test(target))
    return "notDocx";
  const folder = target.slice(0, target.lastIndexOf("/") + 1);
  const [styles, numbering] = [`${folder}styles.xml`, `${folder}numbering.xml`];
  const parts = read(bytes, [target, styles, numbering]);
  const document = parts.get(target);
  if (document === undefined) return "damaged";
  return { document, styles: parts.get(styles), numbering: parts.get(numbering) };
}

class TooManyParts extends Error {}

function namesIn(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  let count = 0;
  unzipSync(bytes, {
    filter({ name }) {
      names.add(name);
      // Names may repeat, and the file may claim to have more parts than it has.
      if (++count > maxParts) throw new TooManyParts();
      return false;
    },
  });
  return names;
}

/** Counts a part before it's unpacked; no more than the counted size is unpacked, even if it isn't true. */
function read(bytes: Uint8Array, wanted: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!wanted.includes(name)) return false;
      countPart(originalSize);
      return true;
    },
  });
  return new Map(Object.entries(parts));
}

/** The name of the main document part, from the links of the package. */
function documentIn(links: Uint8Array): string | undefined {
  let target: string | undefined;
  readXml(links, {
    open(name, { Type = "", Target = "" }) {
      if (name === "Relationship" && Type.endsWith("/officeDocument")) target ??= Target.replace(/^\//, "");
    },
    close() {},
  });
  return target;
}
