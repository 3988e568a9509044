/** What a bench measured: a name for each figure, with its unit in the name. */
export type Figures = Readonly<Record<string, string | number>>;

/** One named measurement that anybody can run again. */
export type Bench = {
  name: string;
  /** what is measured, in a sentence */
  says: string;
  run(): Promise<Figures>;
};

/** The value below which this share of the measurements lies (0.5 for the median). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
