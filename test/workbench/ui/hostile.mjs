/** A pack for a guideline that no sample cites, and a letter, both with text that tries to break out of its context on the page. */

const words =
  "Clinic>) ![x](https:\\\\\\\\evil.example\\\\p.png) \\\\](imr-guideline:/x%3E%29%20%21%5Bx%5D%28https://evil.example/p.png%29) <img src=x> [press](command:evil) https://evil.example $(error)";

export const hostilePacks = {
  "hostile.imr-pack.json": JSON.stringify({
    name: `Pack ${words}`,
    guidelines: [
      {
        id: "acoem-16",
        name: words,
        about: `About ${words}`,
        regulation: `Rule ${words}`,
        regulationUrl: "https://example.org/)](command:evil)<img>",
        url: "https://example.org/)](command:evil)<img>",
      },
    ],
    topics: [
      {
        id: "hostile-ice",
        guideline: "acoem-16",
        name: `Ice ${words}`,
        pages: ["417"],
        summary: `Sum ${words}`,
        related: [`Rel ${words}`],
      },
    ],
  }),
};

export const hostileLetter = [
  "IMR ISSUES, DECISIONS AND RATIONALES",
  "",
  `Ice pack ${words}: Upheld`,
  "",
  "MAXIMUS guideline: Decision based on MTUS Eye Complaints 2004, page 417.",
  "",
  `Decision rationale: Ice is not shown to help. ${words}`,
  "",
].join("\n");
