/** How often a code may be wrong before the next is looked at only after a while. */
const triesBeforeWaiting = 5;
const mostMinutes = 15;

/**
 * After so many wrong codes, how long none is looked at: from the fifth on a minute, then twice as long each time, and
 * never more than a quarter of an hour, so that nobody can be locked out for good by somebody else's guessing.
 */
export function minutesToWait(wrongTries: number): number {
  if (wrongTries < triesBeforeWaiting) return 0;
  return Math.min(2 ** (wrongTries - triesBeforeWaiting), mostMinutes);
}

/** How many more may be wrong before it begins. */
export function triesLeft(wrongTries: number): number {
  return Math.max(0, triesBeforeWaiting - wrongTries);
}
