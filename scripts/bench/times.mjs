/** Measures times and summarizes them. All times are in milliseconds. */

/** The time that `percent` of all times don't exceed. */
export function percentile(times, percent) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}

export const median = (times) => percentile(times, 50);

/** The times of the functions that `prepare` returns, called once per round. */
function timesOf(prepare, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const work = prepare();
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return times;
}

export const medianOf = (prepare, rounds) => median(timesOf(prepare, rounds));

export const bestOf = (prepare, rounds) => Math.min(...timesOf(prepare, rounds));

/** The CPU time of all threads of this process, which is comparable even on a busy machine. */
export async function cpuTimeOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
