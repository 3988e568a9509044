import { measurePath } from '../figures/measure-definition.ts';
import { sayChance } from '../scorecard/summary.ts';
import { tallyOf, type Scorecard } from '../scorecard/scorecard.ts';
import type { ScorecardRow } from '../scorecard/row.ts';
import { measureAloud, standsOut } from './measure-aloud.ts';
import { minutesAloud } from './say-aloud.ts';

/** A scorecard as it is read out, from the one sentence that sums it up to the last measure. */
export type ScorecardAloud = {
  opening: readonly string[];
  groups: readonly {
    title: string;
    measures: readonly { title: string; path: string; sentences: readonly string[] }[];
  }[];
  minutes: number;
  /** measures with a figure that are left out, because nothing about them is more than chance */
  leftOut: number;
};

/** Tells a scorecard: only what stands out, or all that has a figure. */
export function scorecardAloud(
  scorecard: Scorecard,
  { only }: { only: 'standing-out' | 'all' },
): ScorecardAloud {
  const wanted = (row: ScorecardRow) => row.latest !== undefined && (only === 'all' || standsOut(row));
  const groups = scorecard.groups
    .map(({ title, rows }) => ({ title, measures: rows.filter(wanted).map((row) => told(row, scorecard)) }))
    .filter(({ measures }) => measures.length > 0);
  const opening = openingOf(scorecard);
  const sentences = groups.flatMap(({ title, measures }) => [
    title,
    ...measures.flatMap((measure) => [measure.title, ...measure.sentences]),
  ]);
  const rows = scorecard.groups.flatMap((group) => group.rows);
  const leftOut = rows.filter((row) => row.latest !== undefined && !wanted(row)).length;
  return { opening, groups, minutes: minutesAloud([...opening, ...sentences]), leftOut };
}

function told(row: ScorecardRow, { place }: Scorecard) {
  const { definition } = row;
  return {
    title: definition.title,
    path: measurePath(definition, place.code),
    sentences: measureAloud(row, place.name),
  };
}

/** How the place is doing, counted: what differs from England, what does not, and what chance would do by itself. */
function openingOf(scorecard: Scorecard): string[] {
  const { place } = scorecard;
  const { better, worse, similar, higher, lower, notCompared, noFigure } = tallyOf(scorecard);
  const compared = better + worse + similar + higher + lower;
  const invented = place.isInvented ? ['This county is invented, and so is every figure.'] : [];
  const withFigure = compared + notCompared;
  if (withFigure === 0) return [...invented, `Nothing has been published for ${place.name} yet.`];
  const without =
    noFigure === 0 ? [] : [`${capital(number(noFigure))} more ${noFigure === 1 ? 'has' : 'have'} no number.`];
  if (compared === 0)
    return [
      ...invented,
      `${place.name} has a figure for ${measures(withFigure)}. None can be held against England in a way that allows for chance.`,
      ...without,
    ];
  const other = higher + lower;
  const chance = compared < enoughForChance ? undefined : sayChance(scorecard);
  return [
    ...invented,
    `Of ${measures(compared)} that can be held against England, ${place.name} is better in ${number(better)} and worse in ${number(worse)}.`,
    `In ${number(similar)} it is like England, as far as anybody can tell.`,
    ...(other > 0 ? [`In ${number(other)} it differs where neither way is better in itself.`] : []),
    ...(notCompared > 0
      ? [
          `${capital(number(notCompared))} more cannot be held against England in a way that allows for chance.`,
        ]
      : []),
    ...without,
    ...(chance === undefined ? [] : [chance]),
  ];
}

/** Of fewer comparisons, what chance alone would do is a fraction of one, and puzzles whoever hears it. */
const enoughForChance = 20;

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function number(count: number): string {
  return small[count] ?? String(count);
}

function measures(count: number): string {
  return `${number(count)} ${count === 1 ? 'measure' : 'measures'}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
