import { dayNumber } from '#packages/statistics';
import { numberIn } from './cells.ts';
import { BadRow, type Asked, type Group, type Row } from './method.ts';
import { periodOf } from './periods.ts';

/** A group's rows in order of time, with the place of each in the group; as they stand where no date is given. */
export function inOrder(
  asked: Asked,
  { rows }: Group,
): readonly { readonly row: Row; readonly place: number }[] {
  const standing = rows.map((row, place) => ({ row, place }));
  if (!asked.has('date')) return standing;
  const isCount = rows.every((row) => isPlainNumber(asked.text(row, 'date')));
  const timed = standing.map((one) => ({ ...one, time: timeOf(asked, one.row, isCount) }));
  timed.sort((left, right) => left.time - right.time);
  const twice = timed.find(({ time }, place) => place > 0 && timed[place - 1]?.time === time);
  if (twice)
    throw new BadRow(
      twice.row.line,
      `a series has “${asked.text(twice.row, 'date')}” twice`,
      'Say with --group which columns tell series apart, or take one of the rows out.',
    );
  return timed;
}

/** 1, 2, 3 … in place of dates; a year or 202324 is a period. */
function isPlainNumber(text: string): boolean {
  const number = numberIn(text);
  return number !== undefined && periodOf(text) === undefined;
}

function timeOf(asked: Asked, row: Row, isCount: boolean): number {
  const text = asked.text(row, 'date');
  const time = isCount ? numberIn(text) : dayNumber(periodOf(text)?.firstDay ?? '');
  if (time !== undefined) return time;
  throw new BadRow(
    row.line,
    `“${text}” is not a date or a period that can be read`,
    'Write it as 2024-05-31, 31/05/2024, 2024-05, May 2024, 2024 Q2, 2023/24 or 2024.',
  );
}
