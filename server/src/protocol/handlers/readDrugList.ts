import { drugOf } from "../../knowledge/formulary.ts";
import { drugListPack, readDrugList as readTable } from "../../packs/drugList.ts";
import { type DrugListColumns, drugListFields } from "../../packs/drugListFields.ts";
import { maxPackBytes } from "../../packs/pack.ts";
import { type ReadDrugList, type ReadDrugListParams, readDrugListRequest } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/readDrugList`: what the table of a drug list says, and the pack with it. */
export const readDrugList: ServerFeature = {
  register(context) {
    const { connection, knowledge } = context;
    onCustomRequest(
      connection,
      readDrugListRequest,
      onRequest(context)<ReadDrugList | null, Partial<Record<keyof ReadDrugListParams, unknown>>>(
        "Reading a drug list",
        () => null,
        ({ text, columns, name, date }) => {
          if (typeof text !== "string" || text.length > maxPackBytes) return null;
          const { entries, ...rest } = readTable(text, columnsIn(columns));
          const { drugNamed } = knowledge();
          const unknown = entries.filter((entry) => drugOf(entry, drugNamed) === undefined);
          return {
            ...rest,
            entries: entries.length,
            unknown: [...new Set(unknown.map(({ ingredient, brand }) => ingredient ?? brand ?? ""))],
            pack:
              typeof name === "string" && typeof date === "string" ? drugListPack(name, date, entries) : null,
          };
        },
      ),
    );
  },
};

/** The valid ones of the given columns; undefined if none are given. */
function columnsIn(value: unknown): DrugListColumns | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const isColumn = (column: unknown): column is number => Number.isInteger(column) && Number(column) >= 0;
  return Object.fromEntries(
    drugListFields.flatMap((field) => (isColumn(given[field]) ? [[field, given[field]]] : [])),
  );
}
