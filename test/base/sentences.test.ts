import { expect, it } from "vitest";
import { sentences } from "../../server/src/base/sentences.ts";

const split = (flat: string) => sentences(flat).map(({ start, end }) => flat.slice(start, end));

// The expected sentences are separated by |.
it.each([
  [""],
  ["One."],
  ["No period"],
  ["One.| Two.| Three."],
  ["One!| Two?| Three"],
  ["Norco 7.5mg is taken.| It helps."],
  ["See www.drugs.com for more.| It is free."],
  ["Dr. Smith saw her.| He agreed."],
  ["Harris J. Occupational medicine is a book.| It is long."],
  ["She takes vitamin D.| The request is not medically necessary."],
  ["See No. 5 of the list.| It is short."],
  ["The answer is no.| The request is not necessary."],
  ["See pp. 76-85 and pg. 607 of it.| Both apply."],
  ["Smith et al. found none.| It was small."],
  ["Gel, cream, etc.| The request is not specific."],
  ["It was changes.|On 10/28/2013 she came."],
  ["She came on 10/28/2013.|The pain was 7/10."],
  ["It is so (Browning, 2001).|Then it was not."],
  ['She said "it hurts."| The exam was normal.'],
  ["2. Opioids for subacute pain are listed.| They are not advised."],
  ["It helped ...| Then it did not."],
  ["Ends in e.g. Norco or i.e. Vicodin.| Done."],
  ["vs. placebo it failed.| Done."],
])("%s", (marked) => {
  expect(split(marked.replaceAll("|", ""))).toEqual(marked ? marked.split(/\| ?/) : []);
});

it("covers every word once and in order", () => {
  const flat = "A. B! c.D (e). f? 'G.' h";
  expect(split(flat).join("").replaceAll(" ", "")).toBe(flat.replaceAll(" ", ""));
});
