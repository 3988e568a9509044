import { sayDay, dayInEngland, dayFrom } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { DecideRefusal } from '../../actions/decide-on-import.ts';
import type { WithdrawRefusal } from '../../actions/withdraw-import.ts';
import type { BatchState } from '../../domain/bringing-in/batch.ts';
import { formatNames } from '../../domain/formats/recognise.ts';
import type { Batch } from '../../domain/bringing-in/batch.ts';
import type { ImportLine } from '../../queries/imports.ts';

const states: { readonly [State in BatchState]: string } = {
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

export const decideWords: WordsFor<DecideRefusal> = {
  'not-allowed': () => 'You may not bring figures in.',
  'no-such-import': () => 'That file is not here any more.',
  'not-waiting': ({ state }) =>
    `Somebody was quicker: it is no longer waiting (${states[state].toLowerCase()}).`,
};

export const withdrawWords: WordsFor<WithdrawRefusal> = {
  'not-allowed': () => 'You may not withdraw figures.',
  'no-such-import': () => 'That file is not here any more.',
  'not-visible': ({ state }) => `There is nothing to withdraw (${states[state].toLowerCase()}).`,
  'only-facts': () => 'A list of facts cannot be withdrawn: bring in another one, which takes its place.',
};
