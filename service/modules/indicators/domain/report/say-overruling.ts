import { sayDay } from '#platform/kernel/day.ts';
import type { LapsedOverruling, LapseReason, Overruling, Sayable } from './overruling.ts';
import { saySpeaker } from './speaker.ts';

/** Each verdict as it stands inside a sentence: "worked out: worse". */
export const sayableWords: { readonly [Each in Sayable]: string } = {
  better: 'better',
  similar: 'similar',
  worse: 'worse',
  higher: 'higher',
  lower: 'lower',
  'not-compared': 'not compared',
  'increasing-better': 'increasing and getting better',
  'increasing-worse': 'increasing and getting worse',
  'decreasing-better': 'decreasing and getting better',
  'decreasing-worse': 'decreasing and getting worse',
  increasing: 'increasing',
  decreasing: 'decreasing',
  'no-significant-change': 'no significant change',
  'cannot-be-calculated': 'cannot be calculated',
};

/** What a verdict is said to be: "similar", "not comparable". */
const saidWords: { readonly [Each in Sayable]?: string } = {
  'not-compared': 'not comparable',
  'no-significant-change': 'without significant change',
  'cannot-be-calculated': 'not to be calculated',
};

/** "Said to be similar by Owen Tregarth, performance analyst, 22 November 2026: “The counts are …” Worked out: worse." */
export function sayOverruling(overruling: Overruling): string {
  return `${sayWhoSaid(overruling)}, ${sayDay(overruling.on)}: “${overruling.reason}” Worked out: ${sayableWords[overruling.workedOut]}.`;
}

/** "Said to be similar by Owen Tregarth, performance analyst" */
export function sayWhoSaid({ said, by }: Overruling): string {
  return `Said to be ${saidWords[said] ?? sayableWords[said]} by ${saySpeaker(by)}`;
}

const lapseWords: { readonly [Reason in LapseReason]: (overruling: Overruling) => string } = {
  'newer-figure': ({ figure }) => `It was about ${figure.period}; a newer figure stands now.`,
  'other-figure': ({ figure }) => `It was about the figure of ${figure.period}, which does not stand now.`,
  'figure-revised': ({ figure }) => `The figure of ${figure.period} has been revised since.`,
  'worked-out-anew': ({ workedOut }) =>
    `Then it was worked out as “${sayableWords[workedOut]}”; now it comes out otherwise.`,
};

/** What was said before and holds no longer, and why. */
export function sayLapsed({ overruling, because }: LapsedOverruling): string {
  return `No longer applies. ${lapseWords[because](overruling)} ${sayOverruling(overruling)}`;
}
