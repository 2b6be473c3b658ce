/** The suites of `npm run attack`, which run longer than `npm test`. */
import config from "./vitest.config.mts";

// The projects have test files of their own.
const { projects: _, ...test } = config.test ?? {};

export default {
  ...config,
  test: { ...test, include: ["test/attack/**/*.attack.ts"], fileParallelism: false },
};
