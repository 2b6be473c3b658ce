/**
 * What other programs that look at English text take for the same letters, in this process and in turns with ours. Each
 * round changes a few words of each sentence, so that nobody is asked about a sentence that they remember. All of them
 * look for other things than ours does: the ratios say what is usual, not who is better.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { at } from "../project.mjs";
import { ensurePeers } from "../setup.mjs";
import { check, knowledge } from "./core.mjs";
import { changed, letters } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { median, processorTime } from "./times.mjs";

const packages = at("tools/bench/node_modules");
const load = (file) => import(pathToFileURL(`${packages}/${file}`));

/** Each gives a function that looks at one text. */
const peers = {
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

/** Ours and those that can be had here; of the others it is said. */
async function lookers() {
  const found = new Map([["ours, whole", check]]);
  // What could not be installed cannot be loaded either.
  await ensurePeers().catch(({ message }) => console.log(message));
  for (const [name, prepare] of Object.entries(peers)) {
    try {
      found.set(name, await prepare());
    } catch (error) {
      console.log(`No comparison with ${name}: ${error.message}`);
    }
  }
  return found;
}

export async function comparison() {
  const found = await lookers();
  const times = new Map([...found.keys()].map((name) => [name, []]));
  const warmUp = 3;
  for (let round = 0; round < warmUp + 11; round += 1) {
    const texts = letters.map((text) => changed(text, round));
    for (const [name, look] of found) {
      const time = await processorTime(async () => {
        for (const text of texts) await look(text);
      });
      if (round >= warmUp) times.get(name).push(time / letters.length);
    }
  }
  const ours = median(times.get("ours, whole"));
  printTable(
    `Others on the same ${letters.length} letters: processor's milliseconds for each, and how many times ours that is`,
    ["", "ms", "times ours"],
    [...times].map(([name, list]) => [name, median(list), median(list) / ours]),
  );
}
