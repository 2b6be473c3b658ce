/** How the rationales of a folder's letters state the criterion of a cited section. */
import { afterEach, describe, expect, test } from "vitest";
import { type Hover, HoverRequest, type MarkupContent } from "vscode-languageserver/node";
import { type StatedCriteria, statedCriteriaRequest } from "../../../server/src/protocol/extensions.ts";
import { issue, letter } from "../../fixture/letter.ts";
import { editorWithFolder, folderOf, uriOf, type WorkspaceEditor } from "../workspace.ts";

interface Stated {
  readonly number: string;
  readonly day?: string;
  readonly heading?: string;
  /** What follows "Decision based on". */
  readonly cites?: string;
  readonly rationale: string;
}

const lowBack = "MTUS Low Back Complaints 2004, Section(s): Special Studies";

function letterThat({ number, day = "06/10/2016", heading, cites = lowBack, rationale }: Stated): string {
  return letter({
    details: `Case Number: ${number}\nDate Assigned: 05/09/2016\nDecision Date: ${day}`,
    issues: [
      issue({
        heading: heading ?? "MRI of the lumbar spine: Upheld",
        reviewer: `MAXIMUS guideline: Decision based on ${cites}.`,
        rationale: `Decision rationale: ${rationale} The employee has no red flags. Therefore, the request is not medically necessary.`,
      }),
    ],
  });
}

const own = letterThat({ number: "CM16-0000001", rationale: "The MTUS recommends an MRI for nerve signs." });
const older = letterThat({
  number: "CM16-0000002",
  day: "03/01/2016",
  rationale: "ACOEM recommends imaging\nonly when surgery is considered.",
});
const overturned = letterThat({
  number: "CM16-0000003",
  heading: "MRI of the lumbar spine: Overturned",
  rationale: "The guideline supports an MRI for a red flag.",
});
const silent = letterThat({ number: "CM16-0000004", rationale: "The employee feels fine." });
const elsewhere = letterThat({
  number: "CM16-0000005",
  cites: "MTUS Knee Complaints 2004, Section(s): Special Studies",
  rationale: "The MTUS recommends an MRI of the knee after a month of care.",
});

const folder = () =>
  folderOf({
    "own.imr": own,
    "older.imr": older,
    "overturned.pdf": overturned,
    "silent.imr": silent,
    "elsewhere.imr": elsewhere,
  });

let workspace: WorkspaceEditor;
afterEach(() => workspace.editor.stop());

async function open(files = folder(), options: Parameters<typeof editorWithFolder>[1] = {}) {
  workspace = await editorWithFolder(files, options);
  await workspace.settled();
  return files;
}

const place = (text: string, words: string) => {
  const before = text.slice(0, text.lastIndexOf(words)).split("\n");
  return { line: before.length - 1, character: (before.at(-1) ?? "").length + 1 };
};

async function at(words: string, text = own, name = "own.imr") {
  const textDocument = { uri: uriOf(name) };
  await workspace.editor.open(textDocument.uri, text);
  return { textDocument, position: place(text, words) };
}

async function stated(words = "Special Studies", text = own): Promise<StatedCriteria | null> {
  return workspace.editor.connection.sendRequest(statedCriteriaRequest, await at(words, text));
}

/** "CM16-0000002 Upheld: ACOEM recommends …" */
const inLines = (found: StatedCriteria | null): readonly string[] =>
  (found?.letters ?? []).flatMap(({ caseNumber, issues }) =>
    issues.map(
      ({ decision, sentences }) =>
        `${caseNumber} ${decision}: ${sentences.map(({ text }) => text).join(" | ")}`,
    ),
  );

async function hover(words = "Special Studies", text = own): Promise<string> {
  const found = (await workspace.editor.connection.sendRequest(
    HoverRequest.type,
    await at(words, text),
  )) as Hover | null;
  return (found?.contents as MarkupContent | undefined)?.value ?? "";
}

