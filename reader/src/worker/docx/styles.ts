/** What styles say about how text reads: capitals, hidden text, lists, and space between paragraphs. */
import { type Attributes, isOn, readXml } from "./xml.ts";

export interface Properties {
  style?: string;
  caps?: boolean;
  hidden?: boolean;
  font?: string;
  /** The id of the list, and the level in it from 0. */
  list?: string;
  level?: number;
  /** The space before and after the paragraph, in twentieths of a point. */
  before?: number;
  after?: number;
  /** No space between paragraphs of the same style. */
  contextual?: boolean;
  /** The paragraph starts a page. */
  startsPage?: boolean;
  /** The level of a heading, from 0; 9 for text. */
  outline?: number;
}

/** Adds the property of an element of `w:pPr` or `w:rPr`. */
export function addProperty(to: Properties, name: string, attributes: Attributes): void {
  const { val } = attributes;
  switch (name) {
    case "pStyle":
    case "rStyle":
      to.style = val;
      break;
    case "caps":
      to.caps = isOn(attributes);
      break;
    case "vanish":
      to.hidden = isOn(attributes);
      break;
    case "rFonts":
      to.font = attributes.ascii ?? attributes.hAnsi;
      break;
    case "numId":
      to.list = val;
      break;
    case "ilvl":
      to.level = Number(val) || 0;
      break;
    case "spacing":
      if (attributes.before !== undefined) to.before = Number(attributes.before) || 0;
      if (attributes.after !== undefined) to.after = Number(attributes.after) || 0;
      break;
    case "contextualSpacing":
      to.contextual = isOn(attributes);
      break;
    case "outlineLvl":
      to.outline = Number(val) || 0;
      break;
    case "pageBreakBefore":
      to.startsPage = isOn(attributes);
      break;
  }
}

export interface Styles {
  /** The properties of a style with those it's based on; without a style, of the default one. */
  of(style: string | undefined): Properties;
}

interface Style {
  readonly own: Properties;
  basedOn?: string;
}

/** Styles are based on each other at most so often. */
const maxDepth = 20;

export function readStyles(part: Uint8Array | undefined): Styles {
  const styles = new Map<string, Style>();
  const defaults: Properties = {};
  let defaultStyle: string | undefined;
  let current: Style | undefined;
  if (part)
    readXml(part, {
      open(name, attributes) {
        if (name === "style") {
          current = { own: {} };
          styles.set(attributes.styleId ?? "", current);
          if (
            attributes.type === "paragraph" &&
            attributes.default !== undefined &&
            isOn({ val: attributes.default })
          )
            defaultStyle = attributes.styleId;
        } else if (name === "basedOn" && current) current.basedOn = attributes.val;
        else addProperty(current?.own ?? defaults, name, attributes);
      },
      close(name) {
        if (name === "style") current = undefined;
      },
    });
  const resolved = new Map<string | undefined, Properties>();
  const resolve = (id: string | undefined, depth: number): Properties => {
    const style = id === undefined ? undefined : styles.get(id);
    if (!style || depth > maxDepth) return { ...defaults };
    return { ...resolve(style.basedOn, depth + 1), ...style.own };
  };
  return {
    of(style) {
      const id = style ?? defaultStyle;
      const known = resolved.get(id);
      if (known) return known;
      const properties = resolve(id, 0);
      resolved.set(id, properties);
      return properties;
    },
  };
}
