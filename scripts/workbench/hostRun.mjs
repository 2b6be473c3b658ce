/** Runs the workbench tests of either extension host in a page and reads their result. */
import { format } from "node:util";
import { launchBrowser } from "./browser.mjs";

/** The last line that the tests print. */
const totalsLine = /^(\d+) passed, (\d+) failed$/;
/** Messages of VS Code that have nothing to do with the tests. */
const ignoredLine =
  /^(Ignoring fetching additional|Updating additional builtin|Creating a socket|Resolv(ing|ed) connection token|\[Service Worker\]|ChatSessionStore:|\[ChatModelSelection\]|\[reconnection-grace-time\]|Extension host)/;
/** Only limits how long a run that hangs takes. */
const timeoutMs = 600_000;

/**
 * Opens the workbench at `address` and waits for its tests to end. VS Code reports success even if the extension host crashes,
 * so the last line of the tests is required too.
 * @param {{ address: string, server: object, preparePage?: (page: object) => Promise<void>, log?: (line: string) => void }}
 *   options `log` gets each line that the tests print
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runInPage({ address, server, preparePage, log = console.log }) {
  const browser = await launchBrowser();
  let timer;
  let totals;
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      bypassCSP: preparePage !== undefined,
    });
    await preparePage?.(page);
    const code = await new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The tests didn't end within ${timeoutMs / 1000} s.`)),
        timeoutMs,
      );
      browser.on("disconnected", () => reject(new Error("The browser exited.")));
      page.on("crash", () => reject(new Error("The page crashed.")));
      server.child.once("exit", (code) => reject(new Error(`The VS Code server exited with code ${code}.`)));
      if (process.env.IMR_VERBOSE) page.on("console", (message) => console.error(`[page] ${message.text()}`));
      const onLog = (type, args) => {
        const text = format(...args);
        const counts = totalsLine.exec(text);
        if (counts) totals = { passed: Number(counts[1]), failed: Number(counts[2]) };
        else if (!ignoredLine.test(text)) (type === "error" ? console.error : log)(text);
      };
      page
        .exposeFunction("codeAutomationLog", onLog)
        .then(() => page.exposeFunction("codeAutomationExit", resolve))
        .then(() => page.goto(address))
        .catch(reject);
    });
    if (!totals) throw new Error("The extension host exited before the tests ended.");
    return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
  } finally {
    clearTimeout(timer);
    await browser.close().catch(() => {});
  }
}

/** Prints the totals, and sets the exit code to 1 after a failure or a run without tests. */
export function report({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
