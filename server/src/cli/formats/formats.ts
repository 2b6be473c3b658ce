/** The forms in which findings are printed. Each is written letter by letter, so that memory stays the same. */

import { escapeControls } from "../io/escapeControls.ts";
import type { Format } from "./format.ts";
import { messageWithLaw, type ReportedFinding, type SourceLocation } from "./reportedFinding.ts";
import { sarif } from "./sarif.ts";

export const formats = {
  text: text(),
  json: json(),
  ndjson: ndjson(),
  sarif: sarif(),
  github: github(),
} as const;

export type FormatName = keyof typeof formats;

/**
 * For people, and for what opens files at a place that a line begins with: the place, the line with what is meant in it
 * underlined, and other places that belong to it.
 */
function text(): Format {
  return {
    begin: "",
    letter(file, found) {
      if (found.length === 0) return "";
      const at = ({ line, column }: SourceLocation): string => `${file}:${line}:${column}`;
      const lines = found.flatMap((one) => [
        `${at(one)}: ${one.severity}: ${messageWithLaw(one)} [${one.rule}]`,
        ...quoted(one),
        ...one.related.map((place) => `${at(place)}: see also: ${place.message}`),
      ]);
      return `${lines.map(escapeControls).join("\n")}\n\n`;
    },
    end: () => "",
  };
}

/** Long lines are shown around the place. */
const widest = 100;

function quoted({ source: { line, start, end } }: ReportedFinding): readonly string[] {
  const indent = Math.min(start, line.search(/\S|$/));
  const from = start > widest / 2 && line.length > widest ? start - Math.floor(widest / 4) : indent;
  const part = line.slice(from, from + widest).replaceAll("\t", " ");
  if (part.trim() === "") return [];
  // What is shown by its code is longer than it was.
  const [before, meant] = [part.slice(0, start - from), part.slice(start - from, end - from)].map(
    escapeControls,
  );
  const underline = `${" ".repeat(before?.length ?? 0)}${"^".repeat(Math.max(1, meant?.length ?? 0))}`;
  return [`      ${part.trimEnd()}`, `      ${underline}`];
}

type FindingRecord = Omit<ReportedFinding, "source">;

const recordOf = ({ source: _, ...rest }: ReportedFinding): FindingRecord => rest;

/** One list of letters with findings. */
function json(): Format {
  return {
    begin: "[",
    letter: (file, found, isFirst) =>
      `${isFirst ? "\n" : ",\n"}${JSON.stringify({ file, findings: found.map(recordOf) })}`,
    end: () => "\n]\n",
  };
}

/** A letter a line, those without findings too. */
function ndjson(): Format {
  return {
    begin: "",
    letter: (file, found) => `${JSON.stringify({ file, findings: found.map(recordOf) })}\n`,
    end: () => "",
  };
}

/** Lines that GitHub shows beside a change. */
function github(): Format {
  const level = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;
  const escaped = (words: string): string =>
    words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const data = (words: string): string => escapeControls(escaped(words));
  const property = (words: string): string =>
    escapeControls(escaped(words).replaceAll(":", "%3A").replaceAll(",", "%2C"));
  return {
    begin: "",
    letter: (file, found) =>
      found
        .map((one) => {
          const place = `file=${property(file)},line=${one.line},col=${one.column},endLine=${one.endLine},endColumn=${one.endColumn}`;
          return `::${level[one.severity]} ${place},title=${property(one.rule)}::${data(messageWithLaw(one))}\n`;
        })
        .join(""),
    end: () => "",
  };
}
