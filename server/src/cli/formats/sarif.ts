/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), written letter by letter. */

import path from "node:path";
import { pathToFileURL } from "node:url";
import { displayName, homepage, version } from "../../../../package.json";
import { safeJson } from "../../base/safeJson.ts";
import { rulePage } from "../../review/ruleDocs.ts";
import { rules } from "../../review/rules.ts";
import type { Severity } from "../../review/types.ts";
import { pluralize } from "../pluralize.ts";
import type { Format } from "./format.ts";
import {
  messageWithLaw,
  type ReportedFinding,
  type SourceLocation,
  withPagePlace,
} from "./reportedFinding.ts";
import pages from "./rulePages.json";

const levels = {
  off: "none",
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
} as const;
const levelOf = (severity: Severity) => levels[severity];

/** A rule as a SARIF `reportingDescriptor`. */
const ruleOf = ({ id, severity, title, law }: (typeof rules)[number]) => {
  const { what, why } = pages[id as keyof typeof pages];
  const helpUri = rulePage(id);
  const requiredBy = law === undefined ? "" : `Required by ${law}.`;
  const help = [what, why, requiredBy].filter((paragraph) => paragraph !== "");
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: plain(what) },
    help: {
      text: plain(help.join("\n\n")),
      markdown: [...help, `[More on this rule](${helpUri})`].join("\n\n"),
    },
    helpUri,
    defaultConfiguration: { enabled: severity !== "off", level: levelOf(severity) },
  };
};

/** Removes the Markdown syntax that the rule pages use: links, emphasis, and code. */
const plain = (markdown: string): string =>
  markdown.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/(?<!\w)[*`](.*?)[*`](?!\w)/gs, "$1");

/** The base of relative paths. It isn't resolved, because the log may be moved. */
const base = "%SRCROOT%";

/** Number of files that couldn't be read to list; the others are only counted. */
const maxNotifications = 1000;

export function sarif(): Format {
  const driver = {
    name: displayName,
    version,
    semanticVersion: version,
    informationUri: homepage,
    rules: rules.map(ruleOf),
  };
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const location = (file: string, { line, column, endLine, endColumn }: SourceLocation) => ({
    physicalLocation: {
      artifactLocation: artifact(file),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  });
  const result = (file: string, one: ReportedFinding) => ({
    ruleId: one.rule,
    ruleIndex: indexes.get(one.rule),
    level: levelOf(one.severity),
    message: { text: withPagePlace(messageWithLaw(one), one) },
    locations: [location(file, one)],
    ...(one.related.length === 0
      ? {}
      : {
          relatedLocations: one.related.map((related, id) => ({
            id,
            ...location(file, related),
            message: { text: withPagePlace(related.message, related) },
          })),
        }),
    partialFingerprints: { "imrFinding/v1": one.fingerprint },
  });
  let any = false;
  const unreadable: unknown[] = [];
  let more = 0;

  const runStart = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [base]: { description: { text: "The folder that the command ran in." } } },
  };
  return {
    begin: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${safeJson(runStart).slice(0, -1)},"results":[`,
    letter(file, findings) {
      const lines = findings.map((one) => {
        const line = `${any ? "," : ""}\n${safeJson(result(file, one))}`;
        any = true;
        return line;
      });
      return lines.join("");
    },
    unreadable(file, why) {
      if (unreadable.length === maxNotifications) more++;
      else unreadable.push(notification(`The file couldn't be read: ${why}.`, file));
    },
    end(exitCode) {
      const notifications =
        more === 0
          ? unreadable
          : [...unreadable, notification(`${pluralize(more, "more file", "more files")} couldn't be read.`)];
      const invocation = {
        executionSuccessful: exitCode < 2,
        exitCode,
        ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
      };
      return `\n],"invocations":[${safeJson(invocation)}]}]}\n`;
    },
  };
}

const notification = (text: string, file?: string) => ({
  level: "error",
  message: { text },
  ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] }),
});

/** A path relative to the working directory, as code scanning expects, or an absolute one for a file outside of it. */
function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const parts = path.normalize(file).split(path.sep);
  if (path.isAbsolute(file) || parts[0] === "..") return { uri: pathToFileURL(file).href };
  // Invalid Unicode, which the id of an input line may have, can't be encoded.
  return {
    uri: parts.map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"))).join("/"),
    uriBaseId: base,
  };
}
