import { knownGroups } from '#reference/groups.ts';
import { knownLadders, readLadders, type Ladder } from '#reference/ladders.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Figure } from '../figures/figure.ts';
import { placeKey, type SideAt } from '../gap/telling.ts';
import { breakdownOf } from '../observation.ts';
import { noNumber } from '../value.ts';
import { ladderCounts, ladderHere, type LadderCounts } from './ladder-counts.ts';

/** What a table says of a group: a count, hidden by its publisher, or nothing. */
export type Told = number | 'c' | undefined;

/** A year of a table: by column, then by ethnic group (`''` for all). */
export type TestYear = Readonly<Record<string, Readonly<Record<string, Told>>>>;

/** A short ladder: referred, assessed, looked after. */
export function testLadder(from: 'published' | 'own'): Ladder {
  const measures = (column: string) => [{ measure: `ees:test:${column}`, from }];
  const step = (key: string, name: string, before: string) => ({
    ...{ key, name, before, measures: measures(key), published: 'Nowhere.' },
    ...{ to: `be ${name.toLowerCase()}`, those: `those ${name.toLowerCase()}` },
  });
  const short = {
    ...{ key: 'short', title: 'Short', about: 'Short', source: 'Ours' },
    population: { name: 'children', measures: measures('children') },
    steps: [
      step('referred', 'Referred', 'none'),
      step('assessed', 'Assessed', 'share'),
      step('looked-after', 'Looked after', 'rate'),
    ],
  };
  const [ladder] = readLadders(JSON.stringify({ names: [], ladders: [short] })).ladders;
  if (!ladder) throw new Error('no ladder was read');
  return ladder;
}

/** The counts of that ladder from a table told apart by ethnicity, as they may be shown. */
export async function testCounts(
  ladder: Ladder,
  years: Readonly<Record<number, TestYear>>,
): Promise<LadderCounts> {
  const figures = new Map<string, Figure[]>();
  for (const [year, columns] of Object.entries(years))
    for (const [column, groups] of Object.entries(columns))
      for (const [group, told] of Object.entries(groups)) {
        if (told === undefined) continue;
        const at: SideAt = {
          measure: `ees:test:${column}`,
          breakdown: group === '' ? '' : breakdownOf({ ethnicity: group }),
        };
        figures.set(placeKey(at), [...(figures.get(placeKey(at)) ?? []), figureOf(Number(year), told)]);
      }
  const parts = [...figures.keys()].flatMap((key): SideAt[] => {
    const [measure = '', breakdown = ''] = key.split('\n');
    return breakdown === '' ? [] : [{ measure, breakdown }];
  });
  const here = ladderHere(ladder, parts, { groups: knownGroups(), names: knownLadders().names });
  return ladderCounts(here, 'ethnicity', {
    level: 'local',
    figuresOf: (at) => figures.get(placeKey(at)) ?? [],
  });
}

function figureOf(year: number, told: number | 'c'): Figure {
  const end = dayOf(year, 3, 31);
  return {
    areaCode: 'X10000001',
    period: {
      start: dayOf(year - 1, 4, 1),
      end,
      kind: 'financial',
      years: 1,
      state: 'final',
      text: String(year),
    },
    value: told === 'c' ? noNumber('suppressed') : told,
    count: undefined,
    denominator: undefined,
    limits95: undefined,
    batch: 1,
    broughtInOn: end,
  };
}
