import { remembered } from './remembered.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * A day as `2012-03-04`, or undefined. Read as written in Britain: the day before the month (4/3/2012, 04-03-2012,
 * 4.3.2012, 4 March 2012, 4th Mar 2012), or the year first (2012-03-04, 2012/03/04, 20120304), a time after it left
 * out. A year of two digits could be two centuries and is refused, as is a day that no calendar has.
 */
export function day(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(z|[+-]\d{2}:?\d{2}|\+\d{2})?$/, '');
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const bare = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (bare) return dayOf(bare[1], bare[2], bare[3]);
  const dayFirst = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(plain);
  if (dayFirst) return dayOf(dayFirst[4], dayFirst[3], dayFirst[1]);
  const inWords = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/.exec(plain);
  return inWords ? dayOf(inWords[3], monthOf(inWords[2] ?? ''), inWords[1]) : undefined;
}

function monthOf(word: string): string {
  return String(
    months.findIndex((month) => month.startsWith(word) || (word === 'sept' && month === 'september')) + 1,
  );
}

function dayOf(year = '', month = '', date = ''): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const real = new Date(Date.UTC(y, m - 1, d));
  if (y < 1000 || real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d) return undefined;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** The year of a day. */
export function yearOf(text: string): string | undefined {
  return day(text)?.slice(0, 4);
}

/** The year and month of a day, `2012-03`. */
export function yearAndMonthOf(text: string): string | undefined {
  return day(text)?.slice(0, 7);
}

/** The month and day of a day, `03-04`. */
export function monthAndDayOf(text: string): string | undefined {
  return day(text)?.slice(5);
}

const known = remembered(day);

/**
 * Whether a text has the form in which `day` writes: it is that day or, where no calendar has it, none. So of very many
 * pairs a digit or two denies most, and nothing is looked up.
 */
function isWrittenOut(text: string): boolean {
  const isDigit = (at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  return isDigit(5) && isDigit(6) && isDigit(8) && isDigit(9);
}

/** Whether two days are of one year, with day and month the other way round. Equal days are not. */
export function dayAndMonthSwapped(left: string, right: string): boolean {
  const isDenied = left[3] !== right[3] || left[6] !== right[9];
  if (isDenied && isWrittenOut(left) && isWrittenOut(right)) return false;
  const [one, other] = [known(left), known(right)];
  if (one === undefined || other === undefined || one === other) return false;
  return `${one.slice(0, 4)}-${one.slice(8)}-${one.slice(5, 7)}` === other;
}

/**
 * Whether two days could be one, of which only the year or month was known to one of the writers: 1 January of the
 * other's year, or the first of the other's month. Equal days are not.
 */
export function dayByDefault(left: string, right: string): boolean {
  const isDenied = left[3] !== right[3] || (left[9] !== '1' && right[9] !== '1');
  if (isDenied && isWrittenOut(left) && isWrittenOut(right)) return false;
  const [one, other] = [known(left), known(right)];
  if (one === undefined || other === undefined || one === other) return false;
  if (one.slice(0, 4) !== other.slice(0, 4)) return false;
  if (one.endsWith('-01-01') || other.endsWith('-01-01')) return true;
  return one.slice(0, 7) === other.slice(0, 7) && (one.endsWith('-01') || other.endsWith('-01'));
}

/** Whether two days differ in their year alone. */
export function yearDiffers(left: string, right: string): boolean {
  const isDenied = left[6] !== right[6] || left[9] !== right[9];
  if (isDenied && isWrittenOut(left) && isWrittenOut(right)) return false;
  const [one, other] = [known(left), known(right)];
  return one !== undefined && other !== undefined && one !== other && one.slice(4) === other.slice(4);
}
