/** Why there is no number: each has its own mark, its own word, and none of them is zero. */
export type Status = 'suppressed' | 'missing' | 'not-applicable' | 'low' | 'unreliable';

/** A number in the chart's unit, or the reason why there is none. A status is never drawn or written as a number. */
export type ChartValue = { kind: 'number'; number: number } | { kind: 'status'; status: Status };

/**
 * Who a series or an area is to the reader: their own area (drawn in ink, on the golden thread), the benchmark
 * (thin, dashed, named at its end), a neighbour (pale), or any other group (a pattern of its own).
 */
export type Role = 'own' | 'benchmark' | 'neighbour' | 'other';

/** One period of one series. */
export type Point = {
  /** The period as the publisher writes it: "2024-25", "March 2025". */
  period: string;
  /** Its place in time, in equal steps: 2024 for a year, 2024.25 for a quarter. A skipped step shows as a gap. */
  order: number;
  /** The last day of the period, `YYYY-MM-DD`, where it is known: a column of the table. */
  end?: string | undefined;
  value: ChartValue;
  /** Limits of the interval, in the chart's unit; drawn only where both are given and the value is a number. */
  lower?: number | undefined;
  upper?: number | undefined;
  /** False where a definition or a boundary changed: the line is not joined to the period before. */
  joinsPrevious: boolean;
  /** What changed, as a short sentence without a full stop: "the area was split in two". */
  breakReason?: string | undefined;
  /** What somebody decided about the line at this period. It says nothing of the values, so it is no break. */
  decided?: Decided | undefined;
};

/**
 * A decision about a line that somebody drew (the limits of a process): before a period, where the line begins anew, or
 * after it, where the line goes on as it was. `mark` stands on the picture, `sentence` under it and in the table.
 */
export type Decided = { where: 'before' | 'after'; mark: string; sentence: string };

/** Points of one area or group. Points may come in any order; they are drawn by `order`. */
export type Series = { key: string; name: string; role: Role; points: readonly Point[] };

/** What a comparison with the benchmark came to. Always shown as a word and a shape, and only then as a colour. */
export type Comparison = 'better' | 'similar' | 'worse' | 'higher' | 'lower' | 'not-compared';

/** One area's value in one period. */
export type Area = {
  key: string;
  name: string;
  role: Role;
  value: ChartValue;
  lower?: number | undefined;
  upper?: number | undefined;
  comparison?: Comparison | undefined;
};

/** How the values of all areas of one type lie, in the measure's unit, ascending. */
export type Spread = {
  minimum: number;
  p5: number;
  p25: number;
  p75: number;
  p95: number;
  maximum: number;
};

/** Which way is good: decides which way a row of a spine chart is turned. */
export type Polarity = 'high-is-good' | 'low-is-good' | 'no-judgement';

/** One measure of a spine chart, in its own unit. `spread` is absent where too few areas have a number. */
export type SpineRow = {
  key: string;
  measure: string;
  period: string;
  unit: Unit;
  polarity: Polarity;
  own: ChartValue;
  lower?: number | undefined;
  upper?: number | undefined;
  benchmark: ChartValue;
  spread?: Spread | undefined;
  comparison?: Comparison | undefined;
};

/** One little trend of a grid: an area with its measure, or a measure of one area. Its own series is drawn, on the thread, or else its first that is no benchmark; and the benchmark. */
export type Panel = { key: string; name: string; series: readonly Series[] };

/**
 * What is measured: `name` stands in the subtitle and the table's head ("per 10,000 children", "% of pupils");
 * `symbol` beside drawn numbers ("%" follows the number, "£" leads it); `decimals` in both.
 */
export type Unit = { name: string; symbol?: string | undefined; decimals: number };

/** Where the numbers come from. */
export type Source = { text: string; href?: string | undefined };
