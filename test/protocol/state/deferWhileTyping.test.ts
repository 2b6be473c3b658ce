import { describe, expect, test } from "vitest";
import { createTypingDeferral, idleDelayMs } from "../../../server/src/protocol/state/deferWhileTyping.ts";
import { stoppedClock } from "../client.ts";

const uri = "file:///letter.imr";

/**
 * A document in which every `?` is a finding of the rule "ask" and every `!` one of the rule "shout". A finding is shown
 * as the words around it.
 */
function writing(opened: string) {
  const clock = stoppedClock();
  const still: string[] = [];
  const typing = createTypingDeferral(clock);
  typing.onIdle((which) => still.push(which));
  let text = "";
  const become = (next: string) => {
    text = next;
    typing.read(uri, next);
    return shown();
  };
  const faults = () =>
    [...text.matchAll(/\S*([?!])/g)].map((m) => ({
      rule: m[1] === "?" ? "ask" : "shout",
      start: m.index,
      end: m.index + m[0].length,
    }));
  const shown = () => typing.show(uri, faults()).map(({ start, end }) => text.slice(start, end));
  return { clock, still, typing, become, shown, faults, opened: become(opened) };
}

describe("findings", () => {
  test("in a document that opens are shown immediately", () => {
    expect(writing("a?\nb!").opened).toEqual(["a?", "b!"]);
  });

  test("new in the line being typed are deferred until the document is idle", () => {
    const { become, clock, shown, still } = writing("one\ntwo\n");
    expect(become("one\ntwo?\n")).toEqual([]);
    clock.advance(idleDelayMs - 1);
    expect(shown()).toEqual([]);
    expect(still).toEqual([]);
    clock.advance(1);
    expect(still).toEqual([uri]);
    expect(shown()).toEqual(["two?"]);
  });

  test("are deferred anew by every key", () => {
    const { become, clock, still, shown } = writing("one");
    become("one?");
    clock.advance(idleDelayMs - 1);
    become("one?x");
    clock.advance(idleDelayMs - 1);
    expect(shown()).toEqual([]);
    expect(still).toEqual([]);
    clock.advance(1);
    expect(still).toEqual([uri]);
  });

  test("in other lines aren't deferred", () => {
    const { become } = writing("one?\ntwo\nthree!");
    expect(become("one?\ntwo?\nthree!")).toEqual(["one?", "three!"]);
  });

  test("in the previous line are shown when the next one is typed", () => {
    const { become } = writing("one\n");
    expect(become("one?\n")).toEqual([]);
    expect(become("one?\ntwo?")).toEqual(["one?"]);
  });

  test("shown before the edit stay, wherever the edit moves them and whatever it does to their words", () => {
    const { become } = writing("one? two\n");
    expect(become("some words one? two\n")).toEqual(["one?"]);
    expect(become("some words ones? two\n")).toEqual(["ones?"]);
    expect(become("some words ones? two!\n")).toEqual(["ones?"]);
    expect(become("a line\nsome words ones? two!\n")).toEqual(["ones?"]);
  });

  test("of another rule at the same words are new", () => {
    const { become } = writing("one? two\n");
    expect(become("one! two\n")).toEqual([]);
  });

  test("that disappeared and come back while the line is typed are new", () => {
    const { become } = writing("one?");
    expect(become("one")).toEqual([]);
    expect(become("one?")).toEqual([]);
  });

  test.each(["\n", "\r\n", "\r"])("are on lines that end with %j", (end) => {
    const { become } = writing(`one${end}two`);
    expect(become(`one${end}two?`)).toEqual([]);
    expect(become(`one${end}two?${end}three!`)).toEqual([]);
    expect(become(`one${end}two?${end}three!x`)).toEqual(["two?"]);
  });

  test("in all lines of a paste are deferred", () => {
    const { become } = writing("one\nfour?\n");
    expect(become("one\ntwo!\nthree!\nfour?\n")).toEqual(["four?"]);
  });
});

test("no idle event fires if nothing was deferred", () => {
  const { become, clock, still } = writing("one");
  become("one two");
  clock.advance(idleDelayMs);
  become("one two?");
  become("one two");
  clock.advance(idleDelayMs);
  expect(still).toEqual([]);
});

test("the same text again isn't an edit", () => {
  const { typing, faults, clock, still } = writing("one?");
  typing.read(uri, "one?");
  expect(typing.isDeferred(uri, faults()[0] ?? { rule: "", start: 0, end: 0 })).toBe(false);
  clock.advance(idleDelayMs);
  expect(still).toEqual([]);
});

test("a document that closes is forgotten", () => {
  const { typing, become, clock, still } = writing("one");
  become("one?");
  typing.close(uri);
  clock.advance(idleDelayMs);
  expect(still).toEqual([]);
  expect(become("one? two?")).toEqual(["one?", "two?"]);
});

test("an unknown document has no deferred findings", () => {
  const { typing, faults } = writing("one?");
  expect(typing.show("file:///other", faults())).toHaveLength(1);
});
