/** The style and the script of the page, from page/, as scripts/pageParts.mjs puts them into each bundle. */

export const style: string;
export const script: string;
/** "sha256-…", by which the page's policy lets these two in and nothing else. */
export const styleHash: string;
export const scriptHash: string;
