/** The lines that aren't part of the letter: whether they name rules that there are, and whether they are left over. */

import { checklist } from "../../analysis/checklist.ts";
import { editDistance } from "../../base/editDistance.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Directive, Letter } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding, Rule } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** The id of the rule, which only a directive that names it suppresses. */
export const directiveRule = "letter/ignore-line";

/** The rule about these lines, which knows the IDs of all other rules. */
export const ignoreLines = (others: readonly string[]): Rule => ({
  id: directiveRule,
  severity: "warning",
  title: "A line for the review is wrong or left over",
  law: undefined,
  check: (letter, knowledge) =>
    letter.directives.length === 0
      ? []
      : [
          ...matchFindings(letter.directives, (directive) =>
            problemsOf(directive, [...others, directiveRule]),
          ),
          ...leftOver(letter, knowledge),
        ],
});

function problemsOf(directive: Directive, known: readonly string[]): readonly Finding[] {
  const { ignores, rules, named, span } = directive;
  if (ignores === undefined) return [];
  if (rules.length > 0) return matchFindings(rules, (rule) => unknown(rule, directive, known));
  const word = /\S+/.exec(named.words)?.[0];
  if (word !== undefined) return unknown(word, directive, known);
  const what = ignores === "file" ? "the file" : "the next line";
  const message = `This ignores every problem in ${what}. Name the rules, as in “%% imr-ignore letter/remnant”.`;
  return [{ ...createFinding(span, message), downgraded: true }];
}

function unknown(rule: string, { named }: Directive, known: readonly string[]): readonly Finding[] {
  if (known.includes(rule)) return [];
  const start = named.start + named.words.indexOf(rule);
  const at = { start, end: start + rule.length };
  const right = known.find((id) => id.endsWith(`/${rule}`)) ?? nearest(rule, known);
  if (right === undefined) {
    return [
      createFinding(
        at,
        messageNaming([rule], (name) => `There is no rule “${name}”.`),
      ),
    ];
  }
  const message = messageNaming(
    [rule, right],
    (name, suggested) => `There is no rule “${name}”. Did you mean “${suggested}”?`,
  );
  return [createFinding(at, message, [], [replacement(`Change to “${right}”`, at, right, "alternative")])];
}

const maxEdits = 3;

function nearest(rule: string, known: readonly string[]): string | undefined {
  const [first] = known
    .map((id) => ({ id, edits: editDistance(id, rule) }))
    .sort((a, b) => a.edits - b.edits);
  return first && first.edits <= maxEdits ? first.id : undefined;
}

/** One finding for all of them, when nothing else is left to write. */
function leftOver(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const [first, ...others] = letter.directives;
  if (first === undefined || !isComplete(letter, knowledge)) return [];
  const lines = others.length === 0 ? "This line isn't" : `These ${others.length + 1} lines aren't`;
  const message = `${lines} part of the letter. Remove ${others.length === 0 ? "it" : "them"} before you send it.`;
  const related = others.map(({ span }) => ({ ...span, message: "Another such line." }));
  return [{ ...createFinding(first.span, message, related, [removeLines(letter)]), downgraded: true }];
}

const isComplete = (letter: Letter, knowledge: Knowledge): boolean =>
  lettersIn(letter).every(
    (one) =>
      one.issues.length > 0 &&
      one.issues.every((issue) => checklist(one, issue, knowledge).every(({ present }) => present)),
  );

/** What they ignore is reported afterwards. */
function removeLines({ directives }: Letter): Fix {
  const edits = directives.map(({ line }) => ({ ...line, text: "" }));
  const title = edits.length === 1 ? "Remove this line" : `Remove these ${edits.length} lines`;
  return { title, edits, applicability: "alternative" };
}
