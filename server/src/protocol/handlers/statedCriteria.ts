import { oneLine } from "../../base/flatText.ts";
import { formatNumber } from "../../base/formatNumber.ts";
import { decisionWord } from "../../features/reading/outline.ts";
import type { CitedSection } from "../../features/workspace/citedSections.ts";
import { caseNumberOf, decisionDayOf } from "../../features/workspace/indexEntry.ts";
import { letterKey } from "../../features/workspace/letterKey.ts";
import {
  citedSectionAt,
  statedCriteria as criteriaIn,
  type SectionPlace,
  type StatedCriterion,
} from "../../features/workspace/statedCriteria.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Letter } from "../../letter/types.ts";
import {
  type FindCriteriaArguments,
  findCriteriaCommand,
  type StatedCriteria,
  type StatedCriteriaParams,
  type StatingIssue,
  type StatingLetter,
  statedCriteriaRequest,
} from "../extensions.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import type { HoverLink } from "../lsp/hoverMarkup.ts";
import type { ServerContext } from "../serverContext.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import { type ProgressReporter, requestProgress } from "../workspace/progress.ts";
import { readAllLetters } from "../workspace/readLetters.ts";
import { countStating, isOwn, type OwnLetter } from "../workspace/statingLetters.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** `imr/statedCriteria`: how the other letters of the workspace state the criterion of a section. */
export const statedCriteria: ServerFeature = {
  register(context) {
    onCustomRequest(context.connection, statedCriteriaRequest, (params: StatedCriteriaParams, token) =>
      onLetter(context)<StatedCriteria | null, StatedCriteriaParams>(
        "Finding criteria",
        null,
        async ({ document, letter, knowledge }, { position, workDoneToken }) => {
          const place = citedSectionAt(letter, knowledge, toOffset(document, position));
          if (place === undefined) return null;
          const { section } = place;
          const own = ownLetter(document.uri, letter, place);
          const letters: StatingLetter[] = [];
          const progress = requestProgress(context.connection, token, workDoneToken);
          const cancelled = await eachStatingFile(context, section, progress, (open) => {
            letters.push(...statingLettersIn(open, section, own));
          });
          return { section: nameOf(section), edition: section.editionName, cancelled, letters };
        },
      )(params, token),
    );
  },
};

/**
 * The link from a hover over a cited section to the letters that state its criterion, with their number if it's known. Only
 * the number if the editor doesn't follow such links. Undefined if there are none.
 */
export function criteriaLink(
  { letterIndex, client }: ServerContext,
  { document, letter }: OpenLetter,
  place: SectionPlace,
): HoverLink | undefined {
  const stating = letterIndex.stating(place.section.key);
  const count = isCounted(letterIndex, client)
    ? countStating(stating, place.section, ownLetter(document.uri, letter, place))
    : undefined;
  if (count?.letters === 0 && count.inOtherEditions === 0) return undefined;
  if (client.commandLinks && client.markdownHover) {
    const args: FindCriteriaArguments = [document.uri, document.positionAt(place.origin.start)];
    const words = `See How ${count ? lettersInWords(count, "Letter States", "Letters State") : "Other Letters State"} It`;
    const where = count?.letters === 0 ? " in Other Editions" : "";
    return { words: words + where, address: commandAddress(findCriteriaCommand, args) };
  }
  if (count === undefined) return undefined;
  const where = count.letters === 0 ? "for other editions in this folder" : "in this folder";
  const words = `${lettersInWords(count, "letter states", "letters state")} its criterion ${where}.`;
  return { words, address: undefined };
}

const lettersInWords = (
  { letters, inOtherEditions }: ReturnType<typeof countStating>,
  one: string,
  several: string,
): string => {
  const count = letters || inOtherEditions;
  return count === 1 ? `1 ${one}` : `${formatNumber(count)} ${several}`;
};

/** Whether the index has all letters that can be read. */
const isCounted = (letterIndex: ServerContext["letterIndex"], client: ServerContext["client"]): boolean =>
  letterIndex.coverage() === "all" || !client.providesFiles;

const commandAddress = (command: string, args: readonly unknown[]): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;

/** "Special Studies, Low Back Complaints 2004" */
const nameOf = ({ title, editionName }: CitedSection): string =>
  title === null ? editionName : `${title}, ${editionName}`;

const ownLetter = (uri: string, file: Letter, { letter }: SectionPlace): OwnLetter => ({
  uri,
  index: withIssues(file).indexOf(letter),
  caseNumber: caseNumberOf(letter),
});

/** The letters that an index has. */
const withIssues = (file: Letter): readonly Letter[] =>
  lettersIn(file).filter(({ issues }) => issues.length > 0);

/** Calls `visit` with each file that has such a letter. True if it was canceled before the end. */
async function eachStatingFile(
  context: ServerContext,
  section: CitedSection,
  progress: ProgressReporter,
  visit: (file: OpenLetter) => void,
): Promise<boolean> {
  const { letterIndex, letters, documents, readLetters, client } = context;
  if (isCounted(letterIndex, client)) {
    const uris = [...new Set(letterIndex.stating(section.key).map(({ uri }) => uri))];
    for (const uri of uris) {
      const open = letters.open(uri);
      if (open) visit(open);
    }
    const closed = uris.filter((uri) => letters.open(uri) === undefined);
    const wanted = closed.map((uri) => ({ uri, stamp: "" }));
    return (await readLetters(wanted, progress, { letter: visit })).cancelled;
  }
  const seen = new Set<string | undefined>();
  const { cancelled } = await readAllLetters(context, "Finding criteria", progress, {
    letter(file, { uri }) {
      const open = letters.open(uri) ?? file;
      seen.add(uri).add(letterKey(open.letter));
      visit(open);
    },
  });
  for (const uri of documents.keys()) {
    const open = letters.open(uri);
    if (open && !seen.has(uri) && !seen.has(letterKey(open.letter))) visit(open);
  }
  return cancelled;
}

function statingLettersIn(
  { document, letter: file, knowledge }: OpenLetter,
  { key }: CitedSection,
  own: OwnLetter,
): readonly StatingLetter[] {
  const stated = criteriaIn(file, knowledge).filter(({ section }) => section.key === key);
  const toIssue = ({ letter, issue, section, sentences }: StatedCriterion): StatingIssue => ({
    treatment: issue.heading.treatment || `Issue ${issue.index + 1}`,
    decision: decisionWord(issue) ?? null,
    edition: section.editionName,
    sentences: sentences.map((span) => ({
      text: oneLine(letter.text, span),
      range: toRange(document, span),
    })),
  });
  return withIssues(file).flatMap((letter, index) => {
    const caseNumber = caseNumberOf(letter);
    const issues = stated.filter((one) => one.letter === letter).map(toIssue);
    if (issues.length === 0 || isOwn({ uri: document.uri, index, caseNumber }, own)) return [];
    return [{ uri: document.uri, caseNumber, day: decisionDayOf(letter), issues }];
  });
}
