import type {
  CountRefusal,
  DeprivationRefusal,
  DirectRefusal,
  IndirectRefusal,
  InequalityRefusal,
  MeanRefusal,
  ProportionRefusal,
  RunChartRefusal,
  XmrRefusal,
} from '#packages/statistics';
import { bad, none, type Made, type Row } from './method.ts';

type Refusal =
  | CountRefusal
  | DeprivationRefusal
  | DirectRefusal
  | IndirectRefusal
  | InequalityRefusal
  | MeanRefusal
  | ProportionRefusal
  | RunChartRefusal
  | XmrRefusal;

const mendNumber = 'Put the number right, or leave the cell empty where it is not known.';
const mendOption = 'Change the option.';

/** What is wrong, and how to mend it; without a way to mend, nothing is wrong, and there is no result all the same. */
const words: { readonly [Reason in Refusal['reason']]: readonly [what: string, mend?: string] } = {
  'not-finite': ['a number is too large to be used', mendNumber],
  'too-large': ['the numbers are too large for limits to be written', mendNumber],
  'count-negative': ['the count is negative', mendNumber],
  'number-negative': ['a number is negative', mendNumber],
  'observed-negative': ['the observed count is negative', mendNumber],
  'standard-negative': ['the standard population is negative', mendNumber],
  'standard-error-negative': ['the standard error is negative', mendNumber],
  'base-not-positive': [
    'the denominator is not above 0',
    'Give how many people or things the count is out of, or leave the row out.',
  ],
  'population-not-positive': [
    'the population is not above 0',
    'Give the people of the group, or leave it out.',
  ],
  'reference-not-positive': ['the reference denominator is not above 0', 'Give the people of the reference.'],
  'multiplier-not-positive': ['the multiplier is not above 0', mendOption],
  'multiplier-zero': ['the multiplier is 0', mendOption],
  'count-above-base': [
    'the count is above the denominator, so this is no proportion',
    'Put the numbers right, or use `stats rate` for events that can befall a person twice.',
  ],
  'no-values': ['there is no value'],
  'value-missing': ['a value is missing, and the mean of the others is not the mean of all'],
  'one-value': ['a single value says nothing of how values spread, so it has no limits'],
  'no-bands': ['there is no age band'],
  'no-standard': ['the standard population is empty', 'Name its column with --standard.'],
  'too-few-events': ['fewer than ten events make no standardised rate that can be relied on'],
  'times-not-whole': [
    'the frequency is not 1, 2, 3 …',
    'Put it right: it is how many events each person had.',
  ],
  'nothing-expected': ['nothing is expected, so nothing can be put beside it'],
  'not-2-to-100': ['the number of quantiles is not from 2 to 100', mendOption],
  'too-few-values': ['there are fewer values than quantiles'],
  'not-5-to-100-groups': ['an index of inequality needs 5 to 100 quantiles'],
  'value-at-bound': [
    'a rate of 0, or a proportion of 0 or 1, has no error that can be used',
    'Choose another --type, or join the quantile with its neighbour.',
  ],
  'limits-at-bound': [
    'a limit lies at 0 or 1, and has no logarithm or logit',
    'Choose another --type, or join the quantile with its neighbour.',
  ],
  'limits-not-in-order': ['a lower limit lies above its upper one', mendNumber],
  'nothing-to-transform': [
    'a plain value is fitted as it is',
    'Leave --transform out, or say --type rate or proportion.',
  ],
  'simulation-not-usable': [
    'the simulation cannot be made so',
    'Give --repetitions from 1,000 to 10,000,000 and a whole --seed.',
  ],
  'part-too-short': ['fewer than two neighbouring points have no moving range, and so no limits'],
  'part-empty': ['there is no point to make a median of'],
  'frozen-too-early': [
    'limits cannot be frozen on so few points',
    'Give --freeze 12 or more (for a run chart, 1 or more).',
  ],
  'rebase-misplaced': [
    'limits cannot begin anew there',
    'Name dates that are in the series, in order, and after its first.',
  ],
  'rebase-unexplained': ['limits begin anew without a reason', 'Give --reason and --by.'],
  'exclusion-misplaced': ['a point that is left out is not in the series', mendOption],
  'exclusion-unexplained': ['a point is left out without a reason', mendOption],
};

/** Why a method gave nothing, in words; where one of several rows is to blame, with its line. */
export function refused(refusal: { readonly reason: Refusal['reason'] }, rows: readonly Row[] = []): Made {
  const [what, mend] = words[refusal.reason];
  return mend === undefined ? none(what) : bad(what, mend, rows[placeIn(refusal)]?.line);
}

/** Refusals name the place of what they are about by one of these. */
function placeIn(refusal: object): number {
  for (const key of ['band', 'group', 'at'] as const) {
    const place: unknown = key in refusal ? Object.getOwnPropertyDescriptor(refusal, key)?.value : undefined;
    if (typeof place === 'number') return place;
  }
  return 0;
}
