/** What both extension-host lanes share: a page that runs the test entry, and the verdict on what it said. */
import { format } from "node:util";
import { launchBrowser } from "./browser.mjs";

/** The test entry's last line. */
const tallyLine = /^(\d+) passed, (\d+) failed$/;
/** What VS Code itself has to say that tells nothing of the tests. */
const chatter =
  /^(Ignoring fetching additional|Updating additional builtin|Creating a socket|Resolv(ing|ed) connection token|\[Service Worker\]|ChatSessionStore:|Extension host)/;
const limit = 180_000;

/**
 * Opens the workbench at `address` and waits for the tests in it to end.
 *
 * VS Code also reports success when its extension host dies, so the entry's own last line is wanted too.
 * @param {{ address: string, server: object, preparePage?: (page: object) => Promise<void>, say?: (line: string) => void }}
 *   options `say` is given what is said in it
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runInPage({ address, server, preparePage, say = console.log }) {
  const browser = await launchBrowser();
  let timer;
  let tally;
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      bypassCSP: preparePage !== undefined,
    });
    await preparePage?.(page);
    const code = await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The tests did not end within ${limit / 1000} s.`)), limit);
      browser.on("disconnected", () => reject(new Error("The browser went away.")));
      page.on("crash", () => reject(new Error("The page crashed.")));
      server.child.once("exit", (code) => reject(new Error(`The VS Code server ended with code ${code}.`)));
      if (process.env.IMR_VERBOSE) page.on("console", (message) => console.error(`[page] ${message.text()}`));
      const onLog = (type, args) => {
        const text = format(...args);
        const counts = tallyLine.exec(text);
        if (counts) tally = { passed: Number(counts[1]), failed: Number(counts[2]) };
        else if (!chatter.test(text)) (type === "error" ? console.error : say)(text);
      };
      page
        .exposeFunction("codeAutomationLog", onLog)
        .then(() => page.exposeFunction("codeAutomationExit", resolve))
        .then(() => page.goto(address))
        .catch(reject);
    });
    if (!tally) throw new Error("The extension host ended before the tests did.");
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    clearTimeout(timer);
    await browser.close().catch(() => {});
  }
}

/** The end of a lane that is run by itself: its counts, and an exit code that a failure or an empty run makes 1. */
export function report({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
