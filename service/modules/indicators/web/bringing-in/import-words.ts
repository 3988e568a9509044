import { sayDay, dayInEngland, dayFrom } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { ChooseStrategyRefusal } from '../../actions/measure-map/choose-strategy.ts';
import type { DecideRefusal } from '../../actions/decide-on-import.ts';
import type { WithdrawRefusal } from '../../actions/withdraw-import.ts';
import type { LineState, TieRole } from '../../domain/bringing-in/matched-map.ts';
import type { BatchState } from '../../domain/bringing-in/batch.ts';
import { formatNames } from '../../domain/formats/recognise.ts';
import type { Batch } from '../../domain/bringing-in/batch.ts';
import type { ImportLine } from '../../queries/imports.ts';

const states: { readonly [State in BatchState]: string } = {
  unmapped: 'Its columns have to be said',
  queued: 'Waits its turn',
  reading: 'Being read',
  read: 'Waits for your yes',
  writing: 'Being brought in',
  visible: 'Brought in',
  withdrawn: 'Withdrawn',
  failed: 'Could not be brought in',
};

/** How a file stands, in a few words. */
export function sayState({ state, isSilent }: Pick<ImportLine, 'state' | 'isSilent'>): string {
  return isSilent ? 'Did not finish' : states[state];
}

/** What a file is, for people. */
export function sayFormat(format: Batch['format']): string {
  return format === 'unknown' ? 'Not recognised' : formatNames[format];
}

/** "3 September 2026, 11:00", in England. */
export function sayInstant(instant: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${sayDay(dayInEngland(instant))}, ${time.format(instant)}`;
}

/** "1 April 2013", of a day that a summary holds as text. */
export function sayKeptDay(text: string): string {
  const day = dayFrom(text);
  return day ? sayDay(day) : text;
}

/** "641,070 rows"; "1 row". */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

const lineStates: { readonly [State in LineState]: readonly [before: string, after: string] } = {
  'to-tie': ['Would be tied', 'Tied'],
  stands: ['Stands already', 'Stood already'],
  'no-strategy': ['No strategy for it', 'Left out: no strategy'],
  'no-outcome': ['No such outcome here', 'Left out: no such outcome'],
  'no-measure': ['Measure not known in the catalogue', 'Left out: measure not known'],
  'no-role': ['No such way to answer', 'Left out: no such way to answer'],
};

/** What becomes, or became, of one measure that a map proposes. */
export function sayLineState(state: LineState, isPreview: boolean): string {
  const [before, after] = lineStates[state];
  return isPreview ? before : after;
}

const tieRoles: { readonly [Role in TieRole]: string } = {
  headline: 'Says most about it',
  supporting: 'Says something about it',
  'gap-target': 'One side of a gap: those it should close for',
  'gap-reference': 'One side of a gap: their peers',
  'published-gap': 'The gap, as published',
  proxy: 'Stands in for it',
  context: 'For context',
};

/** How a measure answers an element, for people. */
export function sayTieRole(role: TieRole): string {
  return tieRoles[role];
}

/** Why a file is not what somebody took it for any more. */
export function sayWaiting(state: BatchState): string {
  return `Somebody was quicker: it is no longer waiting (${states[state].toLowerCase()}).`;
}

export const chooseWords: WordsFor<ChooseStrategyRefusal> = {
  'not-allowed': () => 'Only somebody who may edit strategies can choose one.',
  'no-such-import': () => 'That file is not here any more.',
  'not-waiting': ({ state }) => sayWaiting(state),
  'no-such-strategy': () => 'That strategy is not here any more. Choose another.',
};

export const decideWords: WordsFor<DecideRefusal> = {
  'not-allowed': () => 'You may not bring figures in.',
  'no-such-import': () => 'That file is not here any more.',
  'ties-not-allowed': () =>
    'You may not edit strategies, so somebody who may has to say yes to this. It waits among their work.',
  'not-waiting': ({ state }) => sayWaiting(state),
};

export const withdrawWords: WordsFor<WithdrawRefusal> = {
  'not-allowed': () => 'You may not withdraw figures.',
  'no-such-import': () => 'That file is not here any more.',
  'not-visible': ({ state }) => `There is nothing to withdraw (${states[state].toLowerCase()}).`,
  'only-facts': () =>
    'A list of facts cannot be withdrawn: bring in another one, which takes its place. A tie is taken away on the page of its element.',
};
