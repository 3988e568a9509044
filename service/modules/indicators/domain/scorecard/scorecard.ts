import type { Day } from '#platform/kernel/day.ts';
import type { Sayable } from '../report/overruling.ts';
import type { Verdict } from './comparison.ts';
import type { NeighbourSet, Place } from '../figures/place.ts';
import type { ScorecardRow } from './row.ts';

/** A topic, or an element of a strategy, with the measures that speak of it. */
export type ScorecardGroup = { key: string; title: string; rows: readonly ScorecardRow[] };

/** An area's scorecard, made once from the figures as they stand. */
export type Scorecard = {
  place: Place;
  neighbourSet: NeighbourSet | undefined;
  groups: readonly ScorecardGroup[];
};

/** What a reader may ask to see of it. */
export const showings = ['all', 'worse', 'better', 'different', 'not-compared', 'no-figure'] as const;

export type Showing = (typeof showings)[number];

/** The scorecard with only the groups and rows asked for; groups without rows are left out. */
export function showing(
  scorecard: Scorecard,
  wanted: { group: string | undefined; showing: Showing },
): Scorecard {
  const groups = scorecard.groups
    .filter(({ key }) => wanted.group === undefined || key === wanted.group)
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isShown(row, wanted.showing)) }))
    .filter(({ rows }) => rows.length > 0);
  return { ...scorecard, groups };
}

function isShown(row: ScorecardRow, asked: Showing): boolean {
  const verdict = verdictOf(row);
  switch (asked) {
    case 'all':
      return true;
    case 'worse':
    case 'better':
      return verdict === asked || saidOf(row).includes(asked);
    case 'different':
      return (verdict !== undefined && verdict !== 'similar') || saidOf(row).some(isDifferent);
    case 'not-compared':
      return row.latest !== undefined && verdict === undefined;
    case 'no-figure':
      return row.latest === undefined || typeof row.latest.value !== 'number';
  }
}

/** What analysts say of the comparison in its place: a row can be found by either, so that neither hides it. */
function saidOf({ comparison }: ScorecardRow): readonly Sayable[] {
  return comparison?.overruled.standing.map(({ said }) => said) ?? [];
}

function isDifferent(said: Sayable): boolean {
  return said !== 'similar' && said !== 'not-compared';
}

/** What the comparison with England came to; undefined where there was none. */
function verdictOf(row: ScorecardRow): Verdict | undefined {
  return row.comparison?.compared ? row.comparison.verdict : undefined;
}

/** How many measures came out how; what could not be compared is counted as that and as nothing else. */
export type Tally = { [Key in Verdict | 'notCompared' | 'noFigure']: number };

export function tallyOf(scorecard: Scorecard): Tally {
  const tally: Tally = { better: 0, similar: 0, worse: 0, higher: 0, lower: 0, notCompared: 0, noFigure: 0 };
  for (const row of scorecard.groups.flatMap(({ rows }) => rows)) {
    const verdict = verdictOf(row);
    if (row.latest === undefined || typeof row.latest.value !== 'number') tally.noFigure += 1;
    else tally[verdict ?? 'notCompared'] += 1;
  }
  return tally;
}

/** Whose figures a scorecard is made from, each publication once, and when they were last brought in. */
export function sourcesOf(
  scorecard: Scorecard,
): readonly { publisher: string; publication: string; link: string | undefined; broughtInOn: Day }[] {
  const found = new Map<
    string,
    { publisher: string; publication: string; link: string | undefined; broughtInOn: Day }
  >();
  for (const { definition, broughtInOn } of scorecard.groups.flatMap(({ rows }) => rows)) {
    if (!broughtInOn) continue;
    const { publisher, publication, link } = definition;
    const key = `${publisher} ${publication}`;
    const known = found.get(key);
    if (!known || known.broughtInOn < broughtInOn)
      found.set(key, { publisher, publication, link, broughtInOn });
  }
  return [...found.values()].toSorted((a, b) => a.publication.localeCompare(b.publication, 'en-GB'));
}
