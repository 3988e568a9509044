import { sayInUnit, type MeasureDefinition, type MeasureUnit } from '../figures/measure-definition.ts';
import { shortPeriod } from '../say-period.ts';
import { sayNumber } from '../say-value.ts';
import type { Sureness } from './certainty.ts';
import { couldBeChance, holdsNought, type Closing, type Masking } from './closing.ts';
import type { Gap, GapAt } from './gap-at.ts';
import { notWorkedOutWords } from './gap-at.ts';
import type { Telling } from './telling.ts';

/** The words by which a gap's two sides are called. */
export type SideNames = { readonly group: string; readonly others: string };

/** Who stands beside whom, as parts of a sentence. */
export function namesOf({ group, beside }: Telling): SideNames {
  return { group: group.name, others: beside.kind === 'all' ? 'all children' : group.others };
}

/** The same, short, for a line of a chart or the head of a row. */
export function shortNamesOf({ group, beside }: Telling): SideNames {
  return { group: group.short, others: beside.kind === 'all' ? 'All children' : group.othersShort };
}

/** A difference without its sign: "26 points", "12.0 per 10,000". */
export function sayDistance(difference: number, unit: MeasureUnit): string {
  const size = Math.abs(difference);
  if (unit.symbol !== '%') return sayInUnit(size, unit);
  const said = sayNumber(size, unit.decimals);
  return `${said} ${said === '1' ? 'point' : 'points'}`;
}

/** A difference with its sign: "−26 points", "+3.0 per 10,000". */
export function saySigned(difference: number, unit: MeasureUnit): string {
  const said = sayDistance(difference, unit);
  if (difference === 0) return said;
  return `${difference < 0 ? '\u2212' : '+'}${said}`;
}

/** "1.74 times". */
export function sayTimes(ratio: number): string {
  return `${sayNumber(ratio, 2)} times`;
}

/** How many times as likely the group is to fare badly: "2.07 times as likely to miss out". */
export function sayWorseRatio(ratio: number, { polarity, kind }: MeasureDefinition): string {
  if (polarity === 'high-is-good') return `${sayTimes(ratio)} as likely to miss out`;
  return `${sayTimes(ratio)} as ${kind === 'rate' ? 'often' : 'likely'}`;
}

/** The finding of a gap: both levels and how far they lie apart, the group first. */
export function sayGap(point: GapAt, names: SideNames, definition: MeasureDefinition): string {
  const { unit } = definition;
  if (!point.known) return notWorkedOutWords[point.reason];
  const { of, beside, difference } = point.gap;
  const levels = `${sayInUnit(of.value, unit)} of ${names.group}, ${sayInUnit(beside.value, unit)} of ${names.others}`;
  const plain =
    unit.symbol === '%'
      ? levels
      : `${capital(names.group)}: ${sayInUnit(of.value, unit)}; ${names.others}: ${sayInUnit(beside.value, unit)}`;
  if (difference === 0) return `${plain}: no difference.`;
  return `${plain}: ${sayDistance(difference, unit)} ${difference < 0 ? 'lower' : 'higher'}.`;
}

/** How sure a gap is, for its finding: nothing where nobody can say. */
export function sayGapSure({ differenceSure, difference }: Gap): string {
  if (!differenceSure.known) return differenceSure.words;
  return holdsNought(differenceSure.limits) && difference !== 0
    ? 'Chance alone could make a difference of this size.'
    : 'Chance alone would hardly ever make a difference of this size.';
}

/** Limits with their signs, as a range: "−29.1 to −23.2 points". */
export function sayRange(sure: Sureness, unit: MeasureUnit): string | undefined {
  if (!sure.known) return undefined;
  const { lower, upper } = sure.limits;
  const plain = { ...unit, symbol: undefined, name: unit.symbol === '%' ? 'points' : unit.name };
  return `${withSign(lower, plain.decimals)} to ${withSign(upper, plain.decimals)}${plain.name === '' ? '' : ` ${plain.name}`}`;
}

function withSign(number: number, decimals: number): string {
  const said = sayNumber(number, decimals);
  return number > 0 && !/^[0.]+$/.test(said) ? `+${said}` : said;
}

