let last: Promise<unknown> = Promise.resolve();

/**
 * Lets one import of this process work after the other: each holds a whole file's figures in memory, and two at once
 * would crowd out the pages.
 */
export function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}
