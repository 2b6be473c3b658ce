/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/, written letter by letter. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { displayName, homepage, version } from "../../../../package.json";
import { rulePage } from "../../review/ruleDocs.ts";
import { rules } from "../../review/rules.ts";
import type { Severity } from "../../review/types.ts";
import type { Format } from "./format.ts";
import { messageWithLaw, type ReportedFinding, type SourceLocation } from "./reportedFinding.ts";
import pages from "./rulePages.json";

const levels = {
  off: "none",
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
} as const;
const levelOf = (severity: Severity) => levels[severity];

/** What a run knows of the rules. */
const ruleOf = ({ id, severity, title, law }: (typeof rules)[number]) => {
  const { what, why } = pages[id as keyof typeof pages];
  const helpUri = rulePage(id);
  const asked = law === undefined ? "" : `Asked for by ${law}.`;
  const help = [what, why, asked].filter((words) => words !== "");
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

/** Markdown without its marks, as the pages of the rules have them: links, emphasis and code. */
const plain = (markdown: string): string =>
  markdown.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/(?<!\w)[*`](.*?)[*`](?!\w)/gs, "$1");

/** Paths are told by it, and not where it lies: the log may go elsewhere. */
const base = "%SRCROOT%";

/** So many files that could not be read are told; the others are counted. */
const mostTold = 1000;

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
    message: { text: messageWithLaw(one) },
    locations: [location(file, one)],
    ...(one.related.length === 0
      ? {}
      : {
          relatedLocations: one.related.map((place, id) => ({
            id,
            ...location(file, place),
            message: { text: place.message },
          })),
        }),
    partialFingerprints: { "imrFinding/v1": one.fingerprint },
  });
  let any = false;
  const unreadable: unknown[] = [];
  let more = 0;

  const runBegins = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [base]: { description: { text: "The folder in which the command ran." } } },
  };
  return {
    begin: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${JSON.stringify(runBegins).slice(0, -1)},"results":[`,
    letter(file, found) {
      const lines = found.map((one) => {
        const line = `${any ? "," : ""}\n${JSON.stringify(result(file, one))}`;
        any = true;
        return line;
      });
      return lines.join("");
    },
    unreadable(file, why) {
      if (unreadable.length === mostTold) more++;
      else unreadable.push(notification(`It could not be read: ${why}.`, file));
    },
    end(exitCode) {
      const told = more === 0 ? unreadable : [...unreadable, notification(`${more} more could not be read.`)];
      const invocation = {
        executionSuccessful: exitCode < 2,
        exitCode,
        ...(told.length === 0 ? {} : { toolExecutionNotifications: told }),
      };
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

const notification = (words: string, file?: string) => ({
  level: "error",
  message: { text: words },
  ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] }),
});

/** Relative to where the command runs, as code scanning wants it; whole where it lies elsewhere. */
function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const parts = path.normalize(file).split(path.sep);
  if (path.isAbsolute(file) || parts[0] === "..") return { uri: pathToFileURL(file).href };
  // What is no Unicode, as an id in a line of input may be, has no address.
  return {
    uri: parts.map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"))).join("/"),
    uriBaseId: base,
  };
}
