/** Programs that check English text, and how to run each. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { at } from "../project.mjs";
import { check, knowledge } from "./core.mjs";

const packages = at("tools/bench/node_modules");
const load = (file) => import(pathToFileURL(`${packages}/${file}`));

/** Each resolves to a function that checks one text. */
export const checkers = {
  "IMR Letters": async () => check,
  async "cspell-lib, spelling"() {
    const { spellCheckDocument } = await load("cspell-lib/dist/index.js");
    const options = { generateSuggestions: false, noConfigSearch: true };
    return (text) =>
      spellCheckDocument({ uri: "file:///letter.txt", languageId: "plaintext", text }, options, {});
  },
  async "wink-nlp, language and drugs"() {
    const require = createRequire(`${packages}/`);
    const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
    const patterns = knowledge.drugs.map(({ generic }) => generic);
    nlp.learnCustomEntities([{ name: "drug", patterns }]);
    return (text) => nlp.readDoc(text).customEntities().out();
  },
  async "harper.js, grammar"() {
    const { LocalLinter } = await load("harper.js/dist/index.js");
    const { binaryInlined } = await load("harper.js/dist/binaryInlined.js");
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return (text) => linter.lint(text, { language: "plaintext" });
  },
};
