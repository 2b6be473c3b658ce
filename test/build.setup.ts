/** Builds the programs that tests run, once before all tests. */
// @ts-expect-error a plain script
import { runScript } from "../scripts/project.mjs";

export async function setup(): Promise<void> {
  if ((await runScript("build.mjs")) !== 0) throw new Error("The build failed; see above.");
}
