/** HTML that is escaped unless it was written as such. */

export interface Html {
  readonly html: string;
}

export type Value = Html | string | number | readonly Html[];

/** In the order in which they are written; `true` for one without a value, undefined for none. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and for attributes in quotes. What is no character becomes the sign for that. */
export const escaped = (words: string): string =>
  words
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? "")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/gu, "\ufffd");

/** A template of which all values are escaped that are no HTML themselves. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.map((part, index) => part + written(values[index] ?? "")).join(""),
});

function written(value: Value): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map((one) => one.html).join("");
}

/** For text that is HTML by its source: what the build makes. */
export const trusted = (words: string): Html => ({ html: words });

export const nothing: Html = { html: "" };

/** An element with all in one line. */
export const element = (name: string, attributes: Attributes, ...content: readonly Value[]): Html => ({
  html: `<${name}${attributesOf(attributes)}>${content.map(written).join("")}</${name}>`,
});

/** An element of which each child has a line of its own; `nothing` has none. */
export const block = (name: string, attributes: Attributes, ...children: readonly Html[]): Html => ({
  html: `<${name}${attributesOf(attributes)}>\n${children.map(onItsLine).join("")}</${name}>`,
});

const onItsLine = (child: Html): string => (child.html === "" ? "" : `${child.html}\n`);

function attributesOf(attributes: Attributes): string {
  let all = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    all += value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
  }
  return all;
}
