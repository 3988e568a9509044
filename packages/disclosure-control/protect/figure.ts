import type { At } from '../table/table.ts';

/** Why a figure may not be seen by its own rule. */
export type PrimaryReason =
  | 'small-count'
  | 'small-base'
  | 'few-schools'
  | 'few-contributors'
  | 'dominated'
  | 'close'
  | 'small-when-worked-out'
  | 'held-back'
  | 'held-back-before';

/** Where a figure stands in what is being protected. */
export type Standing =
  /** shown, and may be held back if need be */
  | 'shown'
  /** held back */
  | 'hidden'
  /** not shown anywhere, but tied to what is */
  | 'absent'
  /** shown for good: published before, known from elsewhere, or a zero that everybody may see */
  | 'fixed';

/** One figure among all those that are looked at together. */
export type Figure = {
  readonly key: string;
  /** the table and place where it is shown; absent for figures that are only known of */
  readonly table?: string;
  readonly at?: At;
  /** undefined where its owner does not know it */
  truth?: number;
  standing: Standing;
  /** what a reader of it knows while it is shown, both ends included */
  shown: readonly [number, number];
  /** the least that a reader must think possible while it is held back */
  least: number;
  primary?: PrimaryReason;
  /** what must stay possible; absent on a primary one: only that it is not worked out exactly */
  range?: readonly [number, number];
  /** what is lost when it is held back, in comparison with others */
  loss: number;
  /** held back for the sake of another */
  secondaryFor?: string;
};
