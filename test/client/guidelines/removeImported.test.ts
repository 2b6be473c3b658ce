/** Removing an imported guideline asks first, and can be undone. */
import { beforeEach, expect, test } from "vitest";
import { removeImported } from "../../../client/src/guidelines/importedGuidelines.ts";
import { editor, resetEditor } from "../vscode.ts";

const copy = { guideline: "acoem-12", source: "low back.pdf", imported: "2026-01-02", pages: ["one"] };

beforeEach(resetEditor);

/** What was done with the copies, if the user selects the first copy in the list, and these buttons in messages. */
async function removing(buttons: readonly string[], wanted?: string): Promise<readonly string[]> {
  const done: string[] = [];
  const copies = {
    current: async () => [copy],
    remove: async (guideline: string) => void done.push(`remove ${guideline}`),
    save: async ({ guideline }: typeof copy) => void done.push(`save ${guideline}`),
  };
  const client = { sendRequest: async () => [{ guideline: "acoem-12", name: "Low Back Complaints" }] };
  editor.buttons = buttons;
  editor.picksFirst = true;
  await removeImported(client as never, copies as never, wanted);
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

test("asks first", async () => {
  expect(await removing([])).toEqual([]);
  expect(editor.messages).toEqual([
    "Remove your copy of Low Back Complaints?",
    "Letters that cite it no longer show its text. The file that you imported stays where it is.",
  ]);
});

test("removes the copy, which can be undone", async () => {
  expect(await removing(["Remove"])).toEqual(["remove acoem-12"]);
  expect(editor.messages.at(-1)).toBe("Your copy of Low Back Complaints was removed.");
  expect(await removing(["Remove", "Undo"])).toEqual(["remove acoem-12", "save acoem-12"]);
});

test("asks nothing if the caller names it", async () => {
  expect(await removing([], "acoem-12")).toEqual(["remove acoem-12"]);
});
