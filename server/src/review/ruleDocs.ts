const pages = "https://github.com/imr-letters/imr-letters/blob/main/docs/rules";

/** The URL of the page that explains a rule. */
export const rulePage = (rule: string): string => `${pages}/${rule.replace("/", "-")}.md`;
