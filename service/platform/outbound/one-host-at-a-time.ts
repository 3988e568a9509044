import type { Wait } from './wait.ts';

/** Lets one question at a time go to a host, with a pause after each, whoever asks. */
export type Turns = <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;

export function oneHostAtATime(pauseMs: number, wait: Wait): Turns {
  /** for each host, when the question before has been answered and the pause after it is over */
  const freeAt = new Map<string, Promise<number>>();
  return (host, work) => {
    const before = freeAt.get(host);
    const mine = inTurn(before, wait, work);
    freeAt.set(host, endOf(mine, pauseMs));
    return mine;
  };
}

async function inTurn<Result>(
  before: Promise<number> | undefined,
  wait: Wait,
  work: () => Promise<Result>,
): Promise<Result> {
  const left = before === undefined ? 0 : (await before) - performance.now();
  if (left > 0) await wait(left);
  return work();
}

async function endOf(mine: Promise<unknown>, pauseMs: number): Promise<number> {
  await mine.catch(() => {});
  return performance.now() + pauseMs;
}
