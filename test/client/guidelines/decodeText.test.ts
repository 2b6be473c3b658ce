import { expect, it } from "vitest";
import { decodeText } from "../../../client/src/guidelines/decodeText.ts";

const words = "naproxen – “café”";
const utf16 = (littleEndian: boolean): Uint8Array => {
  const bytes = [0xfeff, ...words.split("").map((char) => char.charCodeAt(0))];
  return Uint8Array.from(
    bytes.flatMap((code) => (littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255])),
  );
};

it.each<[string, Uint8Array]>([
  ["UTF-8", new TextEncoder().encode(words)],
  ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${words}`)],
  ["UTF-16, little-endian", utf16(true)],
  ["UTF-16, big-endian", utf16(false)],
])("%s", (_, bytes) => expect(decodeText(bytes)).toBe(words));

it("a text in no Unicode encoding is that of a spreadsheet of the West", () => {
  const bytes = [...new TextEncoder().encode("caf"), 0xe9, 0x2c, 0xae];
  expect(decodeText(Uint8Array.from(bytes))).toBe("café,®");
});
