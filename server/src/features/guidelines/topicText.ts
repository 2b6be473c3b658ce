/** What is said of a topic, in the same words wherever it is shown. */
import type { Guideline, Pages, Topic } from "../../knowledge/types.ts";

/** The recommendation as a sentence, then the summary, unless it says the same at its start. */
export function topicSummary({ recommendation, summary }: Topic): string {
  if (recommendation === undefined || recommendation === "") return summary;
  const lead = recommendation.charAt(0).toUpperCase() + recommendation.slice(1);
  if (summary.toLowerCase().startsWith(recommendation.toLowerCase())) return summary;
  return `${lead}. ${summary}`.trim();
}

/** How sure the index is of the topic and its pages. */
export function confidenceText(topic: Topic, guideline: Guideline): string {
  const word = surenessOf(topic, guideline);
  return topic.from === undefined ? word : `From your pack “${topic.from}”. ${word}`;
}

function surenessOf({ confidence, pages, pagesFrom }: Topic, guideline: Guideline): string {
  if (pagesFrom === "copy") return "Pages read from your copy.";
  const check = guideline.url === undefined ? "check the document" : "check the PDF";
  const unplaced = pages.length === 0 && guideline.pages !== undefined;
  if (confidence === "low" || unplaced) return `Not confirmed; ${check}.`;
  if (confidence === "medium") return `As letters usually cite it; ${check}.`;
  return pages.length > 0
    ? "Page seen in a published letter or source."
    : "Seen in a published letter or source.";
}

/** Pages that letters cite beside those already told. */
export function alsoCited(cited: readonly Pages[], told: readonly Pages[]): string {
  const beside = cited.filter(
    (range) => !told.some(({ first, last }) => first <= range.first && range.last <= last),
  );
  return beside.length === 0 ? "" : `Letters also cite ${pagesInWords(beside)}.`;
}

/** "page 63", "pages 41-42, 60"; empty where there are none. */
export function pagesInWords(pages: readonly Pages[]): string {
  const ranges = pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  if (ranges.length === 0) return "";
  return `${ranges.length === 1 && pages[0]?.first === pages[0]?.last ? "page" : "pages"} ${ranges.join(", ")}`;
}
