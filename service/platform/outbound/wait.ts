import { setTimeout as pause } from 'node:timers/promises';

/** Waits so long, or until it is told to stop: passed in, so that a test need not. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export const reallyWait: Wait = async (ms, signal) => {
  await pause(ms, undefined, { ...(signal ? { signal } : {}), ref: true });
};
