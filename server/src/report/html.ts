/** Builds HTML from templates; every value that isn't HTML itself is escaped. */

export interface Html {
  readonly html: string;
}

export type Value = Html | string | number | readonly Html[];

/** In the order to write them; `true` for an attribute without a value, undefined to leave one out. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text and values of quoted attributes. Characters that HTML doesn't allow become U+FFFD. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? "")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/gu, "\ufffd");

/** A template tag: escapes all values that aren't HTML. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.map((part, index) => part + written(values[index] ?? "")).join(""),
});

function written(value: Value): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map((one) => one.html).join("");
}

/** Marks a text as HTML: only for what the build produces. */
export const trusted = (text: string): Html => ({ html: text });

export const nothing: Html = { html: "" };

/** An element on one line. */
export const element = (name: string, attributes: Attributes, ...content: readonly Value[]): Html => ({
  html: `<${name}${attributesOf(attributes)}>${content.map(written).join("")}</${name}>`,
});

/** An element with each child on its own line; `nothing` gets none. */
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
