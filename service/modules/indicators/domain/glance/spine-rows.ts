import type { SpineRow } from '#packages/charts';
import { chartUnit } from '../figures/measure-definition.ts';
import { chartValue } from '../figures/years.ts';
import { shortPeriod } from '../say-period.ts';
import type { ScorecardGroup } from '../scorecard/scorecard.ts';
import type { ScorecardRow } from '../scorecard/row.ts';

/** One topic of a scorecard as a picture: each measure of the area among all areas, and what that says. */
export type Glance = { key: string; title: string; finding: string; rows: readonly SpineRow[] };

/** The topics in which at least one measure has a number, and areas enough to stand among. */
export function glancesOf(groups: readonly ScorecardGroup[]): readonly Glance[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(isDrawn) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ key, title, rows }) => ({ key, title, finding: findingOf(rows), rows: rows.map(spineRow) }));
}

function isDrawn({ latest, spread }: ScorecardRow): boolean {
  return spread !== undefined && typeof latest?.value === 'number';
}

function spineRow(row: ScorecardRow): SpineRow {
  const { definition, latest, interval, benchmark, comparison, spread } = row;
  const isBeside = benchmark.kind === 'usable' && benchmark.samePeriodAsLatest;
  return {
    key: definition.id,
    measure: definition.title,
    period: latest ? shortPeriod(latest.period) : '',
    unit: chartUnit(definition.unit),
    polarity: definition.polarity,
    own: latest ? chartValue(latest.value) : missing,
    lower: interval?.known ? interval.limits.lower : undefined,
    upper: interval?.known ? interval.limits.upper : undefined,
    benchmark: isBeside ? { kind: 'number', number: benchmark.figure.value } : missing,
    spread: spread && {
      minimum: spread.lowest,
      p5: spread.p5,
      p25: spread.p25,
      p75: spread.p75,
      p95: spread.p95,
      maximum: spread.highest,
    },
    // a picture has no room for who says otherwise and why, so it does not repeat a verdict that was overruled
    comparison:
      comparison?.compared && comparison.overruled.standing.length === 0 ? comparison.verdict : undefined,
  };
}

const missing = { kind: 'status', status: 'missing' } as const;

/** On which side of the middle area the measures lie in which one way is better. It is a place, and says nothing of chance. */
function findingOf(rows: readonly ScorecardRow[]): string {
  const judged = rows.filter(({ definition }) => definition.polarity !== 'no-judgement');
  const [one] = judged;
  if (!one) return 'Where we stand among all areas; in none of these is one way better';
  const better = judged.filter(isOnBetterSide).length;
  if (judged.length === 1)
    return better === 1
      ? 'On the better side of the middle area'
      : 'Not on the better side of the middle area';
  const many = better === judged.length ? 'all' : better === 0 ? 'none' : String(better);
  return `On the better side of the middle area in ${many} of ${judged.length}`;
}

function isOnBetterSide({ definition, latest, spread }: ScorecardRow): boolean {
  if (typeof latest?.value !== 'number' || !spread) return false;
  return definition.polarity === 'high-is-good' ? latest.value > spread.p50 : latest.value < spread.p50;
}
