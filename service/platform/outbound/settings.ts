/** How the service behaves where it asks other machines for something. */
export type OutboundSettings = {
  /** says who asks: a name, a version and where to read about it; nothing of who uses it */
  userAgent: 'GoldenThread/0 (published statistics for a local partnership)';
  /** the only hosts that are asked, as `name` or `name:port`; a private address is met only where somebody wrote the host down */
  hosts: ReadonlyMap<string, { mayBePrivate: boolean }>;
  /** what the network demands for going out; the proxy then looks names up */
  proxy?: string | undefined;
  /** between the end of one question to a host and the beginning of the next */
  pauseMs: number;
  /** without a single byte */
  silenceMs: number;
  /** for one answer as a whole, however often it is asked for */
  wholeMs: number;
  /** of a file, as it is on disk in the end */
  largestBytes: number;
  /** how often one thing is asked for before it is given up */
  tries: number;
  /** the longest wait that a host may ask for; one that wants more is left for another day */
  longestWaitMs: number;
};

/** What suits a public service that gives its figures away. */
export const usualSettings = {
  userAgent: 'GoldenThread/0 (published statistics for a local partnership)',
  pauseMs: 1_000,
  silenceMs: 30_000,
  wholeMs: 10 * 60_000,
  largestBytes: 600 * 1024 * 1024,
  tries: 4,
  longestWaitMs: 120_000,
} as const satisfies Omit<OutboundSettings, 'hosts'>;
