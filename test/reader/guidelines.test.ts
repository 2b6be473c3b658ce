/** Documents from the user's disk, read by the built worker in a Node thread. */
import { describe, expect, test } from "vitest";
import { linesFrom, pageHeight, pdfOf, type Run, runningLines } from "./pdf.ts";
import { pagesIn, read } from "./readInThread.ts";

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  const { answer } = await read(bytes);
  return answer.kind === "problem" ? answer.problem : answer.kind;
};

const subjects = ["apples", "bread", "cheese", "dates", "eggs", "figs", "garlic"];

/** No two pages have the same text, because lines on most pages would be taken for running headers. */
function body(page: number): readonly string[] {
  const subject = subjects[page % subjects.length];
  return [
    `The text on ${subject} goes on for a few lines, so that there is`,
    `something to read on ${subject} here.`,
  ];
}

/** Pages of an official document, the first of them numbered `from`. */
const official = (count: number, from: number): readonly (readonly Run[])[] =>
  Array.from({ length: count }, (_, index) => [
    ...runningLines(from + index, 127),
    ...linesFrom(body(from + index)),
  ]);

describe("pages", () => {
  test("have their printed numbers, and no running headers or footers", async () => {
    expect(await pagesIn(pdfOf(official(5, 61)))).toEqual(
      [61, 62, 63, 64, 65].map((page) => `${page}: ${body(page).join(" ")}`),
    );
  });

  test("are counted if no numbers are printed", async () => {
    const pages = [1, 2, 3].map((page) => linesFrom(body(page)));
    expect((await pagesIn(pdfOf(pages))).map((page) => page.split(":")[0])).toEqual(["1", "2", "3"]);
  });

  /** Pages with these numbers at their bottom; an empty one has none. */
  const numbered = (...numbers: readonly string[]): Uint8Array =>
    pdfOf(
      numbers.map((number, index) => [
        ...linesFrom(body(index)),
        ...(number === "" ? [] : [{ words: number, x: 300, y: 30, size: 9 }]),
      ]),
    );
  const numbersOf = async (...numbers: readonly string[]) => {
    const { answer } = await read(numbered(...numbers));
    if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
    return { pages: answer.pages.map(({ page }) => page), restarts: answer.restarts };
  };

  test("before the first numbered one can't be cited, whether they have Roman numerals or numbers of their own", async () => {
    const rest = ["1", "2", "3", "4", "5", "6", "7"];
    const pages = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7];
    expect(await numbersOf("i", "ii", "iii", ...rest)).toEqual({ pages, restarts: false });
    expect(await numbersOf("1", "2", "3", ...rest)).toEqual({ pages, restarts: false });
  });

  test("keep their numbers where pages are left out", async () => {
    expect(await numbersOf("11", "12", "13", "", "30", "31", "32", "", "34")).toEqual({
      pages: [11, 12, 13, 29, 30, 31, 32, 33, 34],
      restarts: false,
    });
  });

  test("that were inserted without a number can't be cited", async () => {
    expect(await numbersOf("1", "2", "3", "", "", "4", "5", "6")).toEqual({
      pages: [1, 2, 3, -4, -5, 4, 5, 6],
      restarts: false,
    });
  });

  test("aren't told apart by numbers that start again in each chapter", async () => {
    const chapters = ["1", "2", "3", "4", "1", "2", "3", "4", "5", "1", "2", "3"];
    expect(await numbersOf(...chapters)).toEqual({ pages: [0], restarts: true });
    const { answer } = await read(numbered(...chapters));
    if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
    for (const subject of subjects) expect(answer.pages[0]?.text).toContain(`The text on ${subject}`);
  });

  test("have their numbers despite a few others at their edges", async () => {
    expect(await numbersOf("1", "2", "3", "77", "5", "6", "7", "12", "13", "10", "11")).toEqual({
      pages: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      restarts: false,
    });
  });

  test("are reported one by one", async () => {
    expect((await read(pdfOf(official(3, 1)))).progress).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
  });
});

test("a page that cannot be read is reported, and those before it are read", async () => {
  const { answer } = await read(pdfOf(official(4, 11), { lost: 3 }));
  if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
  expect(answer.unread).toEqual([3]);
  const begun = answer.pages.map(({ page, text }) => `${page}: ${text.slice(0, 8)}`);
  expect(begun).toEqual(["11: The text", "12: The text", "13: "]);
});

