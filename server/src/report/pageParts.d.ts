/** The style and the script of the page, from page/, as scripts/pageParts.mjs puts them into each bundle. */

export declare const style: string;
export declare const script: string;
/** "sha256-…", by which the page's policy lets these two in and nothing else. */
export declare const styleHash: string;
export declare const scriptHash: string;
