/** The rows of *Find Guideline…*, in groups, and what an empty list says. */
import * as vscode from "vscode";
import type {
  FoundGuideline,
  FoundGuidelines,
  GuidelineGroup,
} from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import { formatDate } from "../util/formatDate.ts";
import { escapeItem } from "../util/messages.ts";

export interface GuidelineItem extends vscode.QuickPickItem {
  /** Undefined for a separator, and for what an empty list says. */
  readonly found?: FoundGuideline;
  /** The command to run instead of citing something. */
  readonly command?: string;
}

const icons = { guideline: "book", topic: "bookmark", drug: "beaker" } as const;

/** The rows, with a separator before each group. */
export function guidelineItems(
  { entries, day }: FoundGuidelines,
  button: vscode.QuickInputButton,
): readonly GuidelineItem[] {
  const names = namesOfGroups(formatDate(day));
  return entries.flatMap((found, index) => {
    const item = toItem(found, button);
    if (found.group === entries[index - 1]?.group) return [item];
    return [{ label: names[found.group], kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

const namesOfGroups = (day: string): Readonly<Record<GuidelineGroup, string>> => ({
  exact: vscode.l10n.t("best match"),
  issue: vscode.l10n.t("about this issue"),
  inForce: vscode.l10n.t("in force on {0}", day),
  undated: vscode.l10n.t("other sources"),
  notInForce: vscode.l10n.t("not in force on {0}", day),
  less: vscode.l10n.t("more results"),
});

/** The server has searched, so VS Code must not: it would look for the typed letters anywhere in a name. */
function toItem(found: FoundGuideline, button: vscode.QuickInputButton): GuidelineItem {
  const item = escapeItem({
    label: found.name,
    description: found.where,
    detail: found.alsoNamed.length > 0 ? found.alsoNamed.join(", ") : undefined,
    alwaysShow: true,
    buttons: [button],
    found,
  });
  return { ...item, label: `$(${icons[found.kind]}) ${item.label}` };
}

/** What can be done if nothing is found. */
export const nothingFound = (): readonly GuidelineItem[] => [
  {
    label: `$(search-stop) ${vscode.l10n.t("Nothing found")}`,
    detail: vscode.l10n.t(
      "Try fewer words: the treatment, the part of the body, the drug, or a page such as p. 63.",
    ),
    alwaysShow: true,
  },
  {
    label: `$(file-add) ${vscode.l10n.t("Import Guideline…")}`,
    detail: vscode.l10n.t(
      "Add a PDF or text of a guideline that you have. Packs can add guidelines and topics too.",
    ),
    alwaysShow: true,
    command: commands.importGuideline,
  },
];
