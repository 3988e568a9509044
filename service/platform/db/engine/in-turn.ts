/** Lets one piece of work in at a time, in the order they asked; one that fails does not hold the next one up. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function queueOfOne(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
