/** Characters of the fonts Symbol and Wingdings, which have codes of their own in Word files, from U+F020 to U+F0FF. */

const ofSymbol = new Map<number, string>();
const greek = (first: number, letters: string): void => {
  for (const [at, letter] of [...letters].entries()) ofSymbol.set(first + at, letter);
};
greek(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ");
greek(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ");
greek(0xa2, "′≤⁄∞");
greek(0xac, "←↑→↓°±″≥×∝∂•÷≠≡≈…");
greek(0xd2, "®©™");

const ofWingdings = new Map<number, string>([
  [0x6c, "●"],
  [0x6e, "■"],
  [0x6f, "☐"],
  [0x78, "☒"],
  [0xa7, "▪"],
  [0xa8, "☐"],
  [0xd8, "➢"],
  [0xe0, "→"],
  [0xfb, "✗"],
  [0xfc, "✓"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

/** The character that is shown for a code; a replacement character if that isn't known. `font`: Symbol if undefined. */
export function symbolOf(code: number, font: string | undefined): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const known = (/^wingdings/i.test(font ?? "") ? ofWingdings : ofSymbol).get(low);
  if (known !== undefined) return known;
  return low >= 0x20 && low < 0x7f ? String.fromCharCode(low) : "\ufffd";
}
