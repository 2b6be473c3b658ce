/** Texts about a topic, the same wherever it is shown. */
import type { Guideline, Pages, Topic } from "../../knowledge/types.ts";

/** The recommendation as a sentence, unless the summary begins with it, and the summary. */
export function topicSummary({ recommendation, summary }: Topic): string {
  if (recommendation === undefined || recommendation === "") return summary;
  const lead = recommendation.charAt(0).toUpperCase() + recommendation.slice(1);
  if (summary.toLowerCase().startsWith(recommendation.toLowerCase())) return summary;
  return `${lead}. ${summary}`.trim();
}

/** How reliable the topic and its pages are, and the user's pack that they come from, if any. */
export function confidenceText(topic: Topic, guideline: Guideline): string {
  const text = reliability(topic, guideline);
  return topic.from === undefined ? text : `From your pack “${topic.from}”. ${text}`;
}

function reliability({ confidence, pages, pagesFrom, isOwn }: Topic, guideline: Guideline): string {
  if (guideline.isOwn) return "Read from your copy.";
  if (isOwn) return "Read from your copy. The index doesn't have this topic.";
  if (pagesFrom === "copy") return "Pages read from your copy.";
  const check = guideline.url === undefined ? "Check the document." : "Check the PDF.";
  const hasNoPages = pages.length === 0 && guideline.pages !== undefined && guideline.pagesFrom !== "copy";
  if (confidence === "low" || hasNoPages) return `Unconfirmed. ${check}`;
  if (confidence === "medium") return `Usually cited this way. ${check}`;
  return pages.length > 0
    ? "Page seen in a published letter or source."
    : "Seen in a published letter or source.";
}

/** Names the pages in `cited` that aren't within `shown`. Empty if there are none. */
export function alsoCited(cited: readonly Pages[], shown: readonly Pages[]): string {
  const others = cited.filter(
    (range) => !shown.some(({ first, last }) => first <= range.first && range.last <= last),
  );
  return others.length === 0 ? "" : `Letters also cite ${pagesInWords(others)}.`;
}

/** The pages of a topic, and whether they are those of the user's copy: "page 41 of your copy". Empty if they aren't known. */
export function topicPages({ pages, pagesFrom }: Pick<Topic, "pages" | "pagesFrom">): string {
  const words = pagesInWords(pages);
  return words !== "" && pagesFrom === "copy" ? `${words} of your copy` : words;
}

/** "page 63", "pages 41-42, 60". Empty if there are none. */
export function pagesInWords(pages: readonly Pages[]): string {
  const ranges = pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  if (ranges.length === 0) return "";
  return `${ranges.length === 1 && pages[0]?.first === pages[0]?.last ? "page" : "pages"} ${ranges.join(", ")}`;
}
