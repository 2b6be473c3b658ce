/**
 * Whatever happens in a folder and in the editor, the server ends up with the same issues as a new server that reads the
 * folder and, if the workspace is being reviewed, the same problems.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DidChangeConfigurationNotification,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { clearReviewRequest, reviewWorkspaceRequest } from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { editorWithFolder, folderOf, uriOf, type WorkspaceEditor } from "../workspace.ts";

const texts: Readonly<Record<string, string | null>> = {
  upheld: letterWith(...flexeril),
  undecided: letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1)),
  imaging: letterWith(...mri),
  both: letterWith(...flexeril, "", ...mri),
  foreign: "Buy milk.",
  unreadable: null,
};
const names = ["a.imr", "b.imr", "c d.imr", "CM15-0990004.txt"];

const name = fc.constantFrom(...names);
const text = fc.constantFrom(...Object.keys(texts));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write" as const), name, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("open" as const), name, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("close" as const), name }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("review" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("clear" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("choose" as const),
      preset: fc.constantFrom("draft", "standard"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);

async function issuesOf({ editor }: WorkspaceEditor): Promise<readonly string[]> {
  const found = (await editor.connection.sendRequest(WorkspaceSymbolRequest.type, {
    query: "",
  })) as SymbolInformation[];
  return found.map(({ name, location }) => `${location.uri} ${location.range.start.line} ${name}`).sort();
}

async function known(workspace: WorkspaceEditor) {
  await workspace.settled();
  workspace.clock.advance(1000);
  await workspace.settled();
  const problems = [...workspace.reported].sort(([a], [b]) => (a < b ? -1 : 1));
  return { issues: await issuesOf(workspace), problems };
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(steps: readonly Step[]): Promise<void> {
  const folder = folderOf({ "a.imr": texts.undecided ?? "", "notes.txt": "Buy milk." });
  let workspace = await editorWithFolder(folder);
  const open = new Set<string>();
  let isReviewed = false;
  let settings: unknown = null;
  await workspace.settled();
  for (const one of steps) {
    const { connection } = workspace.editor;
    if (one.kind === "write") {
      const isNew = !folder.names.includes(one.name);
      folder.put(one.name, texts[one.text] ?? null);
      await workspace.notify(isNew ? "created" : "changed", one.name);
    } else if (one.kind === "remove" && folder.names.includes(one.name)) {
      folder.remove(one.name);
      await workspace.notify("deleted", one.name);
    } else if (one.kind === "open" && !open.has(one.name)) {
      open.add(one.name);
      await workspace.editor.open(uriOf(one.name), texts[one.text] ?? "");
    } else if (one.kind === "close" && open.delete(one.name)) {
      await workspace.editor.close(uriOf(one.name));
    } else if (one.kind === "review" || one.kind === "clear") {
      isReviewed = one.kind === "review";
      await connection.sendRequest(isReviewed ? reviewWorkspaceRequest : clearReviewRequest, {});
    } else if (one.kind === "choose") {
      settings = { preset: one.preset };
      workspace.editor.settings = settings;
      await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      await workspace.settled();
    } else if (one.kind === "restart") {
      // The next server starts with whatever index was stored by then.
      const { kept } = folder;
      await workspace.editor.stop();
      folder.kept = kept;
      open.clear();
      isReviewed = false;
      workspace = await editorWithFolder(folder, { settings });
      await workspace.settled();
    }
  }
  for (const one of open) await workspace.editor.close(uriOf(one));
  const atTheEnd = await known(workspace);
  expect(workspace.editor.log).toEqual([]);
  await workspace.editor.stop();

  folder.kept = null;
  const fresh = await editorWithFolder(folder, { settings });
  await fresh.settled();
  if (isReviewed) await fresh.editor.connection.sendRequest(reviewWorkspaceRequest, {});
  expect(atTheEnd).toEqual(await known(fresh));
  await fresh.editor.stop();
}

test("the index always ends up as a new server would read it", { timeout: 1_800_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), run), {
    seed: Number(process.env.IMR_FUZZ_SEED ?? 20_161_205),
    numRuns: Number(process.env.IMR_FUZZ_RUNS ?? 100),
  });
});
