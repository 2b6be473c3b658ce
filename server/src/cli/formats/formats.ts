/** The output formats for findings. Each is written letter by letter, so memory use stays constant. */

import { safeJson } from "../../base/safeJson.ts";
import { escapeControls } from "../io/escapeControls.ts";
import type { Format } from "./format.ts";
import {
  messageWithLaw,
  placeInWords,
  type ReportedFinding,
  type SourceLocation,
  withPagePlace,
} from "./reportedFinding.ts";
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
 * For people, and for terminals and editors that open files at a location at the start of a line: the location, the line with
 * the text underlined, and related locations.
 */
function text(): Format {
  return {
    begin: "",
    letter(file, findings) {
      if (findings.length === 0) return "";
      const at = (place: SourceLocation): string => placeInWords(file, place);
      const lines = findings.flatMap((one) => [
        `${at(one)}: ${one.severity}: ${messageWithLaw(one)} [${one.rule}]`,
        ...quoted(one),
        ...one.related.map((place) => `${at(place)}: see also: ${place.message}`),
      ]);
      return `${lines.map(escapeControls).join("\n")}\n\n`;
    },
    end: () => "",
  };
}

/** Of a longer line, only the part around the location is shown. */
const maxLineWidth = 100;

function quoted({ source: { line, start, end } }: ReportedFinding): readonly string[] {
  const indent = Math.min(start, line.search(/\S|$/));
  const from =
    start > maxLineWidth / 2 && line.length > maxLineWidth ? start - Math.floor(maxLineWidth / 4) : indent;
  const part = line.slice(from, from + maxLineWidth).replaceAll("\t", " ");
  if (part.trim() === "") return [];
  // Escaped characters are longer.
  const [before, underlined] = [part.slice(0, start - from), part.slice(start - from, end - from)].map(
    escapeControls,
  );
  const underline = `${" ".repeat(before?.length ?? 0)}${"^".repeat(Math.max(1, underlined?.length ?? 0))}`;
  return [`      ${part.trimEnd()}`, `      ${underline}`];
}

type FindingRecord = Omit<ReportedFinding, "source">;

const recordOf = ({ source: _, ...rest }: ReportedFinding): FindingRecord => rest;

/** One list of all letters with their findings. */
function json(): Format {
  return {
    begin: "[",
    letter: (file, findings, isFirst) =>
      `${isFirst ? "\n" : ",\n"}${safeJson({ file, findings: findings.map(recordOf) })}`,
    end: () => "\n]\n",
  };
}

/** One letter per line, including those without findings. */
function ndjson(): Format {
  return {
    begin: "",
    letter: (file, findings) => `${safeJson({ file, findings: findings.map(recordOf) })}\n`,
    end: () => "",
  };
}

/** Workflow commands that GitHub shows as annotations on a change. */
function github(): Format {
  const level = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;
  const escaped = (text: string): string =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const data = (text: string): string => escapeControls(escaped(text));
  const property = (text: string): string =>
    escapeControls(escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C"));
  return {
    begin: "",
    letter: (file, findings) =>
      findings
        .map((one) => {
          const location = `file=${property(file)},line=${one.line},col=${one.column},endLine=${one.endLine},endColumn=${one.endColumn}`;
          return `::${level[one.severity]} ${location},title=${property(one.rule)}::${data(withPagePlace(messageWithLaw(one), one))}\n`;
        })
        .join(""),
    end: () => "",
  };
}
