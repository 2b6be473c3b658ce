/** The entry for VS Code's web worker extension host. */
import "mocha/mocha";

export async function run(): Promise<void> {
  mocha.setup({ ui: "tdd", timeout: 40_000, slow: 2000, reporter: "spec", color: false });
  await import("./suite/all.ts");
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once("end", () => console.log(`${runner.stats?.passes} passed, ${runner.stats?.failures} failed`));
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}
