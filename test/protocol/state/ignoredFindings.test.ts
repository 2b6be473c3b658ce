/** What the user ignores, as the editor sends it. */
import { afterEach, describe, expect, test } from "vitest";
import { DocumentDiagnosticRequest } from "vscode-languageserver/node";
import { parse } from "../../../server/src/letter/parse.ts";
import { ignoredNotification, overviewRequest } from "../../../server/src/protocol/extensions.ts";
import { findingFingerprint } from "../../../server/src/review/suppressions.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { findingsIn } from "../../review/findings.ts";
import { type Clock, type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));
const keys = findingsIn(undecided).map((finding) => findingFingerprint(finding, parse(undecided)));

let editor: Editor;
let clock: Clock;

async function start(wishes: Wishes = {}): Promise<void> {
  ({ editor, clock } = await editorInMemory(wishes));
}

afterEach(() => editor.stop());

const send = (params: unknown) => editor.connection.sendNotification(ignoredNotification, params);

async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await editor.connection.sendRequest(overviewRequest, { textDocument });
}

describe("an editor that pulls", () => {
  const pulled = async (): Promise<number | undefined> => {
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === "full" ? report.items.length : undefined;
  };

  test("is asked to pull again: the findings are gone, and come back without the keys", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, undecided);
    expect(await pulled()).toBe(1);
    await send({ uri, keys });
    expect(await pulled()).toBe(0);
    expect(editor.asked.refresh).toBe(1);
    await send({ uri, keys: [] });
    expect(await pulled()).toBe(1);
    expect(editor.asked.refresh).toBe(2);
  });

  test("may send keys before it opens the document, and only once; other documents keep their findings", async () => {
    await start({ capabilities: vsCode });
    await send({ uri, keys });
    await send({ uri: "file:///other.imr", keys: [] });
    await editor.open(uri, undecided);
    expect(await pulled()).toBe(0);
    await editor.close(uri);
    await send({ uri: "file:///other.imr", keys });
    await editor.open(uri, undecided);
    expect(await pulled()).toBe(0);
  });

  test("isn't asked again if it sends nothing new", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, undecided);
    await send({ uri, keys: [] });
    await send({ uri, keys });
    await send({ uri, keys: [...keys].reverse() });
    await settled();
    expect(editor.asked.refresh).toBe(1);
  });

  test.each([null, 7, [], { uri }, { keys }, { uri: 7, keys }, { uri, keys: "all" }, { uri, keys: [1] }])(
    "that sends %j changes nothing, which is logged",
    async (params) => {
      await start({ capabilities: vsCode });
      await editor.open(uri, undecided);
      await send(params);
      expect(await pulled()).toBe(1);
      expect(editor.log).toEqual(["imr/ignored: expected { uri, keys: [] } (ignored)."]);
    },
  );
});

test("an editor that doesn't pull is sent the list immediately", async () => {
  await start();
  await editor.open(uri, undecided);
  await settled();
  clock.advance(200);
  expect((await editor.published()).diagnostics).toHaveLength(1);
  await send({ uri, keys });
  expect((await editor.published()).diagnostics).toEqual([]);
});
