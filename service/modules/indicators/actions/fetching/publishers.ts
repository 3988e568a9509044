import type { Outbound } from '#platform/outbound/outbound.ts';

/** Where publishers' open interfaces are, the door to them, and where files wait that came from there. */
export type Publishers = {
  outbound: Outbound;
  fingertips: URL;
  ees: URL;
  waitingFolder: string;
};
