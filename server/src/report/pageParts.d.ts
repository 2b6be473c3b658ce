/** The style and the script of the page, bundled from page/ by scripts/pageParts.mjs. */

export declare const style: string;
export declare const script: string;
/** "sha256-…" hashes for the page's content security policy. */
export declare const styleHash: string;
export declare const scriptHash: string;
