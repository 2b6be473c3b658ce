/** Reads the XML of Word files as a stream of events, so that it needs no memory for a tree. */
import { parser } from "sax";
import { checkElementDepth } from "../limits.ts";

const namespaces = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names of WordprocessingML have no prefix: "p" for `<w:p>`. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Entities other than XML's own aren't resolved, and nothing is loaded.
 * @throws {Error} if it isn't well-formed, or too deep.
 */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlHandler): void {
  const xml = parser(true, { position: false });
  let prefix = "w:";
  const plain = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  let depth = 0;
  let isRoot = true;
  xml.onopentag = ({ name, attributes }) => {
    checkElementDepth(++depth);
    const given = attributes as Attributes;
    if (isRoot) prefix = prefixIn(given);
    isRoot = false;
    const own: Record<string, string> = {};
    for (const [key, value] of Object.entries(given)) own[plain(key)] = value;
    open(plain(name), own);
  };
  xml.onclosetag = (name) => {
    depth--;
    close(plain(name));
  };
  if (text) {
    xml.ontext = text;
    xml.oncdata = text;
  }
  xml.onerror = (error) => {
    throw error;
  };
  xml.write(decoded(bytes)).close();
}

/** The prefix of WordprocessingML's names, such as "w:". */
function prefixIn(attributes: Attributes): string {
  const [key] = Object.entries(attributes).find(([, uri]) => namespaces.has(uri)) ?? [];
  return key === undefined ? "w:" : key === "xmlns" ? "" : `${key.slice("xmlns:".length)}:`;
}

const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(bytes);

/** Whether a property such as `<w:vanish/>` is on. */
export const isOn = ({ val }: Attributes): boolean =>
  val === undefined || !["0", "false", "off"].includes(val);
