import { sureSteps, sayGroup, sayWhere } from '../../domain/disparity/say-ladder.ts';
import type { LadderCard, LadderShown } from '../../queries/disparity/ladder-card.ts';

/** "Brackenshire, 2025 (invented)". */
export function placeAndYear({ place }: LadderCard, { year }: LadderShown): string {
  return `${place.name}, ${year}${place.isInvented ? ' (invented)' : ''}`;
}

/** What a card says first: where groups surely part, in the order in which groups are listed; never who comes worst. */
export function findingOf(_card: LadderCard, { rows, reference, looked }: LadderShown): string {
  const sure = rows.filter((row) => sureSteps(row).length > 0);
  if (looked === 0) return 'Nothing can be compared here yet.';
  if (sure.length === 0) return 'At no step is there a difference between groups that we can be sure of.';
  const [only] = sure;
  if (sure.length === 1 && only) return sayWhereFor(only.group.name, sayWhere(only));
  return `For ${listed(sure.map(({ group }) => group.name))} there is a step at which they part from ${reference.words}.`;
}

function sayWhereFor(name: string, where: string): string {
  return `For ${name}: ${where.slice(0, 1).toLowerCase()}${where.slice(1)}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The plain truth of every group of whom a difference is sure, as sentences. */
export function truthsOf({ rows, reference }: LadderShown): readonly string[] {
  return rows
    .filter((row) => sureSteps(row).length > 0)
    .flatMap((row) => sayGroup(row, reference.words) ?? []);
}
