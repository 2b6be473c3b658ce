/** Inside VS Code, links open editors, and the state of the table survives while its tab is hidden. */
import type { BrowseState } from "./browseIssues.ts";

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => Host) | undefined;

const host: Host | undefined = typeof acquireVsCodeApi === "function" ? acquireVsCodeApi() : undefined;

export const savedState = (): BrowseState | undefined => host?.getState() as BrowseState | undefined;

export const saveState = (state: BrowseState): void => host?.setState(state);

/** Asks VS Code to open the letter when its link is selected. */
export function openInEditor(page: HTMLElement): void {
  if (!host) return;
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.letter") : null;
    if (!link) return;
    event.preventDefault();
    // VS Code would offer to open it in another program.
    event.stopPropagation();
    host.postMessage({ open: link.getAttribute("href") });
    keepInView(link);
  });
}

const keepInViewMs = 2000;

/** The editor that opens next to the page makes it narrower, which would move the link out of view. */
function keepInView(link: Element): void {
  const show = (): void => link.scrollIntoView({ block: "center" });
  addEventListener("resize", show);
  setTimeout(() => removeEventListener("resize", show), keepInViewMs);
}
