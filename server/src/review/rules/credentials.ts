/** Credentials that are missing, and words in their place that aren't any. */

import { isWithinEdits } from "../../base/editDistance.ts";
import { flatten, isBlank } from "../../base/flatText.ts";
import { lazy } from "../../base/memoize.ts";
import type { Span } from "../../base/span.ts";
import { placeholders } from "../../letter/standardWording.ts";
import { olderAbbreviations, stateAbbreviations, stateName, stateNames } from "../../letter/states.ts";
import type { Letter } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import { credentialsFix } from "../fixes/letterFixes.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";
import { expectedSections } from "./letterSections.ts";

export function credentialProblems(letter: Letter): readonly Finding[] {
  const how = letter.sections.find((s) => s.kind === "how");
  const goesOn = letter.sections.some((s) => s.kind === "summary" || s.kind === "issues");
  if (expectedSections(letter).length === 0 || !how || isBlank(how.body) || !goesOn) return [];
  const { credentials } = letter;
  if (!credentials) {
    return [
      createFinding(
        how.heading,
        "The reviewer's qualifications are missing. Add licensure and specialty to this section.",
        [],
        [credentialsFix(letter, how)],
      ),
    ];
  }
  const missing = [
    ...(credentials.licensure ? [] : ["the state of licensure"]),
    ...(credentials.specialty ? [] : ["the specialty"]),
  ];
  const { licensure, specialty } = credentials;
  const invalid = [
    ...(licensure ? licensureProblems(letter, licensure) : []),
    ...(specialty ? specialtyProblems(letter, specialty) : []),
  ];
  // A credentials sentence is free text; a credentials block has a label for each.
  if (missing.length === 0 || credentials.form === "sentence") return invalid;
  return [
    createFinding(credentials.span, `The reviewer's credentials don't include ${missing.join(" or ")}.`),
    ...invalid,
  ];
}

/** Words in place of a value. */
const noValue =
  /^(?:n\.? ?[/.]? ?a\.?|none(?: (?:listed|given|stated|provided|noted|on file|available))?|nil|null|not? (?:applicable|available|provided|listed|given|stated|known|specified|on file|certified|license)|unknown|undefined|unlicensed|tb[da]|to (?:be [a-z]+|follow|come)|awaiting [a-z]+|in progress|incomplete|required|needed|missing|information|pending|blank|various|other|same|same as above|see (?:above|below|cv|attached)|xx+|x|test|here|yes|no|[-–—._?*# ]+|\d+|[a-z])\.?$/i;

const stateList = lazy(() => {
  const dotted = stateAbbreviations.map((letters) => [...letters].join("\\.? ?"));
  return {
    names: stateName(),
    abbreviations: new RegExp(
      `(?<![\\w.])(?:(?:${dotted.join("|")})|(?:${olderAbbreviations.join("|")}))(?![\\w])\\.?`,
      "g",
    ),
  };
});

/** Words of a longer entry: "Licensed in the State of California, license no. 123 (active)". */
const besidesStates =
  /\b(?:state|states|commonwealth|of|the|in|and|also|as well as|licensed|licensure|license|licence|medical|osteopathic|board|boards|physician|surgeon|no|number|nos|active|inactive|expired|since|current|currently|full|unrestricted|practice|practices|to|all|fifty|multiple|usa|u\.?s\.?a?\.?|united|with|has|is|has been|m\.?d\.?|d\.?o\.?)(?![a-z])|[a-z]{0,2}\d+/gi;

/** In words. A longer text isn't a list of states. */
const maxOtherWords = 4;

function licensureProblems({ text }: Letter, at: Span): readonly Finding[] {
  const flat = flatten(text, at);
  if (flat.text === placeholders.licensure.words) return [];
  if (noValue.test(flat.text)) {
    return [
      createFinding(
        at,
        messageNaming([flat.text], (words) => `“${words}” isn't a state of licensure.`),
      ),
    ];
  }
  const { names, abbreviations } = stateList();
  const blanks = (words: string) => " ".repeat(words.length);
  const rest = flat.text
    .replace(names, blanks)
    .replace(abbreviations, blanks)
    .replace(besidesStates, blanks)
    .replace(/[^A-Za-z ]/g, (mark) => (/['.-]/.test(mark) ? " " : ";"));
  const others = [...rest.matchAll(/[A-Za-z](?:[A-Za-z ]*[A-Za-z])?/g)];
  const words = others.flatMap((m) => m[0].split(/ +/));
  if (words.length > maxOtherWords) return [];
  return others.map((m): Finding => {
    const span = flat.span(m.index, m.index + m[0].length);
    const near = nearestState(m[0]);
    return createFinding(
      span,
      messageNaming([m[0]], (shown) => `“${shown}” isn't a US state.`),
      [],
      near ? [replacement(`Change to “${near}”`, span, near, "confirm") satisfies Fix] : [],
    );
  });
}

function nearestState(words: string): string | undefined {
  const lower = words.toLowerCase();
  return stateNames.find((name) => {
    const known = name.toLowerCase();
    return (
      isWithinEdits(lower, known, 2) ||
      (lower.length >= 3 && known.startsWith(lower) && known.length > lower.length)
    );
  });
}

/** Degrees and words that say no specialty. */
const noSpecialty =
  /^(?:(?:licensed |medical |the )?(?:physician|doctor|surgeon|reviewer|provider|expert|specialist|practitioner)(?: reviewer)?s?|expert reviewer|m\.?d\.?|d\.?o\.?|medicine|doctor of medicine|board[- ]certified|certified|specialty|state)\.?$/i;

function specialtyProblems({ text }: Letter, at: Span): readonly Finding[] {
  const { text: words } = flatten(text, at);
  if (words === placeholders.specialty.words) return [];
  const { names } = stateList();
  const isState = words.replace(names, "").replace(/[ ,]|and/g, "") === "";
  const hasWord = /[A-Za-z]{2}/.test(words);
  if (noValue.test(words) || isState || !hasWord) {
    return [
      createFinding(
        at,
        messageNaming([words], (shown) => `“${shown}” isn't a medical specialty.`),
      ),
    ];
  }
  if (!noSpecialty.test(words)) return [];
  const message = messageNaming(
    [words],
    (shown) => `“${shown}” isn't a medical specialty. Name the specialty.`,
  );
  return [{ ...createFinding(at, message), downgraded: true }];
}
