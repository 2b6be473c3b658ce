/**
 * `npm run bench`: measures the performance targets as ratios, so figures of different machines can be compared. With names,
 * prints only those tables: `npm run bench -- start memory`.
 */
const tables = {
  passes: async () => (await import("./bench/passes.mjs")).passes(),
  growth: async () => (await import("./bench/growth.mjs")).growth(),
  peers: async () => (await import("./bench/peers.mjs")).comparison(),
  keystroke: async () => (await import("./bench/keystroke.mjs")).keystroke(),
  start: async () => (await import("./bench/start.mjs")).start(),
  activate: async () => (await import("./bench/activate.mjs")).activate(),
  memory: async () => (await import("./bench/memory.mjs")).memory(),
  folder: async () => (await import("./bench/folder.mjs")).folder(),
  pdf: async () => (await import("./bench/pdf.mjs")).pdf(),
  size: async () => (await import("./bench/size.mjs")).size(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in tables));
if (unknown.length > 0) {
  console.error(`Unknown table: ${unknown.join(", ")}. Tables: ${Object.keys(tables).join(", ")}.`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(tables)) await tables[name]();
