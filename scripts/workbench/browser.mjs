/** The Chromium that shows the workbench in tests. */
import { existsSync } from "node:fs";
import path from "node:path";

const places = [
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

/** The path of a Chromium, Chrome or Edge on this machine, or undefined. */
export const findBrowser = () => places.find((place) => place && existsSync(place));

/** Starts a browser without a window that can reach this machine and nothing else. */
export async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(
      "No Chromium, Chrome or Edge was found. Install one (on Debian or Ubuntu: apt-get install chromium), " +
        "or name its program in the environment variable CHROMIUM.",
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
