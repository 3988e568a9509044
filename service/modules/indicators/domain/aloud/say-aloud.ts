import { sayDay } from '#platform/kernel/day.ts';
import type { MeasureUnit } from '../figures/measure-definition.ts';
import type { Period } from '../period.ts';
import { sayPeriod } from '../say-period.ts';
import { sayNumber } from '../say-value.ts';

/** A number as it is spoken: "27.5 per cent", "52.4 for every 10,000", "minus 3 points". No sign that a voice would trip over. */
export function speakNumber(number: number, unit: MeasureUnit): string {
  const written = sayNumber(number, unit.decimals).replace('\u2212', 'minus ');
  if (unit.symbol === '%') return `${written} per cent`;
  if (unit.symbol === '£') return pounds(written);
  if (unit.multiplier !== undefined) return `${written} for every ${sayNumber(unit.multiplier, 0)}`;
  return unit.name === '' || unit.name.length > 24 ? written : `${written} ${unit.name}`;
}

function pounds(written: string): string {
  return written.startsWith('minus ') ? `minus £${written.slice('minus '.length)}` : `£${written}`;
}

/** When, as a sentence begins with it: "In the academic year 2024 to 2025", "On 31 March 2025", "From April 2024 to March 2025". */
export function speakWhen(period: Period): string {
  const together = period.years > 1 ? `, ${period.years} years together,` : '';
  if (period.kind === 'day') return `On ${sayDay(period.end)}`;
  const said = sayPeriod({ ...period, state: 'final', years: 1 });
  if (period.kind === 'academic')
    return period.years > 1
      ? `In the academic years ${yearsOf(period)}${together}`
      : `In the ${said}${together}`;
  return `${said.includes(' to ') ? 'From' : 'In'} ${said}${together}`;
}

function yearsOf(period: Period): string {
  return `${period.start.slice(0, 4)} to ${period.end.slice(0, 4)}`;
}

/** A pace at which a room can follow somebody who reads figures out. */
const wordsPerMinute = 130;

/** About how many minutes some sentences take to read out; never none. */
export function minutesAloud(sentences: readonly string[]): number {
  const words = sentences.reduce((sum, sentence) => sum + sentence.split(/\s+/).length, 0);
  return Math.max(1, Math.round(words / wordsPerMinute));
}
