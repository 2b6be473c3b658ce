/** The forms in which findings are printed. Each is written letter by letter, so that memory stays the same. */
import { pathToFileURL } from "node:url";
import { displayName, homepage, version } from "../../../package.json";
import { rules } from "../review/rules.ts";
import type { FoundIn } from "./findings.ts";

export interface Format {
  readonly begin: string;
  /** What is printed of one letter; empty where nothing is. */
  letter(file: string, found: readonly FoundIn[], isFirst: boolean): string;
  readonly end: string;
}

export const formats = {
  text: text(),
  json: json(),
  ndjson: ndjson(),
  sarif: sarif(),
  github: github(),
} as const;

export type FormatName = keyof typeof formats;

const withLaw = ({ message, law }: FoundIn): string => (law === null ? message : `${message} (${law})`);

/** For people: the place, the line, and what is meant in it underlined. */
function text(): Format {
  return {
    begin: "",
    letter(file, found) {
      if (found.length === 0) return "";
      const lines = found.flatMap((one) => [
        `  ${one.line}:${one.column}  ${one.severity}  ${withLaw(one)}  ${one.rule}`,
        ...quoted(one),
      ]);
      return `${file}\n${lines.join("\n")}\n\n`;
    },
    end: "",
  };
}

/** Long lines are shown around the place. */
const widest = 100;

function quoted({ source: { line, start, end } }: FoundIn): readonly string[] {
  const from = start > widest / 2 && line.length > widest ? start - Math.floor(widest / 4) : 0;
  const part = line.slice(from, from + widest).replaceAll("\t", " ");
  if (part.trim() === "") return [];
  const length = Math.max(1, Math.min(end, from + widest) - start);
  return [`      ${part.trimEnd()}`, `      ${" ".repeat(start - from)}${"^".repeat(length)}`];
}

type Record = Omit<FoundIn, "source">;

const recordOf = ({ source: _, ...rest }: FoundIn): Record => rest;

/** One list of letters with findings. */
function json(): Format {
  return {
    begin: "[",
    letter: (file, found, isFirst) =>
      `${isFirst ? "\n" : ",\n"}${JSON.stringify({ file, findings: found.map(recordOf) })}`,
    end: "\n]\n",
  };
}

/** A letter a line, those without findings too. */
function ndjson(): Format {
  return {
    begin: "",
    letter: (file, found) => `${JSON.stringify({ file, findings: found.map(recordOf) })}\n`,
    end: "",
  };
}

/** Lines that GitHub shows beside a change. */
function github(): Format {
  const level = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;
  const data = (words: string): string =>
    words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (words: string): string => data(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return {
    begin: "",
    letter: (file, found) =>
      found
        .map((one) => {
          const place = `file=${property(file)},line=${one.line},col=${one.column},endLine=${one.endLine},endColumn=${one.endColumn}`;
          return `::${level[one.severity]} ${place},title=${property(one.rule)}::${data(withLaw(one))}\n`;
        })
        .join(""),
    end: "",
  };
}

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
function sarif(): Format {
  const level = { error: "error", warning: "warning", information: "note", hint: "note" } as const;
  const driver = {
    name: displayName,
    semanticVersion: version,
    informationUri: homepage,
    rules: rules.map(({ id, title, law }) => ({
      id,
      shortDescription: { text: `${title}.` },
      ...(law === undefined ? {} : { help: { text: `Asked for by ${law}.` } }),
      helpUri: `${homepage.split("#")[0]}/blob/main/docs/rules/${id.replace("/", "-")}.md`,
    })),
  };
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const result = (file: string, one: FoundIn) => ({
    ruleId: one.rule,
    ruleIndex: indexes.get(one.rule),
    level: level[one.severity],
    message: { text: withLaw(one) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: addressOf(file) },
          region: {
            startLine: one.line,
            startColumn: one.column,
            endLine: one.endLine,
            endColumn: one.endColumn,
          },
        },
      },
    ],
  });
  let any = false;
  return {
    begin: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`,
    letter(file, found) {
      const lines = found.map((one) => {
        const line = `${any ? "," : ""}\n${JSON.stringify(result(file, one))}`;
        any = true;
        return line;
      });
      return lines.join("");
    },
    end: "\n]}]}\n",
  };
}

/** Relative to where the command runs, as code scanning wants it; whole where it lies elsewhere. */
function addressOf(file: string): string {
  const plain = file.replaceAll("\\", "/");
  if (/^(?:\/|[a-z]:\/)/i.test(plain)) return pathToFileURL(file).href;
  return plain.replace(/^\.\//, "").split("/").map(encodeURIComponent).join("/");
}