/** "1.60 to 1.89 times". */
export function sayRatioRange(sure: Sureness): string | undefined {
  return sure.known
    ? `${sayNumber(sure.limits.lower, 2)} to ${sayNumber(sure.limits.upper, 2)} times`
    : undefined;
}

/** What became of a gap: by how much, and how each side moved. */
export function sayClosing(closing: Closing, names: SideNames, definition: MeasureDefinition): string {
  const { unit } = definition;
  const { from, to, verdict, widerBy } = closing;
  const time = `from ${shortPeriod(from.period)} to ${shortPeriod(to.period)}`;
  const moved = `${names.group} ${sayMove(closing.groupChange, unit)}, and ${names.others} ${sayMove(closing.othersChange, unit)}`;
  switch (verdict) {
    case 'narrowed':
    case 'widened':
      return `The gap ${verdict} by ${sayDistance(widerBy, unit)} ${time}: ${moved}.`;
    case 'unchanged':
      return `The gap stayed as wide as it was ${time}: ${moved}.`;
    case 'turned-round':
      return `The gap turned round ${time}: ${moved}.`;
  }
}

function sayMove(change: number, unit: MeasureUnit): string {
  const said = sayDistance(change, unit);
  if (/^£?0(?:\.0+)?(?![\d.])/.test(said)) return 'stayed the same';
  return `${change > 0 ? 'rose' : 'fell'} by ${said}`;
}

/** Why it narrowed or widened, judged where one way is better; undefined where there is nothing to say of it. */
export function sayCause(
  closing: Closing,
  names: SideNames,
  definition: MeasureDefinition,
): string | undefined {
  const { verdict, cause, to } = closing;
  const { polarity } = definition;
  if (polarity === 'no-judgement' || (to.gap.worseBy ?? 0) <= 0) return undefined;
  const words = polarity === 'high-is-good' ? risen : eased;
  if (verdict === 'narrowed' && cause !== 'neither') return words.narrowed[cause](names);
  if (verdict === 'widened' && cause !== 'neither') return words.widened[cause](names);
  return undefined;
}

type ToSay = (names: SideNames) => string;
type CauseWords = {
  readonly [Verdict in 'narrowed' | 'widened']: { readonly [Each in 'group' | 'others' | 'both']: ToSay };
};

const risen: CauseWords = {
  narrowed: {
    group: () => 'It narrowed because the bottom rose.',
    others: ({ group }) => `It narrowed because the top fell, not because ${group} did better.`,
    both: () => 'It narrowed because the bottom rose, and because the top fell.',
  },
  widened: {
    group: () => 'It widened because the bottom fell.',
    others: () => 'It widened because the top rose and the bottom did not keep up.',
    both: () => 'It widened because the bottom fell while the top rose.',
  },
};

/** Where low is good, "rose" would be read the wrong way round. */
const eased: CauseWords = {
  narrowed: {
    group: ({ group }) => `It narrowed because ${group} did better.`,
    others: ({ group, others }) =>
      `It narrowed because ${others} did worse, not because ${group} did better.`,
    both: ({ group, others }) => `It narrowed because ${group} did better, and because ${others} did worse.`,
  },
  widened: {
    group: ({ group }) => `It widened because ${group} did worse.`,
    others: ({ group, others }) => `It widened because ${others} did better and ${group} did not keep up.`,
    both: ({ group, others }) => `It widened because ${group} did worse while ${others} did better.`,
  },
};

/** How sure the change is. */
export function sayChangeSure(closing: Closing): string {
  if (!closing.sure.known) return closing.sure.words;
  return couldBeChance(closing)
    ? 'Chance alone could have made a change of this size.'
    : 'Chance alone would hardly ever make a change of this size.';
}

/** The warning that an average hides something, as one sentence. */
export function sayMasking(
  { allFrom, allTo, hides }: Masking,
  names: SideNames,
  { unit }: MeasureDefinition,
): string {
  const average = `For all children together it got better, from ${sayInUnit(allFrom.value, unit)} to ${sayInUnit(allTo.value, unit)}`;
  const hidden = {
    'gap-widened': 'the gap widened',
    'group-fell': `it got worse for ${names.group}`,
    both: `it got worse for ${names.group} and the gap widened`,
  }[hides];
  return `${average}. In the same time ${hidden}: the average hides it.`;
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
