/** Runs tasks one after another, in the order in which they were given. A task that fails doesn't stop the next ones. */
export function createSequencer(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
