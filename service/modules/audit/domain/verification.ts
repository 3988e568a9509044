/** One run over the whole of the audit, under way or finished. */
export type Verification = {
  id: string;
  askedAt: Date;
  done: number;
  of: number;
  heardAt: Date;
  finishedAt: Date | undefined;
  entries: number;
  chains: number;
  heads: number;
  unheld: number;
  wrong: number;
  faults: readonly string[];
};

const silentMs = 3 * 60_000;

/** Whether a run goes on: one that was not heard of for three minutes has died with its process. */
export function isUnderWay({ finishedAt, heardAt }: Verification, now: Date): boolean {
  return finishedAt === undefined && now.getTime() - heardAt.getTime() < silentMs;
}