describe("the words of a page", () => {
  const textOf = async (...runs: readonly Run[]): Promise<string> => {
    const [page = ""] = await pagesIn(pdfOf([runs]));
    return page.slice(3);
  };

  test("are joined if they were hyphenated, and keep their own hyphens", async () => {
    expect(
      await textOf(
        ...linesFrom(["The recommen-", "dation holds for anti-", "Inflammatory drugs and for L4-", "5 too."]),
      ),
    ).toBe("The recommendation holds for anti-Inflammatory drugs and for L4-5 too.");
  });

  test("in two columns are read column by column, below a line across both", async () => {
    const left = [
      "Left one says a lot of",
      "things about the left",
      "side of the page and",
      "then goes on to the",
      "right side, where it",
    ];
    const right = [
      "ends. The right one is",
      "read after all of the",
      "left one, as it should",
      "be, down to the last of",
      "its lines, this one.",
    ];
    expect(
      await textOf(
        {
          words: "A line that runs across the whole width of both of these columns, as titles do",
          x: 72,
          y: 720,
        },
        ...linesFrom(left, { y: 690 }),
        ...linesFrom(right, { x: 330, y: 690 }),
      ),
    ).toBe(
      "A line that runs across the whole width of both of these columns, as titles do\nLeft one says a lot of things about the left side of the page and then goes on to the right side, where it ends. The right one is read after all of the left one, as it should be, down to the last of its lines, this one.",
    );
  });

  test("of a heading are separate, even if it has two lines", async () => {
    expect(
      await textOf(
        { words: "Muscle relaxants", x: 72, y: 700, bold: true },
        { words: "(for pain)", x: 72, y: 688, bold: true },
        ...linesFrom(["Recommended with caution, says this", "made-up text."], { y: 676 }),
      ),
    ).toBe("Muscle relaxants (for pain)\nRecommended with caution, says this made-up text.");
  });

  test("keep their registered marks and dashes", async () => {
    expect(await textOf(...linesFrom(["Cyclobenzaprine (Flexeril®) is – for tests – a drug."]))).toBe(
      "Cyclobenzaprine (Flexeril®) is – for tests – a drug.",
    );
  });
});

describe("plain text", () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

  test("is split at form feeds", async () => {
    const text = [1, 2, 3].map(
      (page) => `On ${subjects[page]}\n${body(page).join("\n")}\n\nPage ${page + 40} of 127`,
    );
    expect(await pagesIn(bytesOf(text.join("\f")), "text")).toEqual(
      [1, 2, 3].map((page) => `${page + 40}: On ${subjects[page]}\n${body(page).join(" ")}`),
    );
  });

  test("or at footers, with any line endings", async () => {
    const text = [1, 2, 3].map((page) => `${body(page).join("\n")}\nPage ${page} of 3\n`).join("");
    const expected = [1, 2, 3].map((page) => `${page}: ${body(page).join(" ")}`);
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      expect(await pagesIn(bytesOf(text.replaceAll("\n", lineEnd)), "text")).toEqual(expected);
    }
  });
});

describe("unreadable documents are reported", () => {
  test("a file that is not a PDF", async () => {
    expect(await problemOf(new TextEncoder().encode("Dear reader, this is not a PDF at all."))).toBe(
      "notPdf",
    );
    expect(await problemOf(new Uint8Array())).toBe("notPdf");
  });

  test("a password-protected file", async () => {
    expect(await problemOf(pdfOf(official(2, 1), { locked: true }))).toBe("locked");
  });

  test("images of pages", async () => {
    expect(await problemOf(pdfOf(official(2, 1), { scanned: true }))).toBe("noText");
  });

  test("a truncated file", async () => {
    const whole = pdfOf(official(2, 1));
    expect(await problemOf(whole.subarray(0, 300))).toBe("damaged");
  });
});

test("a guideline of 127 pages is read as a whole", { timeout: 60_000 }, async () => {
  const words = "Words of a guideline that nobody wrote, forty of them on a line or nearly so, to fill it.";
  const pages = Array.from({ length: 127 }, (_, index) => [
    ...runningLines(index + 1, 127),
    ...linesFrom(Array(45).fill(words), { y: pageHeight - 80 }),
  ]);
  const { answer } = await read(pdfOf(pages));
  expect(answer.kind === "done" && answer.pages.length).toBe(127);
});
