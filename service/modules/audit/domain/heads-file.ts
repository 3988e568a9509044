/** A file of signed heads, without what stands in it. */
export type HeadsFile = {
  id: string;
  signedAt: Date;
  fileName: string;
  chains: number;
  entries: number;
  print: string;
  /** when it came to where it is kept; undefined where it has not */
  exportedAt: Date | undefined;
};

/** Heads that stay here longer than this prove little: somebody is asked to look. */
export const mostHoursUnexported = 48;
