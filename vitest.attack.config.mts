/** The hostile suite, of `npm run attack`: longer than what `npm test` runs. */
import config from "./vitest.config.mts";

export default {
  ...config,
  test: { ...config.test, include: ["test/attack/**/*.attack.ts"], fileParallelism: false },
};