describe("the criteria of other letters", () => {
  test("are the sentences of those that cite the section and state it, with their places", async () => {
    const files = await open();
    files.reads.length = 0;
    const found = await stated();
    expect(found).toMatchObject({
      section: "Special Studies, Low Back Complaints 2004",
      edition: "Low Back Complaints 2004",
      cancelled: false,
    });
    expect(inLines(found).toSorted()).toEqual([
      "CM16-0000002 Upheld: ACOEM recommends imaging only when surgery is considered.",
      "CM16-0000003 Overturned: The guideline supports an MRI for a red flag.",
    ]);
    expect(found?.letters.find(({ caseNumber }) => caseNumber === "CM16-0000002")).toMatchObject({
      uri: uriOf("older.imr"),
      day: "2016-03-01",
      issues: [
        {
          treatment: "MRI of the lumbar spine",
          edition: "Low Back Complaints 2004",
          sentences: [{ range: { start: { line: place(older, "ACOEM recommends").line } } }],
        },
      ],
    });
    // Only the letters that the index names are read.
    expect(files.reads.toSorted()).toEqual(["older.imr", "overturned.pdf"]);
  });

  test("are those of an open letter as it is now", async () => {
    await open();
    await workspace.editor.open(
      uriOf("older.imr"),
      older.replace("ACOEM recommends imaging\nonly when surgery", "ACOEM recommends imaging if surgery"),
    );
    expect(inLines(await stated())).toContain(
      "CM16-0000002 Upheld: ACOEM recommends imaging if surgery is considered.",
    );
  });

  test("aren't those of another file with the same case, or of a file whose letter is in another one", async () => {
    await open(
      folderOf({ "own.imr": own, "draft.imr": own.replace("nerve", "root"), "a.imr": older, "a.pdf": older }),
    );
    expect(inLines(await stated())).toHaveLength(1);
    expect(await hover()).toContain("[See How 1 Letter States It](command:imr.findCriteria?");
  });

  test("of other editions are told apart", async () => {
    const cites = (year: number) =>
      `MTUS Chronic Pain Medical Treatment ${year}, Section(s): Muscle relaxants (for pain)`;
    const rationale = "The MTUS recommends a short course.";
    const [first, second, same] = [
      letterThat({ number: "CM16-0000011", cites: cites(2009), rationale }),
      letterThat({ number: "CM17-0000012", cites: cites(2016), rationale }),
      letterThat({ number: "CM17-0000013", cites: cites(2016), rationale }),
    ];
    await open(folderOf({ "own.imr": second, "first.imr": first, "same.imr": same }));
    const found = await stated("Muscle relaxants", second);
    expect(found?.edition).toBe("Chronic Pain Medical Treatment 2016");
    expect(
      found?.letters.map(({ caseNumber, issues }) => [caseNumber, ...issues.map(({ edition }) => edition)]),
    ).toEqual([
      ["CM16-0000011", "Chronic Pain Medical Treatment 2009"],
      ["CM17-0000013", "Chronic Pain Medical Treatment 2016"],
    ]);
    expect(await hover("Muscle relaxants", second)).toContain("[See How 1 Letter States It](");
    await workspace.editor.stop();

    await open(folderOf({ "own.imr": second, "first.imr": first }));
    expect(await hover("Muscle relaxants", second)).toContain(
      "[See How 1 Letter States It in Other Editions](",
    );
  });

  test("are about the cited source that the sentence names", async () => {
    const both = letterThat({
      number: "CM16-0000021",
      cites: `${lowBack}. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back Chapter, MRI`,
      rationale:
        "ODG recommends an MRI after six weeks. The MTUS reserves imaging for red flags, and recommends it then.",
    });
    await open(folderOf({ "own.imr": own, "both.imr": both }));
    expect(inLines(await stated())).toEqual([
      "CM16-0000021 Upheld: The MTUS reserves imaging for red flags, and recommends it then.",
    ]);
  });

  test("are read from all letters if the index is turned off", async () => {
    const files = await open(folder(), { settings: { workspace: { index: false } } });
    expect(await hover()).toContain("[See How Other Letters State It](command:imr.findCriteria?");
    expect(files.reads).toEqual([]);
    expect(inLines(await stated())).toHaveLength(2);
  });

  test("are none outside of citations", async () => {
    await open();
    expect(await stated("red flags")).toBeNull();
  });

  test("are found for a section that the guidelines don't have", async () => {
    const cites = "MTUS Low Back Disorders 2020, Section(s): Quite Unknown Matters";
    const rationale = "The MTUS recommends this for a month.";
    const [one, two] = ["CM21-0000031", "CM21-0000032"].map((number) =>
      letterThat({ number, cites, rationale, day: "06/10/2021" }),
    );
    await open(folderOf({ "own.imr": one ?? "", "two.imr": two ?? "" }));
    expect(await hover("Quite Unknown", one)).toMatch(
      /^\*\*Quite Unknown Matters\*\*\n\n\[See How 1 Letter States It\]\(/,
    );
  });
});

describe("a hover on a section", () => {
  test("links to the letters that state its criterion, by their number", async () => {
    await open();
    const { line, character } = place(own, "Special Studies");
    const args = JSON.stringify([uriOf("own.imr"), { line, character: character - 1 }]);
    expect(await hover()).toContain(
      `[See How 2 Letters State It](command:imr.findCriteria?${encodeURIComponent(args)})`,
    );
  });

  test("has no link if no other letter states it", async () => {
    await open(folderOf({ "own.imr": own, "silent.imr": silent, "elsewhere.imr": elsewhere }));
    expect(await hover()).not.toMatch(/States? It/);
  });

  test("counts letters as they are created and changed", async () => {
    const files = await open(folderOf({ "own.imr": own, "older.imr": silent }));
    files.put("older.imr", older);
    await workspace.notify("changed", "older.imr");
    expect(await hover()).toContain("See How 1 Letter States It");
    await workspace.editor.open(uriOf("older.imr"), silent);
    expect(await hover()).not.toMatch(/States? It/);
  });
});

test("the stored index has no words of a rationale", async () => {
  const files = await open();
  expect(files.kept).toContain("Special Studies");
  for (const words of ["surgery", "recommends", "red flag", "nerve"]) expect(files.kept).not.toContain(words);
});
