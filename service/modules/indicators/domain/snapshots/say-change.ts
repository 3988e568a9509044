import { sayableWords } from '../report/say-overruling.ts';
import type { Change, ChangedMeasure } from './changes.ts';
import type { FrozenFigure } from './frozen-scorecard.ts';

/** What each kind of change is called, before it is told. */
export const changeNames: { readonly [Kind in Change['kind']]: string } = {
  'measure-added': 'Measure added',
  'measure-gone': 'Measure left out',
  'new-figure': 'New figure',
  revised: 'Revised figure',
  withdrawn: 'Figure withdrawn',
  verdict: 'Comparison moved',
  trend: 'Trend moved',
  said: 'An analyst says',
};

/** One change in a sentence: "28.0% for 2023/24; now 31.2% for 2024/25." */
export function sayChange(change: Change): string {
  switch (change.kind) {
    case 'measure-added':
      return 'It was not on the earlier scorecard.';
    case 'measure-gone':
      return 'It is not on the later scorecard.';
    case 'new-figure':
      return change.from
        ? `${sayFigure(change.from)} before; now ${sayFigure(change.to)}.`
        : `There was none before; now ${sayFigure(change.to)}.`;
    case 'revised':
      return `The figure for ${change.period} was ${change.from}; the publisher now gives ${change.to}.`;
    case 'withdrawn':
      return `${sayFigure(change.from)} stood here and no longer does${change.to ? `; now ${sayFigure(change.to)}` : ''}.`;
    case 'verdict':
      return `Compared with England: ${sayableWords[change.from]} before, ${sayableWords[change.to]} now.`;
    case 'trend':
      return `Recent trend: ${sayableWords[change.from]} before, ${sayableWords[change.to]} now.`;
    case 'said':
      return change.to.length === 0
        ? 'What an analyst said in place of a verdict no longer stands.'
        : change.to.join(' ');
  }
}

function sayFigure({ said, period, provisional }: FrozenFigure): string {
  return `${said} (${period}${provisional ? ', provisional' : ''})`;
}

/** Which kinds count first when the changes are added up. */
const order = [
  'verdict',
  'trend',
  'new-figure',
  'revised',
  'withdrawn',
  'said',
  'measure-added',
  'measure-gone',
] as const satisfies readonly Change['kind'][];

const counted: { readonly [Kind in Change['kind']]: (count: number) => string } = {
  verdict: (count) => `${measures(count)} moved against England`,
  trend: (count) => `the trend of ${measures(count)} moved`,
  'new-figure': (count) => `${measures(count)} ${count === 1 ? 'has' : 'have'} a newer figure`,
  revised: (count) => `${measures(count)} ${count === 1 ? 'was' : 'were'} revised`,
  withdrawn: (count) => `${measures(count)} lost a figure`,
  said: (count) => `what analysts say of ${measures(count)} changed`,
  'measure-added': (count) => `${measures(count)} ${count === 1 ? 'was' : 'were'} added`,
  'measure-gone': (count) => `${measures(count)} ${count === 1 ? 'was' : 'were'} left out`,
};

/** All of it in one sentence: "3 measures moved against England, 12 measures have a newer figure." */
export function sayChanges(changed: readonly ChangedMeasure[]): string {
  if (changed.length === 0) return 'Nothing has changed.';
  const parts = order.flatMap((kind) => {
    const count = changed.filter(({ changes }) => changes.some((one) => one.kind === kind)).length;
    return count === 0 ? [] : [counted[kind](count)];
  });
  const last = parts.pop() ?? '';
  const sentence = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

function measures(count: number): string {
  return count === 1 ? '1 measure' : `${count} measures`;
}
