/** Inside VS Code, links lead to its editors, and what the reader looked for outlives a hidden tab. */
import type { Browsing } from "./browseIssues.ts";

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => Host) | undefined;

const host: Host | undefined = typeof acquireVsCodeApi === "function" ? acquireVsCodeApi() : undefined;

export const remembered = (): Browsing | undefined => host?.getState() as Browsing | undefined;

export const remember = (now: Browsing): void => host?.setState(now);

/** What the page asks of VS Code: to open a letter, by the address of its link. */
export function openInEditor(page: HTMLElement): void {
  if (!host) return;
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.letter") : null;
    if (!link) return;
    event.preventDefault();
    // VS Code would ask to open it elsewhere.
    event.stopPropagation();
    host.postMessage({ open: link.getAttribute("href") });
    keepInView(link);
  });
}

/** The editor that opens beside the page makes it narrow, and what was looked at would be somewhere else. */
function keepInView(link: Element): void {
  const show = (): void => link.scrollIntoView({ block: "center" });
  addEventListener("resize", show);
  setTimeout(() => removeEventListener("resize", show), 2000);
}
