import { addDays, compareDays, sayDay, type Day } from '#platform/kernel/day.ts';
import type { Written } from './written.ts';

/** Of whom a measure speaks: everybody in the area, or those whom a service works with. */
export const concerns = ['population', 'performance'] as const;
export type Concern = (typeof concerns)[number];

/** What a measure of a service asks (outcomes-based accountability). */
export const questions = ['how-much', 'how-well', 'better-off'] as const;
export type Question = (typeof questions)[number];

/** In what way somebody is better off. */
export const betterOffKinds = ['skills', 'attitudes', 'behaviour', 'circumstances'] as const;
export type BetterOffKind = (typeof betterOffKinds)[number];

/** For whom a difference is made. */
export const levels = ['individuals', 'groups', 'whole-population'] as const;
export type Level = (typeof levels)[number];

/** What the partnership says of a measure, wherever it is measured. */
export type MeasureCardWords = {
  concerns: Concern | undefined;
  asks: Question | undefined;
  betterOff: readonly BetterOffKind[];
  levels: readonly Level[];
  /** may be empty */
  owner: string;
  /** when the next figure is due */
  nextOn: Day | undefined;
};

export type MeasureCard = Written & MeasureCardWords;

export const concernWords: { readonly [Each in Concern]: string } = {
  population: 'The whole population: children in the area, whoever works with them',
  performance: 'Performance: those whom a service works with',
};

export const questionWords: { readonly [Each in Question]: string } = {
  'how-much': 'How much do we do?',
  'how-well': 'How well do we do it?',
  'better-off': 'Is anyone better off?',
};

export const betterOffWords: { readonly [Each in BetterOffKind]: string } = {
  skills: 'Skills and knowledge',
  attitudes: 'Attitudes',
  behaviour: 'Behaviour',
  circumstances: 'Circumstances: lives have changed',
};

export const levelWords: { readonly [Each in Level]: string } = {
  individuals: 'Individuals',
  groups: 'Groups',
  'whole-population': 'The whole population',
};

/** What does not go together, by the field in which it is put right. */
export type CardProblem = { field: 'asks' | 'betterOff' | 'levels'; words: string };

/**
 * The three questions are asked of a service and never of a population, for which no one service answers; and in what way
 * somebody is better off is asked only where that is what the measure asks.
 */
export function problemsOf(card: MeasureCardWords): readonly CardProblem[] {
  const problems: CardProblem[] = [];
  if (card.concerns === 'population' && card.asks === 'how-much')
    problems.push({
      field: 'asks',
      words:
        '“How much do we do?” is asked of a service. Of a whole population, ask whether anyone is better off',
    });
  if (card.concerns === 'population' && card.asks === 'how-well')
    problems.push({
      field: 'asks',
      words:
        '“How well do we do it?” is asked of a service. Of a whole population, ask whether anyone is better off',
    });
  if (card.betterOff.length > 0 && card.asks !== 'better-off')
    problems.push({
      field: 'betterOff',
      words: 'In what way is said only of a measure that asks whether anyone is better off',
    });
  if (card.concerns === 'performance' && card.levels.includes('whole-population'))
    problems.push({
      field: 'levels',
      words: 'A service works with individuals and groups; a whole population needs a population measure',
    });
  return problems;
}

/** How fresh the figures are: when the next is due, and whether it is late. */
export function sayFreshness(nextOn: Day | undefined, today: Day): string | undefined {
  if (!nextOn) return undefined;
  const due = compareDays(nextOn, today);
  if (due < 0) return `The next figure was expected on ${sayDay(nextOn)} and is late.`;
  if (compareDays(nextOn, addDays(today, 14)) <= 0)
    return `The next figure is expected on ${sayDay(nextOn)}, within a fortnight.`;
  return `The next figure is expected on ${sayDay(nextOn)}.`;
}
