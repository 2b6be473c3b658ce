/** Asks which guideline a document is: one that the index has, or another one, which the user describes. */
import * as vscode from "vscode";
import type { ReadHeading, ReadPage } from "../../../reader/src/messages.ts";
import {
  type GuidelineMatch,
  identifyCopyRequest,
  type OwnGuideline,
} from "../../../server/src/protocol/extensions.ts";
import type { LetterClient } from "../languageClient.ts";
import { askToConfirm, escapeItem, escapeMessage } from "../util/messages.ts";
import {
  daysIn,
  daysInWords,
  guessedFrom,
  type Kind,
  kindByTitle,
  ownGuidelineId,
  yearIn,
} from "./ownGuidelineInput.ts";
import type { GuidelineCopy } from "./storedCopies.ts";

/** A document that is to be a copy of a guideline. */
export interface ReadDocument {
  /** The name of its file. */
  readonly source: string;
  readonly pages: readonly ReadPage[];
  readonly headings: readonly ReadHeading[];
  readonly title?: string | undefined;
}

export interface GuidelineChoice {
  /** The guideline's ID. */
  readonly guideline: string;
  readonly name: string;
  /** What the user says about a guideline that the index doesn't have. */
  readonly own?: OwnGuideline | undefined;
}

type Client = Pick<LetterClient, "sendRequest">;

interface GuidelineItem extends vscode.QuickPickItem {
  /** Undefined for another guideline. */
  readonly match?: GuidelineMatch;
}

/**
 * Undefined if the user cancels; "noAnswer" if the server doesn't respond. `stored` are the copies that there are,
 * `current` the one whose guideline is to be changed, and `wanted` what another extension asks for: an ID, or what a
 * guideline of the user's own is.
 */
