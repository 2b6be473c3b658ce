import { afterEach, describe, expect, test } from "vitest";
import {
  type InlayHint,
  type InlayHintLabelPart,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type MarkupContent,
  type Range,
} from "vscode-languageserver/node";
import { openLinkCommand, revealCommand } from "../../../server/src/protocol/extensions.ts";
import { letterWith } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const text = letterWith(
  "Cyclobenzaprine 7.5mg #90: Upheld",
  "",
  "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.",
  "",
  "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 63-66.",
  "",
  "Decision rationale: Flexeril was asked for again. It is not medically necessary.",
);
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

let editor: Editor;
let shownText: string;

async function withLetter(wishes: Wishes = {}, letter = text): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  shownText = letter;
  await editor.open(uri, letter);
}

afterEach(() => editor.stop());

const ourClient: Wishes = { capabilities: vsCode, initializationOptions: { imr: { commands: true } } };

const hints = async (range = everything): Promise<InlayHint[]> =>
  (await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];

const labelOf = ({ label }: InlayHint): string =>
  typeof label === "string" ? label : label.map((part) => part.value).join("");

/** The hint whose label starts so. */
async function hint(label: string): Promise<InlayHint> {
  const found = (await hints()).find((one) => labelOf(one).startsWith(label));
  if (found === undefined) throw new Error(`No hint "${label}"`);
  return found;
}

const resolved = (one: InlayHint): Promise<InlayHint> =>
  editor.connection.sendRequest(InlayHintResolveRequest.type, one);

const tooltipOf = ({ tooltip }: InlayHint): string => (tooltip as MarkupContent | undefined)?.value ?? "";

/** The words that a line of the open letter has from a position on. */
const wordsFrom = ({ line, character }: Range["start"]): string =>
  (shownText.split("\n")[line] ?? "").slice(character);

/** What a click on a hint does. */
function clickOf({ label }: InlayHint): Pick<InlayHintLabelPart, "command" | "location"> | undefined {
  return typeof label === "string" ? undefined : label[0];
}

/** The place that a click on a hint reveals. */
function revealedBy(one: InlayHint | undefined): Range {
  const { command, arguments: [document, range] = [] } = (one && clickOf(one)?.command) ?? {};
  expect([command, document]).toEqual([revealCommand, uri]);
  return range as Range;
}

