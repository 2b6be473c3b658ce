/** This server's section of the settings and initialization options. */
export const settingsSection = "imr";

/** That section of settings of any shape; undefined if there is none. */
export function imrSection(all: unknown): Readonly<Record<string, unknown>> | undefined {
  const section = isRecord(all) ? all[settingsSection] : undefined;
  return isRecord(section) ? section : undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
