import { showing, showings, tallyOf, type Scorecard, type ScorecardGroup } from './scorecard.ts';

/** What a reader may ask to see: without asking, the measures that have a figure. */
export const askings = ['with-figure', ...showings] as const;

export type Asking = (typeof askings)[number];

/** A scorecard as it was asked for, and how many measures were left out because nothing of them is here yet. */
export type AskedFor = { shown: Scorecard; leftOut: number };

/** The groups and rows asked for. A figure that its publisher hides is one; what nobody has brought in is none. */
export function askedFor(
  scorecard: Scorecard,
  wanted: { group: string | undefined; showing: Asking },
): AskedFor {
  if (wanted.showing !== 'with-figure')
    return { shown: showing(scorecard, { ...wanted, showing: wanted.showing }), leftOut: 0 };
  const all = showing(scorecard, { ...wanted, showing: 'all' });
  const groups = all.groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ latest }) => latest !== undefined) }))
    .filter(({ rows }) => rows.length > 0);
  return { shown: { ...all, groups }, leftOut: rowsIn(all) - rowsIn({ groups }) };
}

/** How many measures stand in some groups. */
export function rowsIn({ groups }: Pick<Scorecard, 'groups'>): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** "12 measures, 2 worse, 1 better": what a topic holds, before it is opened. */
export function sayGroup(scorecard: Scorecard, group: ScorecardGroup): string {
  const { worse, better } = tallyOf({ ...scorecard, groups: [group] });
  const told = [...(worse > 0 ? [`${worse} worse`] : []), ...(better > 0 ? [`${better} better`] : [])];
  const count = group.rows.length;
  return [count === 1 ? '1 measure' : `${count} measures`, ...told].join(', ');
}
