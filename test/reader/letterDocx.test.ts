/** Word files of letters, read by the built reader in a thread. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { docxOf, numbering, type Parts, packed, paragraph, run, styles, table } from "./docx.ts";
import { contentsOf, createTestReader, documentFrom, problemOf } from "./letters.ts";

const reader = createTestReader();
afterAll(() => reader.dispose());

const textOf = async (body: string, parts?: Parts): Promise<string> =>
  (await documentFrom(reader, docxOf(body, parts), "docx")).text;

describe("a sample as a Word file reads like the sample", () => {
  const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));

  test.each(samples)("%s", async (name) => {
    const text = readFileSync(`samples/${name}`, "utf8").replaceAll("\f", "");
    const body = text.split("\n").map((line) => paragraph(line));
    expect(contentsOf(await textOf(body.join("")))).toEqual(contentsOf(text));
  });
});

test("a paragraph is a line, with its tabs and line breaks", async () => {
  expect(
    await textOf(
      paragraph(
        `${run("Priority:")}<w:r><w:tab/></w:r>${run("Standard")}<w:r><w:br/></w:r>${run("10")}<w:r><w:noBreakHyphen/></w:r>${run("325mg & <more>")}`,
      ) +
        paragraph("") +
        paragraph(`<w:hyperlink>${run("linked")}</w:hyperlink>`),
    ),
  ).toBe("Priority:\tStandard\n10-325mg & <more>\n\nlinked\n");
});

test("a table of case details reads as in a text", async () => {
  const text = await textOf(
    table([
      ["Case Number:", "CM16-0990004", "", ""],
      ["Date Assigned:", "11/18/2016", "Date of Injury:", "10/10/2016"],
      ["Decision Date:", "12/19/2016", "UR Denial Date:", "11/09/2016"],
      ["Priority:", "Standard", "Application Received:", "11/14/2016"],
    ]) + paragraph("HOW THE IMR FINAL DETERMINATION WAS MADE"),
  );
  expect(text).toBe(`Case Number:    CM16-0990004
Date Assigned:  11/18/2016    Date of Injury:        10/10/2016
Decision Date:  12/19/2016    UR Denial Date:        11/09/2016
Priority:       Standard      Application Received:  11/14/2016

HOW THE IMR FINAL DETERMINATION WAS MADE
`);
  const { letter } = contentsOf(text) as { letter: { frontMatter: Record<string, { text: string }> } };
  expect(
    Object.entries(letter.frontMatter).flatMap(([field, { text: value }]) =>
      value ? `${field} ${value}` : [],
    ),
  ).toEqual([
    "caseNumber CM16-0990004",
    "dateAssigned 11/18/2016",
    "dateOfInjury 10/10/2016",
    "decisionDate 12/19/2016",
    "urDenialDate 11/09/2016",
    "priority Standard",
    "applicationReceived 11/14/2016",
  ]);
});

test("text in a table for layout is read cell by cell", async () => {
  const long = "A sentence of a rationale that is longer than any label or value in a table.";
  const nested = `${paragraph(long)}${table([["Label", "Value"]])}${paragraph("")}`;
  expect(await textOf(table([[nested, long]]))).toBe(`${long}\nLabel  Value\n\n${long}\n`);
});

describe("tracked changes are read as accepted", () => {
  const change = `w:author="A" w:date="2026-01-01T00:00:00Z"`;

  test("inserted, deleted, and moved words", async () => {
    const { text, notices } = await documentFrom(
      reader,
      docxOf(
        paragraph(
          `${run("Norco: ")}<w:del ${change}><w:r><w:delText>Upheld</w:delText></w:r></w:del><w:ins ${change}>${run("Overturned")}</w:ins>`,
        ) +
          paragraph(`<w:moveFrom ${change}>${run("Moved.")}</w:moveFrom>${run("Stays.")}`) +
          paragraph(`<w:moveTo ${change}>${run("Moved.")}</w:moveTo>`),
      ),
      "docx",
    );
    expect(text).toBe("Norco: Overturned\nStays.\nMoved.\n");
    expect(notices).toEqual([{ kind: "trackedChanges" }]);
  });

  test("a deleted paragraph mark joins two paragraphs", async () => {
    const mark = `<w:rPr><w:del ${change}/></w:rPr>`;
    expect(await textOf(paragraph("One ", mark) + paragraph("line."))).toBe("One line.\n");
  });

  test("a deleted row is gone", async () => {
    const rows = table([["Kept"], ["Deleted"], ["Last"]]).split("<w:tr>");
    rows[2] = `<w:trPr><w:del ${change}/></w:trPr>${rows[2]}`;
    expect(await textOf(rows.join("<w:tr>"))).toBe("Kept\nLast\n");
  });

  test("former properties don't count", async () => {
    const former = `<w:rPrChange ${change}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`;
    expect(await textOf(paragraph(run("Shown", former)))).toBe("Shown\n");
  });

  test("a document without any has no notice", async () => {
    expect((await documentFrom(reader, docxOf(paragraph("Words.")), "docx")).notices).toEqual([]);
  });
});

test("comments, headers, footers, and field codes are left out", async () => {
  const body = `${paragraph(
    `<w:commentRangeStart w:id="0"/>${run("Words.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>`,
  )}<w:sectPr><w:headerReference w:type="default"/></w:sectPr>`;
  const part = (element: string) =>
    `<w:${element} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph("Not read.")}</w:${element}>`;
  expect(
    await textOf(body, {
      "word/comments.xml": part("comments"),
      "word/header1.xml": part("hdr"),
      "word/footer1.xml": part("ftr"),
    }),
  ).toBe("Words.\n");
});

describe("fields show their result", () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`;

  test("in a run, an element, or each other", async () => {
    const inner = `${mark("begin")}${code("REF a")}${mark("separate")}${run("not shown")}${mark("end")}`;
    expect(
      await textOf(
        paragraph(
          `${run("On ")}<w:fldSimple w:instr="DATE">${run("12/19/2016")}</w:fldSimple>${mark("begin")}${code("IF ")}${inner}${code(" = 1")}${mark("separate")}${run(", upheld")}${mark("end")}${run(".")}`,
        ),
      ),
    ).toBe("On 12/19/2016, upheld.\n");
  });

  test("over several paragraphs, and a broken one hides nothing after its paragraph", async () => {
    expect(
      await textOf(
        paragraph(`${mark("begin")}${code("TOC")}${mark("separate")}${run("One")}`) +
          paragraph(`${run("Two")}${mark("end")}${mark("end")}`) +
          paragraph(`${mark("begin")}${run("hidden")}`) +
          paragraph("Three"),
      ),
    ).toBe("One\nTwo\n\nThree\n");
  });
});

test("content controls show what they hold", async () => {
  const control = (properties: string, content: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const list = `<w:dropDownList><w:listItem w:displayText="Upheld" w:value="1"/></w:dropDownList>`;
  expect(
    await textOf(
      control("<w:rPr><w:vanish/></w:rPr>", paragraph("In a control")) +
        paragraph(run("Norco: ") + control(list, run("Overturned"))) +
        `<w:tbl><w:tr>${control("", `<w:tc>${paragraph("Label:")}</w:tc>`)}<w:tc>${paragraph("Value")}</w:tc></w:tr></w:tbl>`,
    ),
  ).toBe("In a control\nNorco: Overturned\nLabel:  Value\n");
});

test("symbols, formulas, and tabs to a margin are text", async () => {
  const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
  const inFont = (font: string, words: string) => run(words, `<w:rFonts w:ascii="${font}"/>`);
  expect(
    await textOf(
      paragraph(`${run("Pain ")}${symbol("Symbol", "F0B3")}${run("8 ")}${symbol("Wingdings", "F0FE")}`) +
        paragraph(inFont("Symbol", "\uf0a3 5 \uf06dg") + inFont("Wingdings 2", "\uf0a8 \uf0ff")) +
        paragraph(`${run("BMI ")}<m:oMath xmlns:m="m"><m:r><m:t>31.5</m:t></m:r></m:oMath>`) +
        paragraph(`${run("Left")}<w:r><w:ptab w:alignment="right"/></w:r>${run("Right")}`),
    ),
  ).toBe("Pain ≥8 ☑\n≤ 5 μg☐ \ufffd\nBMI 31.5\nLeft\tRight\n");
});

test("text is the same however the XML is written", async () => {
  expect(
    await textOf(
      paragraph("<w:r><w:t>One\n  line</w:t></w:r>") +
        paragraph("<w:r><w:t><![CDATA[with <data>]]></w:t></w:r>") +
        paragraph(run("T"), `<w:framePr w:dropCap="drop"/>`) +
        paragraph("he first letter is large"),
    ),
  ).toBe("One   line\nwith <data>\nThe first letter is large\n");
});

test("characters that nothing shows are left out, and ligatures are letters", async () => {
  expect(await textOf(paragraph("Admin\u00adistrator Salon\u200bpas Ro\u2060baxin \ufb01le O\ufb03ce"))).toBe(
    "Administrator Salonpas Robaxin file Office\n",
  );
});

test.each(["altChunk", "subDoc"])("a document inserted as %s is left out with a notice", async (name) => {
  const body = `${paragraph("Words.")}<w:${name} r:id="rId9" xmlns:r="r"/>${paragraph("More.")}`;
  const { text, notices } = await documentFrom(reader, docxOf(body), "docx");
  expect(text).toBe("Words.\nMore.\n");
  expect(notices).toEqual([{ kind: "embeddedLeftOut" }]);
});

test("footnotes are left out with a notice", async () => {
  const body = paragraph(`${run("Words.")}<w:r><w:footnoteReference w:id="1"/></w:r>`);
  const { text, notices } = await documentFrom(reader, docxOf(body), "docx");
  expect(text).toBe("Words.\n");
  expect(notices).toEqual([{ kind: "notesLeftOut" }]);
});

test("a text box is read once, before the paragraph that it's anchored in", async () => {
  const box = `<w:txbxContent>${paragraph("In a box")}${table([["Label:", "Value"]])}</w:txbxContent>`;
  const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await textOf(paragraph(shape + run("Around it")))).toBe("In a box\nLabel:  Value\n\nAround it\n");
  const old = `<w:r><w:pict><v:textbox>${box}</v:textbox></w:pict></w:r>`;
  expect(await textOf(paragraph(old))).toBe("In a box\nLabel:  Value\n\n");
});

describe("lists", () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = numbering(
    `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%1.%2)")}</w:abstractNum>
     <w:abstractNum w:abstractNumId="1">${level(0, "bullet", "\uf0b7")}</w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
     <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
     <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`,
  );
  const item = (words: string, list: number, at = 0) =>
    paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test("have their numbers and bullets", async () => {
    expect(
      await textOf(
        item("One", 1) +
          item("First", 1, 1) +
          item("Second", 1, 1) +
          item("Two", 1) +
          item("Again", 1, 1) +
          item("Bullet", 2) +
          item("Four", 3),
        lists,
      ),
    ).toBe("1. One\n  1.a) First\n  1.b) Second\n2. Two\n  2.a) Again\n• Bullet\n4. Four\n");
  });

  test("may be in a style, and a paragraph may be taken out", async () => {
    const style = styles(
      `<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
       <w:style w:type="paragraph" w:styleId="List"><w:basedOn w:val="Base"/></w:style>`,
    );
    expect(
      await textOf(
        paragraph("Item", `<w:pStyle w:val="List"/>`) +
          paragraph("Text", `<w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr>`),
        { ...lists, ...style },
      ),
    ).toBe("• Item\nText\n");
  });
});

test("capitals are as shown, and hidden text isn't", async () => {
  const style = styles(`<w:style w:type="paragraph" w:styleId="Title"><w:rPr><w:caps/></w:rPr></w:style>`);
  expect(
    await textOf(
      paragraph("Clinical case summary", `<w:pStyle w:val="Title"/>`) +
        paragraph(run("Shown") + run(" hidden", "<w:vanish/>") + run(" again", `<w:vanish w:val="0"/>`)) +
        paragraph("The mark's own properties", "<w:rPr><w:vanish/><w:caps/></w:rPr>"),
      style,
    ),
  ).toBe("CLINICAL CASE SUMMARY\nShown again\nThe mark's own properties\n");
});

test("an empty line is where paragraphs are apart", async () => {
  const style = styles(
    `<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>
     <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
     <w:style w:type="paragraph" w:styleId="Tight"><w:pPr><w:contextualSpacing/></w:pPr></w:style>`,
  );
  expect(
    await textOf(
      paragraph("One") +
        paragraph("Two") +
        paragraph("") +
        paragraph("Three", `<w:spacing w:after="0"/>`) +
        paragraph("Four", `<w:pStyle w:val="Tight"/>`) +
        paragraph("Five", `<w:pStyle w:val="Tight"/>`),
      style,
    ),
  ).toBe("One\n\nTwo\n\nThree\nFour\nFive\n");
});

test("pages begin where Word has shown them last, or where the document says so", async () => {
  const { text, pages } = await documentFrom(
    reader,
    docxOf(
      paragraph(`${run("First page, ")}<w:r><w:lastRenderedPageBreak/></w:r>${run("second page.")}`) +
        paragraph(
          `<w:r><w:br w:type="page"/></w:r><w:r><w:lastRenderedPageBreak/></w:r>${run("Third page.")}`,
        ) +
        paragraph("Fourth page.", "<w:pageBreakBefore/>") +
        paragraph("Still.", `<w:sectPr><w:type w:val="continuous"/></w:sectPr>`) +
        paragraph("And still.", "<w:sectPr/>") +
        paragraph(`${run("Fifth page.")}<w:r><w:br w:type="page"/></w:r>`) +
        paragraph("Sixth page."),
    ),
    "docx",
  );
  expect(text).toBe(
    "First page, second page.\n\fThird page.\n\fFourth page.\nStill.\nAnd still.\n\fFifth page.\n\f\nSixth page.\n",
  );
  expect(pages.map((offset) => text.slice(offset, offset + 6))).toEqual([
    "First ",
    "second",
    "Third ",
    "Fourth",
    "Fifth ",
    "\nSixth",
  ]);
});

test("names may have any prefix, and the main part any name", async () => {
  const ns = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  expect(
    await textOf("", {
      "_rels/.rels": `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
      "word/document2.xml": `<document xmlns="${ns}"><body><p><r><t>Words.</t></r></p></body></document>`,
    }),
  ).toBe("Words.\n");
});

describe("what isn't read has a reason", () => {
  const bytes = docxOf(paragraph("Words."));
  const compound = (words: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(words, "utf16le")]);
  test.each<[string, Uint8Array]>([
    ["notDocx", new TextEncoder().encode("Words.")],
    ["notDocx", packed({ "hello.txt": "Words." })],
    [
      "notDocx",
      docxOf("", {
        "_rels/.rels": `<Relationships><Relationship Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        "xl/workbook.xml": "<workbook/>",
      }),
    ],
    ["oldWord", compound("WordDocument")],
    ["locked", compound("EncryptedPackage")],
    ["damaged", bytes.slice(0, -30)],
    ["damaged", docxOf("<w:p><w:r>")],
    ["damaged", docxOf(paragraph("&entity;"), { "word/document.xml": "<w:document>&entity;</w:document>" })],
    ["empty", docxOf(paragraph(""))],
    ["tooMuch", docxOf(" ".repeat(9e6))],
    ["tooMuch", docxOf(paragraph("word ".repeat(1_100_000)))],
  ])("%s", async (problem, file) => {
    expect(await problemOf(reader, file, "docx")).toBe(problem);
  });

  test("a part that claims to be small is cut off", async () => {
    const bomb = docxOf(" ".repeat(7e6));
    // The sizes in the central directory, which are what is read.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
        view.setUint32(at + 24, 1000, true);
    expect(await problemOf(reader, bomb, "docx")).toBe("damaged");
  });

  test("macros, images, and addresses are never unpacked or loaded", async () => {
    const body = `${paragraph("Words.")}<w:altChunk r:id="rId9" xmlns:r="r"/><w:object/>`;
    expect(
      await textOf(body, {
        "word/vbaProject.bin": new Uint8Array(100e6),
        "word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId9" TargetMode="External" Target="http://127.0.0.1:9/"/></Relationships>`,
      }),
    ).toBe("Words.\n");
  });

  test("the next document is read after each", async () => {
    await problemOf(reader, docxOf(" ".repeat(9e6)), "docx");
    expect(await textOf(paragraph("Words."))).toBe("Words.\n");
  });
});
