/**
 * `npm run bench`: what is promised of speed, as ratios, so that the figures of two machines can be compared. `npm run
 * bench -- start memory` prints these tables alone.
 */
const tables = {
  passes: async () => (await import("./bench/passes.mjs")).passes(),
  growth: async () => (await import("./bench/growth.mjs")).growth(),
  peers: async () => (await import("./bench/peers.mjs")).comparison(),
  keystroke: async () => (await import("./bench/keystroke.mjs")).keystroke(),
  start: async () => (await import("./bench/start.mjs")).start(),
  activate: async () => (await import("./bench/activate.mjs")).activate(),
  memory: async () => (await import("./bench/memory.mjs")).memory(),
  size: async () => (await import("./bench/size.mjs")).size(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in tables));
if (unknown.length > 0) {
  console.error(`No table ${unknown.join(", ")}. There are: ${Object.keys(tables).join(", ")}.`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(tables)) await tables[name]();
