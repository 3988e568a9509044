import type { Area, Point } from '#packages/charts';
import { runsOf } from '#packages/charts';
import { sayNumber } from '../say-value.ts';
import { sayInUnit, type MeasureDefinition } from '../figures/measure-definition.ts';
import { sayStanding, type Standing } from './rank.ts';

/** What a line says of the years that may be read together: "Up from 20.1% in 2018/19 to 31.2% in 2024/25". */
export function trendFinding(definition: MeasureDefinition, points: readonly Point[]): string {
  const run = runsOf({ key: '', name: '', role: 'own', points }).at(-1) ?? [];
  const [first, last] = [run.at(0), run.at(-1)];
  if (!first || !last) return 'There is no number to draw';
  const now = `${sayInUnit(last.value.number, definition.unit)} in ${last.period}`;
  if (first === last) return `${now}, with nothing before it to hold it against`;
  const { decimals } = definition.unit;
  const before = sayInUnit(first.value.number, definition.unit);
  const isSame = sayNumber(first.value.number, decimals) === sayNumber(last.value.number, decimals);
  const way = isSame ? 'As in' : last.value.number > first.value.number ? 'Up since' : 'Down since';
  return isSame ? `${way} ${first.period}: ${now}` : `${way} ${first.period}: from ${before} to ${now}`;
}

/** How many of the neighbours have a higher number; which of them are better is not said here. */
export function neighboursFinding(own: Area | undefined, neighbours: readonly Area[]): string {
  const numbers = neighbours.flatMap(({ value }) => (value.kind === 'number' ? [value.number] : []));
  if (own?.value.kind !== 'number' || numbers.length === 0) return 'There is nothing to put side by side';
  const { number } = own.value;
  const lower = numbers.filter((other) => other < number).length;
  const higher = numbers.filter((other) => other > number).length;
  if (lower === numbers.length) return `Higher than all ${numbers.length} neighbours`;
  if (higher === numbers.length) return `Lower than all ${numbers.length} neighbours`;
  return lower >= higher
    ? `Higher than ${lower} of ${numbers.length} neighbours`
    : `Lower than ${higher} of ${numbers.length} neighbours`;
}

/** Where the area stands among all: its rank, or how many have a higher number where there is no best. */
export function allAreasFinding(
  standing: Standing | undefined,
  own: number | undefined,
  all: readonly number[],
): string {
  if (standing?.ranked) return sayStanding(standing);
  if (own === undefined) return `${all.length} areas have a number`;
  const lower = all.filter((other) => other < own).length;
  return `Higher than ${lower} of ${all.length} areas; neither high nor low is better in itself`;
}