export async function chooseGuideline(
  client: Client,
  document: ReadDocument,
  stored: readonly GuidelineCopy[],
  current: GuidelineCopy | undefined,
  wanted: unknown,
): Promise<GuidelineChoice | "noAnswer" | undefined> {
  const { pages, headings, source } = document;
  const all = await client.sendRequest<readonly GuidelineMatch[]>(identifyCopyRequest, { pages, headings });
  if (!all) return "noAnswer";
  const given = all.find(({ guideline }) => guideline === wanted);
  if (given) return choiceOf(given, stored);
  if (isOwnGuideline(wanted)) return another(wanted, stored);
  const picked = await vscode.window.showQuickPick(itemsFor(all, current), {
    title: escapeMessage(vscode.l10n.t("Which guideline is “{0}”?", source)),
    placeHolder: vscode.l10n.t("Hovers in letters that cite this guideline will show its text"),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  if (!picked.match) {
    const start = pages[0]?.text ?? "";
    const known = current?.own ?? guessedFrom(document.title, source, start);
    const own = await describeGuideline(known, all);
    return own && another(own, stored);
  }
  const { match } = picked;
  const isDoubtful =
    !match.isLikely && !match.named && match.guideline !== current?.guideline && !match.isOwn;
  return isDoubtful && !(await confirmDoubtful(match, source)) ? undefined : choiceOf(match, stored);
}

/** The first item is preselected: the guideline that it is now, the most likely one, or another one. */
function itemsFor(all: readonly GuidelineMatch[], current: GuidelineCopy | undefined): GuidelineItem[] {
  const [best] = all;
  const other: GuidelineItem = {
    label: vscode.l10n.t("Another Guideline…"),
    detail: vscode.l10n.t("One that isn't in this list. You give its name, edition, and dates."),
  };
  const isCurrent = ({ guideline }: GuidelineMatch): boolean => guideline === current?.guideline;
  const first = all.find(isCurrent) ?? (best?.isLikely ? best : undefined);
  const items = all.map((match): GuidelineItem => {
    const description = isCurrent(match)
      ? vscode.l10n.t("current")
      : match === best && match.isLikely
        ? vscode.l10n.t("most likely")
        : undefined;
    // Most of the list has nothing in common with the document.
    const detail = match.found > 0 || match.named || match.isOwn ? reasonsFor(match) : undefined;
    return escapeItem({ label: match.name, description, detail, match });
  });
  const isOfFirst = (item: GuidelineItem): boolean => item.match === first;
  return first
    ? [...items.filter(isOfFirst), other, ...items.filter((item) => !isOfFirst(item))]
    : [other, ...items];
}

function reasonsFor({ found, of, named, isOwn }: GuidelineMatch): string | undefined {
  const reasons = [
    isOwn ? vscode.l10n.t("your own guideline") : "",
    of === 0 || isOwn ? "" : vscode.l10n.t("{0} of {1} known topics found", found, of),
    named ? vscode.l10n.t("named on the first pages") : "",
  ].filter((reason) => reason !== "");
  return reasons.length === 0 ? undefined : reasons.join(", ");
}

function confirmDoubtful(match: GuidelineMatch, source: string): Promise<boolean> {
  const question = vscode.l10n.t("“{0}” doesn't look like {1}.", source, match.name);
  return askToConfirm(question, reasonsFor(match), vscode.l10n.t("Import Anyway"));
}

const choiceOf = (
  { guideline, name, isOwn }: GuidelineMatch,
  stored: readonly GuidelineCopy[],
): GuidelineChoice => ({
  guideline,
  name,
  own: isOwn ? stored.find((copy) => copy.guideline === guideline)?.own : undefined,
});

/** A guideline with the same name and year is the same guideline, whose copy is replaced. */
function another(own: OwnGuideline, stored: readonly GuidelineCopy[]): GuidelineChoice {
  const same = stored.find((copy) => copy.own?.name === own.name && copy.own.year === own.year);
  const taken = new Set(stored.map((copy) => copy.guideline));
  return { guideline: same?.guideline ?? ownGuidelineId(own, taken), name: nameOf(own), own };
}

const nameOf = ({ name, year }: OwnGuideline): string => (year === undefined ? name : `${name} (${year})`);

function isOwnGuideline(value: unknown): value is OwnGuideline {
  const { name, year, kind } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof name === "string" &&
    name.trim() !== "" &&
    (year === undefined || yearIn(String(year)) === year) &&
    (kind === undefined || kind === "mtus" || kind === "other")
  );
}

const maxNameLength = 200;

/** Asks for the name, the edition, the dates, and the kind; undefined if the user cancels. */
async function describeGuideline(
  known: OwnGuideline,
  all: readonly GuidelineMatch[],
): Promise<OwnGuideline | undefined> {
  const { showInputBox } = vscode.window;
  const name = await showInputBox({
    title: vscode.l10n.t("Another Guideline: Name (1 of 4)"),
    prompt: vscode.l10n.t("As letters cite it, with an abbreviation in parentheses if they use one"),
    value: known.name,
    ignoreFocusOut: true,
    validateInput: (words) =>
      /\p{L}{2}/u.test(words) && words.length <= maxNameLength ? undefined : vscode.l10n.t("Enter a name."),
  });
  if (name === undefined) return undefined;
  const year = await showInputBox({
    title: vscode.l10n.t("Another Guideline: Edition (2 of 4)"),
    prompt: vscode.l10n.t("The year that letters give after the name. Leave it empty if there is none"),
    value: known.year === undefined ? "" : String(known.year),
    ignoreFocusOut: true,
    validateInput: (words) =>
      words.trim() === "" || yearIn(words) !== undefined
        ? undefined
        : vscode.l10n.t("Enter a year, such as 2019."),
  });
  if (year === undefined) return undefined;
  const days = await showInputBox({
    title: vscode.l10n.t("Another Guideline: Dates (3 of 4)"),
    prompt: vscode.l10n.t(
      "The first day on which it applies, and the last one. Leave it empty if you don't know",
    ),
    placeHolder: "04/01/2019 to 06/30/2021",
    value: daysInWords(known),
    ignoreFocusOut: true,
    validateInput: (words) =>
      daysIn(words)
        ? undefined
        : vscode.l10n.t("Enter dates such as 04/01/2019, or 04/01/2019 to 06/30/2021."),
  });
  if (days === undefined) return undefined;
  const own = { name: name.trim(), year: yearIn(year), ...daysIn(days) };
  const kind = await pickKind(known.kind ?? kindByTitle(own.name, all));
  return kind && { ...own, kind };
}

interface KindItem extends vscode.QuickPickItem {
  readonly is: Kind;
}

/** The first item is preselected: the kind that it is, or that its title says. */
async function pickKind(likely: Kind): Promise<Kind | undefined> {
  const mtus: KindItem = {
    is: "mtus",
    label: vscode.l10n.t("Part of the MTUS"),
    detail: vscode.l10n.t("Cited as “MTUS”, with its year and sections"),
  };
  const other: KindItem = {
    is: "other",
    label: vscode.l10n.t("Another Source"),
    detail: vscode.l10n.t("Cited as “Non-MTUS Citation”"),
  };
  const picked = await vscode.window.showQuickPick(likely === "mtus" ? [mtus, other] : [other, mtus], {
    title: vscode.l10n.t("Another Guideline: Kind (4 of 4)"),
    placeHolder: vscode.l10n.t("Is it an edition of a guideline that California has adopted?"),
    ignoreFocusOut: true,
  });
  return picked?.is;
}
