/** The only way to learn the time: passed in, so that a test can hold it still. */
export type Clock = () => Date;

/** A clock that stands still. */
export function stoppedClock(at: string): Clock {
  return () => new Date(at);
}
