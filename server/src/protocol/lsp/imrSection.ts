/** The section of settings, and of initialization options, that is this server's. */
export const settingsSection = "imr";

/** What stands in that section, in settings of any shape; undefined where nothing does. */
export function imrSection(all: unknown): Readonly<Record<string, unknown>> | undefined {
  const section = isRecord(all) ? all[settingsSection] : undefined;
  return isRecord(section) ? section : undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
