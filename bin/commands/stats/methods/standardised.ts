import {
  directlyStandardisedEventRate,
  directlyStandardisedRate,
  indirectlyStandardisedRate,
  indirectlyStandardisedRatio,
} from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { estimated } from '../estimate.ts';
import { BadRow, eachGroup, made, type Asked, type Group, type Worked, type Row } from '../method.ts';
import { refused } from '../refusal-words.ts';

const customary = 100_000;

/** Directly standardised rates: a row is an age band, or one frequency of events in an age band. */
export function directRates(asked: Asked): Worked {
  return eachGroup(asked, (group) => {
    const multiplier = asked.numberOf('multiplier', group) ?? customary;
    const answer = asked.has('frequency')
      ? directlyStandardisedEventRate({ bands: bandsOfPeople(asked, group), multiplier })
      : directlyStandardisedRate({ bands: group.rows.map((row) => bandOf(asked, row)), multiplier });
    if (!answer.done) return refused(answer.refusal, group.rows);
    const { count, base } = answer.value;
    return made({ total_count: count, total_denominator: base, ...estimated(asked, answer.value) });
  });
}

function bandOf(asked: Asked, row: Row) {
  return {
    count: asked.number(row, 'count'),
    base: needed(asked, row, 'denominator'),
    standard: needed(asked, row, 'standard'),
  };
}

/** Rows of one band stand beside each other by its name, or else by its people and its standard population. */
function bandsOfPeople(asked: Asked, { rows }: Group) {
  const bands = Map.groupBy(rows, (row) =>
    asked.has('band')
      ? asked.text(row, 'band')
      : `${asked.text(row, 'denominator')} ${asked.text(row, 'standard')}`,
  );
  return [...bands.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { base, standard } = bandOf(asked, first);
    const people = own.map((row) => ({
      times: needed(asked, row, 'frequency'),
      people: asked.number(row, 'count'),
    }));
    return [{ base, standard, people }];
  });
}

/** Indirectly standardised rates or ratios: a row is an age band beside the reference's. */
export function indirectRates(asked: Asked): Worked {
  return eachGroup(asked, (group) => {
    const { rows } = group;
    const as = asked.setting('as', group) ?? 'rate';
    if (as !== 'rate' && as !== 'ratio') throw new WrongUse(`--as is rate or ratio, not “${as}”.`);
    const multiplier = asked.numberOf('multiplier', group) ?? (as === 'rate' ? customary : 1);
    const observed =
      asked.numberOf('observed', group) ??
      rows.reduce((sum, row) => sum + (asked.number(row, 'count') ?? 0), 0);
    const bands = rows.map((row) => ({
      base: asked.number(row, 'denominator'),
      referenceCount: asked.number(row, 'reference-count'),
      referenceBase: needed(asked, row, 'reference-denominator'),
    }));
    const make = as === 'rate' ? indirectlyStandardisedRate : indirectlyStandardisedRatio;
    const answer = make({ observed, bands, multiplier });
    if (!answer.done) return refused(answer.refusal, rows);
    const { expected } = answer.value;
    return made({ observed, expected, ...estimated(asked, answer.value) });
  });
}

function needed(asked: Asked, row: Row, column: string): number {
  const number = asked.number(row, column);
  if (number !== undefined) return number;
  throw new BadRow(
    row.line,
    `--${column} is missing`,
    'Every age band needs it: fill the cell, or leave the band out.',
  );
}
