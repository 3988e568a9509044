import {
  attackPublished,
  dfeChildrenInNeed,
  ownCasesPublic,
  separate,
  shownAlone,
  totalled,
  type Level,
  type PublishedTable,
} from '#packages/disclosure-control';
import type { StepCount, StepCounts } from './step-counts.ts';

const whole = 'all';
const unnamed = 'not named';

/**
 * The counts as everybody may see them. Ours, which nobody protected yet, go by the rules of our own cases: fewer than ten are
 * held back and the rest rounded, so that neither a count nor the difference of two steps is exact. Then the attacker of every
 * table that leaves the service looks at each table in which something is held back: one that it opens is not shown at all.
 */
export async function protectedCounts(counts: StepCounts, level: Level): Promise<StepCounts> {
  const shown = counts.telling.from.from === 'own' ? each(counts, (count) => ofOurs(count, level)) : counts;
  return (await canBeOpened(shown, level)) ? each(shown, untold) : shown;
}

function each(counts: StepCounts, change: (count: StepCount) => StepCount): StepCounts {
  const groups = new Map([...counts.groups].map(([group, count]) => [group, change(count)]));
  return { ...counts, all: change(counts.all), groups };
}

function ofOurs(count: StepCount, level: Level): StepCount {
  if (!count.known) return count;
  const shown = shownAlone(ownCasesPublic, { level, count: count.count });
  return shown.kind === 'number' ? { known: true, count: shown.number } : { known: false, why: 'too-small' };
}

function untold(count: StepCount): StepCount {
  return count.known ? { known: false, why: 'would-open' } : count;
}

async function canBeOpened(counts: StepCounts, level: Level): Promise<boolean> {
  const { all, groups, telling } = counts;
  // where the total is not told there is nothing to take the others from
  if (isNotTold(all) || ![all, ...groups.values()].some(isHeld)) return false;
  const rules = telling.from.from === 'own' ? ownCasesPublic : dfeChildrenInNeed;
  const attacked = await attackPublished(tableOf(counts, level), rules);
  return !attacked.done || attacked.value.some(({ verdict }) => verdict !== 'closed');
}

function tableOf({ all, groups, period, telling }: StepCounts, level: Level): PublishedTable {
  const cells = [...groups].filter(([, count]) => !isNotTold(count));
  const parts = cells.map(([group]) => group);
  const told = cells.reduce((sum, [, count]) => sum + (count.known ? count.count : 0), 0);
  // groups that together are more than all children lie over one another: nobody can add them up
  const adds = !all.known || told <= all.count;
  const dimension = adds
    ? totalled('group', { whole, parts: [...parts, unnamed] })
    : separate('group', [whole, ...parts]);
  return {
    id: `${telling.from.measure} ${telling.dimension} ${period.end}`,
    quantity: `${telling.from.measure}, ${period.end}`,
    level,
    dimensions: [dimension],
    cells: [[whole, all] as const, ...cells].map(([code, count]) => ({
      at: [code],
      number: count.known ? count.count : undefined,
    })),
  };
}

function isHeld(count: StepCount): boolean {
  return !count.known && count.why !== 'not-published';
}

function isNotTold(count: StepCount): boolean {
  return !count.known && count.why === 'not-published';
}
