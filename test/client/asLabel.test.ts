import { expect, test } from "vitest";
import { asLabel } from "../../client/src/asLabel.ts";

/** What VS Code shows of a label: the words, an icon as its name in guillemets. */
const drawn = (label: string): string =>
  label.replace(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g, (_, escaped, name) =>
    escaped ? `$(${name})` : `«${name}»`,
  );

test.each(["Naproxen $(check) 500mg", "$(sync~spin)", "\\$(error)", "$(12 tablets)", "$$(x)$(y)"])(
  "%s is shown as it is",
  (words) => expect(drawn(asLabel(words))).toBe(words),
);

test("an icon would be noticed", () => expect(drawn("$(check)")).toBe("«check»"));
