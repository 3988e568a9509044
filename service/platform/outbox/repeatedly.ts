/** Work that comes round again and again, never twice at once. */
export type Repeated = {
  /** brings the next round forward; asked while one runs, there is another right after */
  soon(): void;
  /** lets the round at work finish; no other follows */
  stop(): Promise<void>;
};

/** Long enough for the transaction that asked to be committed; where it is not, the ordinary round finds its job. */
const soonMs = 50;

export function repeatedly(
  work: (mayGoOn: () => boolean) => Promise<void>,
  options: { everyMs: number; failed: (fault: unknown) => void },
): Repeated {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let asked = false;
  let running: Promise<void> | undefined;

  const round = (): void => {
    asked = false;
    timer = undefined;
    running = goRound();
  };
  const goRound = async (): Promise<void> => {
    await work(() => !stopped).catch(options.failed);
    running = undefined;
    if (!stopped) wait(asked ? soonMs : options.everyMs);
  };
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(round, ms);
    timer.unref();
  };
  wait(soonMs);
  return {
    soon() {
      asked = true;
      if (!running && !stopped) wait(soonMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
