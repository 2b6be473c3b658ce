/** Taking times, and what of many times is told. All are milliseconds. */

/** The time that so many hundredths of all times stay within. */
export function percentile(times, hundredths) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))];
}

export const median = (times) => percentile(times, 50);

/** The times of the work that `prepare` gives, prepared anew each round. */
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

/** What the work takes of the processor, in all threads of this process: the same where others use the machine too. */
export async function processorTime(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
