/**
 * Drives each editor that is installed with the configuration that docs/editors.md gives for it, on copies of the samples.
 * The scripts in test/editors print a line for each check: "ok …" or "FAILED …".
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { at } from "../project.mjs";

const timeoutMs = 180_000;

const succeeds = (program, ...args) =>
  spawnSync(program, args, { stdio: "ignore", timeout: 60_000 }).status === 0;
const firstLine = (program) =>
  spawnSync(program, ["--version"], { encoding: "utf8", timeout: 60_000 }).stdout?.split("\n")[0] ?? "";

const emacsWith = (name, heading, feature) => ({
  name: `Emacs with ${name}`,
  isInstalled: () =>
    succeeds("emacs", "--batch", "--eval", "(package-initialize)", "--eval", `(require '${feature})`),
  version: () => firstLine("emacs"),
  config: () => ({ heading, language: "elisp" }),
  command: (config) => [
    ...["emacs", "--batch", "--eval", "(package-initialize)"],
    ...["-l", config, "-l", at("test/editors/emacs.el")],
  ],
});

/** `command` is the program with its arguments, for the path of its configuration. */
const editors = [
  {
    name: "Neovim",
    isInstalled: () => succeeds("nvim", "--version"),
    version: () => firstLine("nvim"),
    config: () => {
      const minor = Number(/^NVIM v0\.(\d+)/.exec(firstLine("nvim"))?.[1] ?? 99);
      return { heading: minor < 11 ? "Neovim 0.7 to 0.10" : "Neovim 0.11 and later", language: "lua" };
    },
    command: (config) => [
      ...["nvim", "--headless", "-u", config, "-i", "NONE", "-n"],
      ...["-c", `luafile ${at("test/editors/neovim.lua")}`],
    ],
  },
  emacsWith("Eglot", "Emacs with Eglot", "eglot"),
  emacsWith("lsp-mode", "Emacs with lsp-mode", "lsp-mode"),
  {
    name: "Vim with ALE",
    // Vim waits for jobs only in a terminal, which `script` is.
    isInstalled: () =>
      process.platform === "linux" &&
      succeeds("script", "--version") &&
      succeeds(
        "vim",
        ...["-u", "NONE", "-i", "NONE", "-es", "-N", "+packadd ale"],
        "+if !exists(':ALEHover') | cquit | endif",
        "+qall",
      ),
    version: () => firstLine("vim"),
    config: () => ({ heading: "Vim with ALE", language: "vim" }),
    command: (config) => [
      ...["script", "-qec"],
      `vim -u '${config}' -i NONE -n -S '${at("test/editors/ale.vim")}'`,
      "/dev/null",
    ],
  },
];

/** The code in the docs under a heading, with the path of this project in it. */
function configuration(heading, language) {
  const docs = readFileSync(at("docs/editors.md"), "utf8");
  const [, section] = docs.split(`## ${heading}\n`);
  const [, code] = section?.split(`\`\`\`${language}\n`) ?? [];
  if (code === undefined) throw new Error(`docs/editors.md has no ${language} for ${heading}.`);
  return code.split("\n```")[0].replaceAll("/path/to/imr-letters", at()).concat("\n");
}

async function drive(editor) {
  const folder = mkdtempSync(path.join(tmpdir(), "imr-editor-"));
  try {
    const { heading, language } = editor.config();
    // Neovim knows Lua by the name.
    const config = path.join(folder, `config.${language}`);
    const letters = path.join(folder, "letters");
    const result = path.join(folder, "result");
    mkdirSync(path.join(folder, "home"));
    cpSync(at("samples"), letters, { recursive: true });
    writeFileSync(config, configuration(heading, language));
    writeFileSync(result, "");
    const [program, ...args] = editor.command(config);
    const env = { ...process.env, HOME: path.join(folder, "home"), TERM: "dumb", IMR_RESULT: result };
    const output = await outputOf(program, args, { cwd: letters, env });
    const lines = `${output}\n${readFileSync(result, "utf8")}`.split(/\r?\n/);
    return { lines, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    const read = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    // With the language server that it started.
    const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), timeoutMs);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}

/** The names of the editors that are installed, and can be driven. */
export const installedEditors = () => editors.filter((editor) => editor.isInstalled());

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runEditors() {
  const installed = installedEditors();
  const counts = { passed: 0, failed: 0 };
  for (const editor of editors) {
    if (!installed.includes(editor)) {
      console.log(`Skipped: ${editor.name} isn't installed.`);
      continue;
    }
    console.log(`${editor.name} (${editor.version()})`);
    const { lines, output } = await drive(editor);
    const checks = lines.filter((line) => /^(?:ok|FAILED) /.test(line));
    const failed = checks.filter((line) => line.startsWith("FAILED")).length;
    const isComplete = lines.includes(`${failed} failed`);
    for (const line of checks) console.log(`  ${line}`);
    if (!isComplete) console.log(`  FAILED: it ended before the checks did.\n${output.slice(-4000)}`);
    counts.passed += checks.length - failed;
    counts.failed += failed + (isComplete ? 0 : 1);
  }
  return counts;
}
