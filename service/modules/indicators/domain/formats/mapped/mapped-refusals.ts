import { refusedRow } from '../../observation.ts';
import type { RefusedRow } from '../../observation.ts';
import type { NamedMeasure } from './mapped-measure.ts';

export function areaRefused(line: number, column: string, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: 'no-area-code',
    words: 'The cell holds no code of an area; a name alone is not enough, since names collide.',
    mend: 'Give the nine-character code (E10000020) or the three digits (926), alone or beside the name.',
  });
}

export function blankGroup(line: number, column: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text: '',
    reason: 'blank-group',
    words: `Nothing stands in “${column}”, so it cannot be told of whom the row speaks.`,
    mend: 'Write Total where the row speaks of everybody.',
  });
}

/** "2024" of financial or academic years. */
export function eitherYear(line: number, column: string, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: 'either-year',
    words: `“${text}” alone could be either of two years: the one that begins in it or the one that ends in it.`,
    mend: 'Write 2023/24; or, where a year alone is always the one that ends, say so of the column.',
  });
}

/** For a whole file whose measure makes no code. */
export function noMeasure(): RefusedRow {
  return {
    about: 'file',
    line: 1,
    text: '',
    reason: 'nameless-measure',
    words: 'It is not said which measure these figures are of.',
    mend: 'Say it on the page of its columns.',
  };
}

type Why = Exclude<NamedMeasure, { measure: unknown }>;

const whyNot: { readonly [Reason in Why['refused']]: { words: string; mend: string } } = {
  'nameless-measure': {
    words: 'The cell names no measure.',
    mend: 'Put the publisher’s name of the measure there.',
  },
  'measure-not-known': {
    words: 'No measure in the catalogue has this id.',
    mend: 'Look the id up on the measure’s page, or put the publisher’s name there.',
  },
  'own-measure': {
    words: 'This is a measure of our own, whose small numbers must be protected before anybody sees them.',
    mend: 'Enter its figures under “Our own measures”.',
  },
  'two-names': {
    words: 'Two names in this file differ only in signs or capitals, so they cannot be told apart.',
    mend: 'Give one of the two another name.',
  },
};

export function measureRefused(
  { refused, other }: Why,
  place: { line: number; column: string; text: string },
): RefusedRow {
  const text = other === undefined ? place.text : `${place.text} (before: ${other})`;
  return refusedRow({ about: 'row', ...place, text, reason: refused, ...whyNot[refused] });
}

export const astray = {
  reason: 'limits-astray',
  words: 'The value does not lie between its limits.',
  mend: 'Check the columns of the limits: they may belong to another value.',
} as const;
