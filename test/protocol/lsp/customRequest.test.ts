/** Requests of ours are answered whatever an editor gives with them. */
import { expect, test } from "vitest";
import { ParameterStructures } from "vscode-languageserver/node";
import * as extensions from "../../../server/src/protocol/extensions.ts";
import { editorWithFolder, folderOf } from "../workspace.ts";

/** Those that the server asks of the editor. */
const sentByServer: readonly string[] = [
  extensions.letterFilesRequest,
  extensions.readLettersRequest,
  extensions.storedIndexRequest,
  extensions.keepIndexRequest,
];
const requests = Object.entries(extensions)
  .filter(([name]) => name.endsWith("Request"))
  .map(([, method]) => method as string)
  .filter((method) => !sentByServer.includes(method));

test.each(requests)("%s", async (method) => {
  const { editor } = await editorWithFolder(folderOf({ "notes.txt": "Buy milk." }));
  const send = editor.connection.sendRequest as (method: string, ...given: unknown[]) => Promise<unknown>;
  const { byPosition } = ParameterStructures;
  const answers = [
    send(method),
    send(method, null),
    send(method, {}),
    send(method, byPosition, null),
    send(method, byPosition, {}, 7),
    send(method, byPosition, "words"),
  ];
  // An answer, or a refusal in words: never silence.
  for (const answer of await Promise.allSettled(answers)) {
    if (answer.status === "rejected") expect(answer.reason.message).toMatch(/^imr\/knowledge: expected/);
  }
  await editor.stop();
});

test("there are such requests", () => {
  expect(requests.length).toBeGreaterThan(12);
});
