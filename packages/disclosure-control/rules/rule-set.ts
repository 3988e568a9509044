import type { Level } from '../table/dimension.ts';

/** How a figure is rounded: to the nearest multiple of the base; halfway goes up. */
export type Rounding = { readonly base: number };

/** The counts that may not be seen, both ends included. From 0: a zero tells something about everybody. */
export type SmallCounts = { readonly from: 0 | 1; readonly to: number };

/** What a source does with counts at one level of geography. */
export type LevelRule = {
  /** absent: every count is shown at this level */
  readonly hides?: SmallCounts;
  /** absent: shown as counted */
  readonly rounds?: Rounding;
};

/** What a survey needs before an answer is shown. */
export type SurveyRule = {
  readonly leastBase: number;
  /** the base for matters that are sensitive */
  readonly leastSensitiveBase: number;
  /** with fewer schools than this, pupils of one can work out what those of the other said */
  readonly leastSchools: number;
};

/** When a sum of contributions gives one contributor away. */
export type MagnitudeRule = {
  /** fewer contributors than this */
  readonly leastContributors: number;
  /** the largest n bring more than this share (0 to 1) of the whole */
  readonly dominance?: { readonly n: number; readonly share: number };
  /** the second largest could tell the largest's figure to within this share (0 to 1) of it */
  readonly closeness?: { readonly share: number };
};

/** What stands where a figure is not shown. */
export type Symbols = {
  readonly suppressed: string;
  /** a small count that rounds to nothing */
  readonly low: string;
  readonly notApplicable: string;
  readonly unavailable: string;
};

/** How shares are made from what is shown. */
export type ShareRule = {
  readonly decimals: number;
  /** no share of fewer than this */
  readonly leastBase: number;
};

/** The rules of one source, as it publishes them. They travel with the figures and are never mixed. */
export type RuleSet = {
  readonly id: string;
  readonly name: string;
  readonly levels: Readonly<Record<Level, LevelRule>>;
  readonly shares: ShareRule;
  readonly symbols: Symbols;
  readonly survey?: SurveyRule;
  readonly magnitudes?: MagnitudeRule;
  /** where the rule is written or how it was found, and the day on which it was read or decided */
  readonly source: { readonly title: string; readonly on: string };
};