describe("hints", () => {
  test("come after their words, with space before them", async () => {
    await withLetter(ourClient);
    const shown = (await hints()).map((one) => `${labelOf(one)} > ${wordsFrom(one.position)}`);
    expect(shown).toEqual([
      expect.stringMatching(/^cyclobenzaprine, .* > {2}7\.5 mg #30 and naproxen\.$/),
      "ACOEM chapter 12, 2nd ed. > .",
      "Muscle relaxants (for pain) > .",
      "needs: criterion, findings >  Flexeril was asked for again. It is not medically necessary.",
      expect.stringMatching(/^cyclobenzaprine, .* > {2}was asked for again/),
    ]);
    expect((await hints()).every((one) => one.paddingLeft === true && one.paddingRight !== true)).toBe(true);
  });

  test("are for the requested lines", async () => {
    await withLetter(ourClient);
    const { line } = (await hint("needs")).position;
    const range = { start: { line, character: 0 }, end: { line, character: 500 } };
    expect((await hints(range)).map(labelOf)).toEqual([
      "needs: criterion, findings",
      expect.stringMatching(/^cyclobenzaprine/),
    ]);
  });

  test("follow what is typed", async () => {
    await withLetter(ourClient);
    const { position } = await hint("needs");
    await editor.change(uri, {
      range: { start: position, end: position },
      text: " The MTUS recommends cyclobenzaprine for a short course.",
    });
    expect((await hints()).map(labelOf)).toContain("needs: findings");
  });

  test("are none in a document that isn't open", async () => {
    await withLetter(ourClient);
    await editor.close(uri);
    expect(await hints()).toEqual([]);
  });
});

describe("a click", () => {
  test("goes to where the first missing element belongs", async () => {
    await withLetter(ourClient);
    const { start, end } = revealedBy(await hint("needs"));
    expect(wordsFrom(start)).toMatchInlineSnapshot(`"It is not medically necessary."`);
    expect(end).toEqual(start);
  });

  test("on a brand goes to the heading that names the drug, but nowhere from the summary", async () => {
    await withLetter(ourClient);
    const [inSummary, inRationale] = (await hints()).filter((one) => labelOf(one).startsWith("cyclo"));
    expect(clickOf(inSummary!)).toBeUndefined();
    expect(wordsFrom(revealedBy(inRationale).start)).toMatchInlineSnapshot(
      `"Cyclobenzaprine 7.5mg #90: Upheld"`,
    );
  });

  test("on a topic opens the official document at its page", async () => {
    await withLetter(ourClient);
    expect(clickOf(await hint("Muscle relaxants"))?.command).toMatchObject({
      command: openLinkCommand,
      arguments: [expect.stringMatching(/^https:\/\/www\.dir\.ca\.gov\/.*\.pdf#page=63$/)],
    });
  });

  test("on a chapter that has no public copy does nothing", async () => {
    await withLetter(ourClient);
    expect((await hint("ACOEM")).label).toMatchInlineSnapshot(`"ACOEM chapter 12, 2nd ed."`);
  });

  test("without our commands goes only to a drug's name", async () => {
    await withLetter({ capabilities: vsCode });
    const clicks = (await hints()).map(clickOf).filter((click) => click !== undefined);
    expect(clicks).toHaveLength(1);
    expect(clicks[0]?.command).toBeUndefined();
    expect(clicks[0]?.location?.uri).toBe(uri);
    expect(wordsFrom(clicks[0]!.location!.range.start)).toMatch(/^Cyclobenzaprine 7\.5mg/);
  });
});

describe("tooltips", () => {
  test("come when they are resolved", async () => {
    await withLetter(ourClient);
    expect((await hints()).every((one) => one.tooltip === undefined)).toBe(true);
    expect(tooltipOf(await resolved(await hint("Muscle relaxants")))).toMatch(
      /^\*\*Chronic Pain .*, pages 63-66\*\*/,
    );
    expect(tooltipOf(await resolved(await hint("ACOEM")))).toMatch(/^\*\*Low Back Complaints/);
    expect(tooltipOf(await resolved(await hint("cyclobenzaprine")))).toMatch(/^\*\*Flexeril\*\*, a brand of/);
  });

  test("of what is missing say what is required, and the law", async () => {
    await withLetter(ourClient);
    const lines = tooltipOf(await resolved(await hint("needs"))).split("\n");
    expect(lines).toEqual([
      "This rationale still needs:",
      "",
      expect.stringMatching(/^- criterion: .*guideline.* \(8 CCR 9792\.10\.6\(d\)/),
      expect.stringMatching(/^- findings: .*employee.* \(Labor Code 4610\.6/),
    ]);
  });

  test("of a missing criterion say what the cited sections ask for on the treatment", async () => {
    await withLetter(
      ourClient,
      letterWith(
        "MRI of the lumbar spine: Upheld",
        "",
        "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
        "",
        "Decision rationale:",
      ),
    );
    const tooltip = tooltipOf(await resolved(await hint("needs")));
    expect(tooltip).toMatch(
      /The sections cited ask for:\n\n- Special Studies\\?\. On MRI or CT of the low back: /,
    );
    expect(tooltip).not.toContain("EMG of the legs");
  });

  test("of an empty rationale list its elements", async () => {
    await withLetter(ourClient, letterWith("Brace: Upheld", "", "Decision rationale:"));
    expect(tooltipOf(await resolved(await hint("needs")))).toMatch(
      /- criterion: .*\n- findings: .*\n- conclusion: whether the treatment is medically necessary \(Labor Code/,
    );
  });

  test("come with the hints, as plain text, if the editor doesn't resolve them", async () => {
    await withLetter({ capabilities: {} });
    expect(tooltipOf(await hint("needs"))).toMatch(/^This rationale still needs:\n- criterion: /);
    expect((await hints()).every((one) => tooltipOf(one) !== "" && one.data === undefined)).toBe(true);
    expect(tooltipOf(await hint("ACOEM"))).not.toContain("**");
  });

  test("are missing if the hint is gone or isn't one of the server's", async () => {
    await withLetter(ourClient);
    const old = await hint("Muscle relaxants");
    await editor.change(uri, { text: "Dear Sir" });
    expect(await resolved(old)).toEqual(old);
    for (const data of [
      undefined,
      null,
      7,
      "x",
      {},
      { uri },
      { uri, at: "x" },
      { uri: 3, kind: "x", at: -1 },
    ]) {
      const strange = { position: { line: 0, character: 0 }, label: "x", data };
      expect((await resolved(strange as InlayHint)).tooltip).toBeUndefined();
    }
    expect(editor.log).toEqual([]);
  });
});

describe("settings", () => {
  const labels = async (): Promise<string> => (await hints()).map(labelOf).join("; ");

  test.each([
    ["missing", "needs"],
    ["drugs", "cyclobenzaprine"],
    ["topics", "Muscle relaxants"],
    ["guidelines", "ACOEM"],
  ])("%s turned off", async (kind, label) => {
    await withLetter({ ...ourClient, settings: { inlayHints: { [kind]: false } } });
    expect(await labels()).not.toContain(label);
    expect(await hints()).not.toEqual([]);
  });

  test("all turned off", async () => {
    await withLetter({ ...ourClient, settings: { inlayHints: { enabled: false } } });
    expect(await hints()).toEqual([]);
  });

  /** Resolves when the server requests a refresh. */
  const refresh = (): Promise<void> =>
    new Promise((resolve) => {
      editor.connection.onRequest(InlayHintRefreshRequest.type, () => resolve());
    });

  test("when they change, the server requests a refresh", async () => {
    await withLetter(ourClient);
    expect(await hints()).not.toEqual([]);
    const refreshed = refresh();
    editor.settings = { inlayHints: false };
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await refreshed;
    expect(await hints()).toEqual([]);
  });

  test("an editor without refresh support gets no refresh request", async () => {
    const { inlayHint: _, ...workspace } = vsCode.workspace ?? {};
    await withLetter({ ...ourClient, capabilities: { ...vsCode, workspace } });
    let refreshes = 0;
    editor.connection.onRequest(InlayHintRefreshRequest.type, () => {
      refreshes++;
    });
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    expect(await hints()).not.toEqual([]);
    expect(refreshes).toBe(0);
  });
});

test("hints are announced", async () => {
  await withLetter();
  expect(editor.hello.capabilities.inlayHintProvider).toEqual({ resolveProvider: true });
});
