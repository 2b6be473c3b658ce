/** The numbers and bullets of lists, which a Word file has only as instructions. */
import { readXml } from "./xml.ts";

interface Level {
  format: string;
  /** The text around the numbers of this level and those above: "%1.%2)". */
  text: string;
  start: number;
}

interface List {
  /** Lists of the same kind continue each other's numbers. */
  readonly kind: string;
  readonly starts: Map<number, number>;
}

export interface Numbering {
  /** The number or bullet of the next item of a list; empty if there's none. Levels start at 0. */
  next(list: string, level: number): string;
}

const maxLevels = 9;

export function readNumbering(part: Uint8Array | undefined): Numbering {
  const kinds = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  if (part) readDefinitions(part, kinds, lists);
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  return {
    next(id, at) {
      const list = lists.get(id);
      const levels = list && kinds.get(list.kind);
      const level = levels?.get(at);
      if (!list || !levels || !level || at >= maxLevels) return "";
      if (level.format === "bullet") return "•";
      if (level.format === "none") return "";
      const numbers = counts.get(list.kind) ?? [];
      counts.set(list.kind, numbers);
      const restart = `${id} ${at}`;
      if (list.starts.has(at) && !started.has(restart)) numbers[at] = undefined;
      started.add(restart);
      numbers[at] = (numbers[at] ?? (list.starts.get(at) ?? level.start) - 1) + 1;
      numbers.length = at + 1;
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const above = levels.get(Number(digit) - 1);
        return numbered(numbers[Number(digit) - 1] ?? above?.start ?? 1, above?.format ?? "decimal");
      });
    },
  };
}

function readDefinitions(
  part: Uint8Array,
  kinds: Map<string, Map<number, Level>>,
  lists: Map<string, List>,
): void {
  let kind = new Map<number, Level>();
  let level: Level | undefined;
  let list: { id: string; kind?: string; starts: Map<number, number> } | undefined;
  let override = 0;
  readXml(part, {
    open(name, { val = "", ...attributes }) {
      switch (name) {
        case "abstractNum":
          kind = new Map();
          kinds.set(attributes.abstractNumId ?? "", kind);
          break;
        case "lvl":
          // In a list, it's an exception for one level, of which only the start is read.
          level = { format: "decimal", text: "", start: 1 };
          if (!list) kind.set(Number(attributes.ilvl), level);
          break;
        case "numFmt":
          if (level) level.format = val;
          break;
        case "lvlText":
          if (level) level.text = val;
          break;
        case "start":
          if (level) level.start = Number(val) || 0;
          break;
        case "num":
          list = { id: attributes.numId ?? "", starts: new Map() };
          break;
        case "abstractNumId":
          if (list) lists.set(list.id, { kind: val, starts: list.starts });
          break;
        case "lvlOverride":
          override = Number(attributes.ilvl);
          break;
        case "startOverride":
          list?.starts.set(override, Number(val) || 0);
          break;
      }
    },
    close(name) {
      if (name === "lvl") level = undefined;
      if (name === "num") list = undefined;
    },
  });
}

function numbered(number: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    default:
      return String(number);
  }
}

/** "a" to "z", then "aa", as Word counts. */
const letters = (number: number): string =>
  number < 1
    ? ""
    : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(10, Math.ceil(number / 26)));

const romanDigits = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
] as const;

function roman(number: number): string {
  let rest = Math.min(number, 9999);
  return romanDigits
    .map(([digits, value]) => {
      const times = Math.max(0, Math.floor(rest / value));
      rest -= times * value;
      return digits.repeat(times);
    })
    .join("");
}
