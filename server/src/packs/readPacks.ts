/** Reads guideline packs and locates what is wrong with them. Nothing in a pack can make this throw. */
import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import * as v from "valibot";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { shortenToFit } from "../base/shorten.ts";
import { builtInData, type KnowledgeData } from "../knowledge/data.ts";
import { type PackRows, withPacks } from "../knowledge/packs.ts";
import { maxPackBytes, type Pack } from "./pack.ts";
import { packShape } from "./packSchema.ts";

/** A pack needs five levels; the parser is recursive. */
const maxNesting = 50;

/** Further problems of a pack are only counted. */
const maxProblems = 100;

/** As a number, because importing the enumeration would load the whole protocol on the command line. */
const warning: typeof DiagnosticSeverity.Warning = 2;

/** In characters, so that a problem fits in one line. */
const maxFieldName = 60;

const nowhere = { offset: 0, length: 1 };

type Path = readonly (string | number)[];

interface ReadPack {
  readonly pack: Pack;
  readonly rows: PackRows | undefined;
  /** The places in the file of each list's `rows`, which don't include invalid ones. */
  readonly places: Readonly<Record<List, readonly number[]>>;
  readonly problems: Diagnostic[];
  at(path: Path, message: string): Diagnostic;
}

const lists = ["guidelines", "topics", "drugs", "formulary"] as const;
type List = (typeof lists)[number];

const eachList = <T>(make: (list: List) => T): Readonly<Record<List, T>> =>
  Object.fromEntries(lists.map((list) => [list, make(list)])) as Record<List, T>;

/**
 * The built-in data with the packs applied, the later over the earlier (undefined if no pack is usable), and the problems
 * of each pack by its URI.
 */
export function readPacks(packs: readonly Pack[]): {
  readonly data: KnowledgeData | undefined;
  readonly problems: Readonly<Record<string, readonly Diagnostic[]>>;
} {
  const read = packs.map(readPack);
  const sound = read.filter((one): one is ReadPack & { rows: PackRows } => one.rows !== undefined);
  const { data, problems } = withPacks(
    builtInData,
    sound.map(({ rows }) => rows),
  );
  for (const { pack, list, row, field, message } of problems) {
    const one = sound[pack];
    const place = one?.places[list][row];
    if (one && place !== undefined)
      one.problems.push(one.at(field ? [list, place, field] : [list, place], message));
  }
  return {
    data: sound.length > 0 ? data : undefined,
    problems: Object.fromEntries(read.map(({ pack, problems }) => [pack.uri, firstOf(problems)])),
  };
}

/** The first of many problems, and how many there are beyond them. */
function firstOf(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = problems[maxProblems];
  if (next === undefined) return problems;
  const message = `This pack has ${problems.length - maxProblems} more problems.`;
  return [...problems.slice(0, maxProblems), { ...next, message }];
}

const noPlaces = eachList<readonly number[]>(() => []);

function readPack(pack: Pack): ReadPack {
  // A byte order mark isn't part of the text: editors count from after it.
  const text = "text" in pack ? pack.text.replace(/^\ufeff/, "") : "";
  const document = TextDocument.create(pack.uri, "json", 0, text);
  const problem = (offset: number, length: number, message: string): Diagnostic => ({
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    severity: warning,
    source: "imr",
    message,
  });
  const unread = (message: string, { offset, length } = nowhere): ReadPack => ({
    pack,
    rows: undefined,
    places: noPlaces,
    problems: [problem(offset, length, message)],
    at: () => problem(offset, length, message),
  });
  if ("unread" in pack) return unread(pack.unread);
  if (text.length > maxPackBytes) return unread(tooLarge);
  const tooDeep = tooDeepIn(text);
  if (tooDeep !== undefined) return unread("This is nested too deeply.", { offset: tooDeep, length: 1 });
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (tree === undefined || errors.length > 0) {
    const [error] = errors;
    const what = error
      ? printParseErrorCode(error.error).replace(/([a-z])([A-Z])/g, "$1 $2")
      : "the file is empty";
    return unread(`This isn't valid JSON: ${what}.`, error);
  }
  const at = (path: Path, message: string): Diagnostic => {
    const node = nearestNode(tree, path);
    // The first field of a long object is enough.
    const { offset, length } = node.type === "object" ? (node.children?.[0] ?? node) : node;
    return problem(offset, length, message);
  };
  const nothing = { pack, rows: undefined, places: noPlaces, at };
  const value: unknown = JSON.parse(JSON.stringify(getNodeValue(tree) ?? null));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ...nothing, problems: [at([], "Expected an object.")] };
  }
  const { issues = [] } = v.safeParse(packShape, value);
  const problems = issues.map((issue) => {
    const name = isUnknownField(issue)
      ? findNodeAtLocation(tree, [...pathOf(issue)])?.parent?.children?.[0]
      : undefined;
    return name ? problem(name.offset, name.length, messageOf(issue)) : at(pathOf(issue), messageOf(issue));
  });
  // An invalid row is left out. A pack that has no name, or something other than a list, isn't used at all.
  const invalidRows = new Set(issues.map((issue) => pathOf(issue).slice(0, 2).join("/")));
  const isUsable = issues.every((issue) => pathOf(issue).length >= 2 || isUnknownField(issue));
  if (!isUsable) return { ...nothing, problems };
  const content = value as { readonly name: string; readonly date?: string } & Partial<
    Record<List, readonly object[]>
  >;
  const placesOf = (list: List): readonly number[] =>
    (content[list] ?? []).flatMap((_, index) => (invalidRows.has(`${list}/${index}`) ? [] : [index]));
  const places = eachList(placesOf);
  const rows = {
    name: content.name,
    date: content.date,
    ...eachList((list) => places[list].map((index) => content[list]?.[index])),
  } as unknown as PackRows;
  return { pack, rows, places, problems, at };
}

/** The problem of a pack that isn't read because of its size. */
export const tooLarge = `This pack isn't read because it is larger than ${maxPackBytes / 1_000_000} MB.`;

/** The offset at which brackets are nested deeper than in any pack; undefined if they aren't. */
function tooDeepIn(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const begin = text.charAt(scanner.getTokenOffset());
    if (begin === "{" || begin === "[") depth++;
    if (begin === "}" || begin === "]") depth--;
    if (depth > maxNesting) return scanner.getTokenOffset();
  }
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

const pathOf = (issue: Issue): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));

const isUnknownField = ({ type, expected }: Issue): boolean =>
  type === "strict_object" && expected === "never";

function messageOf(issue: Issue): string {
  const field = pathOf(issue).at(-1);
  if (isUnknownField(issue)) return `Unknown field “${shortenToFit(String(field), maxFieldName)}”.`;
  if (issue.expected !== null && issue.received === "undefined") return `“${String(field)}” is missing.`;
  const expected: Readonly<Record<string, string>> = {
    string: "a string",
    number: "a number",
    Array: "a list",
    Object: "an object",
  };
  if (issue.kind === "schema" && issue.type !== "picklist") {
    return `Expected ${expected[issue.expected ?? ""] ?? issue.expected}.`;
  }
  return issue.message;
}

/** The node at a path or, if there is none, at the longest part of the path that has one. */
function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node;
  }
  return tree;
}
