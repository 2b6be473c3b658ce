/** The entry for VS Code's Node extension host, on a desktop and in the workbench. */
import Mocha from "mocha";

const mocha = new Mocha({ ui: "tdd", timeout: 40_000, color: false, slow: 2000 });

export async function run(): Promise<void> {
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./suite/all.ts");
  await import("./suite/offlineNode.ts");
  await import("./suite/linksNode.ts");
  // A web worker isn't a process that can be killed.
  await import("./suite/restart.test.ts");
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once("end", () => console.log(`${runner.stats?.passes} passed, ${runner.stats?.failures} failed`));
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
