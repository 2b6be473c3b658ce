import { afterEach, expect, test } from "vitest";
import { parse } from "../../../server/src/letter/parse.ts";
import {
  type FinalCheckResult,
  finalCheckRequest,
  ignoredNotification,
} from "../../../server/src/protocol/extensions.ts";
import { findingFingerprint } from "../../../server/src/review/suppressions.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { findingsIn } from "../../review/findings.ts";
import { type Editor, editorInMemory, vsCode } from "../client.ts";

const uri = "file:///folder/my%20letter.imr";
const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));

let editor: Editor;
afterEach(() => editor.stop());

async function checked(text: string, settings: object = {}): Promise<FinalCheckResult | null> {
  ({ editor } = await editorInMemory({ capabilities: vsCode, initializationOptions: { imr: settings } }));
  await editor.open(uri, text);
  return editor.connection.sendRequest(finalCheckRequest, { textDocument: { uri } });
}

test("the page says what is left, with a link to its line", async () => {
  const found = await checked(undecided);
  expect(found?.left).toBe(findingsIn(undecided).length);
  expect(found?.html).toContain("One thing is left");
  const line = undecided.split("\n").findIndex((words) => words.startsWith("Flexeril")) + 1;
  expect(found?.html).toContain(`<a class="letter" href="${uri}#L${line}">Line ${line}</a>: The decision on`);
});

test("what is ignored in the editor isn't left, and is shown", async () => {
  await checked(undecided);
  const [finding] = findingsIn(undecided);
  const keys = finding ? [findingFingerprint(finding, parse(undecided))] : [];
  await editor.connection.sendNotification(ignoredNotification, { uri, keys });
  const found = await editor.connection.sendRequest<FinalCheckResult>(finalCheckRequest, {
    textDocument: { uri },
  });
  expect(found.left).toBe(0);
  expect(found.html).toContain("Nothing is left");
  expect(found.html).toContain("In the editor");
});

test("a document that isn't open has no page", async () => {
  await checked(undecided);
  const other = { textDocument: { uri: "file:///other.imr" } };
  expect(await editor.connection.sendRequest(finalCheckRequest, other)).toBeNull();
});
