/** Finds and starts the browser for tests. */
import { existsSync } from "node:fs";
import path from "node:path";

const candidates = [
  process.env.CHROMIUM,
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].flatMap(
    (name) => (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name)),
  ),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of Chromium, Chrome, or Edge; undefined if none is installed. */
export const findBrowser = () => candidates.find((file) => file && existsSync(file));

/** Starts a headless browser that can connect only to this computer. */
export async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(
      "Chromium, Chrome, or Edge wasn't found. Install one (on Debian or Ubuntu: apt-get install chromium), " +
        "or set the environment variable CHROMIUM to its path.",
    );
  }
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost",
    ],
  });
}
