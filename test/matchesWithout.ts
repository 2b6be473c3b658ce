/**
 * The texts that an expression matches and that have none of some words; empty if every match has one. Tries every alternative,
 * with and without what is optional, and one of the characters that a set or a dot stands for. What repeats stands once, and what
 * an assertion asks for is left out. Of each text, only the ends are left, because only they may still become other words.
 */
export function matchesWithout(source: string, words: readonly string[]): readonly string[] {
  const list = new Set(words);
  const hasOne = "\u2713";
  const shortened = (text: string): string => {
    if (text.includes(hasOne)) return hasOne;
    const [first = "", ...rest] = text.split(/[^a-z\d]+/);
    const last = rest.pop();
    if (last === undefined) return first;
    return rest.some((word) => list.has(word)) ? hasOne : `${first} ${last}`;
  };
  let at = 0;

  const joined = (before: readonly string[], after: readonly string[]): readonly string[] => [
    ...new Set(before.flatMap((a) => after.map((b) => shortened(a + b)))),
  ];

  const alternatives = (): readonly string[] => {
    const found: string[] = [];
    let own: readonly string[] = [""];
    while (at < source.length && source[at] !== ")") {
      if (source[at] === "|") {
        at++;
        found.push(...own);
        own = [""];
      } else own = joined(own, repeated(atom()));
    }
    return [...new Set([...found, ...own])];
  };

  const atom = (): readonly string[] => {
    const first = source[at++] as string;
    if (first === "(") {
      const kind = /^\?(?:<?[=!]|:|<\w+>)/.exec(source.slice(at))?.[0] ?? "";
      at += kind.length;
      const inner = alternatives();
      at++;
      return /[=!]$/.test(kind) ? [""] : inner;
    }
    if (first === "[") return set();
    if (first === "\\") return escaped(source[at++] as string);
    if (first === ".") return [" "];
    return first === "^" || first === "$" ? [""] : [first];
  };

  const set = (): readonly string[] => {
    const end = /(?:\\.|[^\]\\])*/y;
    end.lastIndex = at;
    const inside = end.exec(source)?.[0] ?? "";
    at += inside.length + 1;
    if (inside.startsWith("^")) return [" "];
    const characters = inside.replace(/(.)-./g, "$1");
    return [...new Set(characters.match(/\\.|./g) ?? [])].flatMap((one) =>
      one.length > 1 ? escaped(one[1] as string) : [one],
    );
  };

  const escaped = (character: string): readonly string[] => {
    if (character === "b") return [""];
    if (character === "d") return ["0"];
    if (character === "w") return ["w"];
    return [character === "s" ? " " : character];
  };

  const repeated = (own: readonly string[]): readonly string[] => {
    const quantifier = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;
    quantifier.lastIndex = at;
    const m = quantifier.exec(source);
    if (!m) return own;
    at += m[0].length;
    return m[0].startsWith("+") || Number(m[1] ?? 0) > 0 ? own : ["", ...own];
  };

  return alternatives().filter((text) => text !== hasOne && !text.split(" ").some((word) => list.has(word)));
}
