import type { Point } from '#packages/charts';
import { spineBounds, type SpineBounds } from '#packages/statistics';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { comparePeriods, samePeriod } from '../period.ts';
import type { Period } from '../period.ts';
import { shortPeriod } from '../say-period.ts';
import { benchmarkFor, sharedFigure, type Benchmark, type PartsIn } from './benchmark.ts';
import { compareWithEngland, wordOfComparison, type JudgedComparison } from './comparison.ts';
import { hasNumber, latestOf, settled, type Figure } from '../figures/figure.ts';
import { findingBeneath, findingOf, yearBeforeOf } from './finding.ts';
import { intervalOf, type Interval } from '../figures/interval.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { averageOfNeighbours, type NeighboursAverage } from './neighbours-average.ts';
import type { NeighbourSet, Place } from '../figures/place.ts';
import { standingOf, type Standing } from './rank.ts';
import { aimOf, type Aim, type Target } from '../report/target.ts';
import { figureSpokenOf, overruledNow, type Overruling } from '../report/overruling.ts';
import { trendOf, type JudgedTrend } from './trend.ts';
import { yearsOf } from '../figures/years.ts';

/** All published figures of one measure that a row of an area's scorecard is made from. */
export type MeasureFigures = {
  definition: MeasureDefinition;
  /** under every code of the place, and of what stood there before */
  own: readonly Figure[];
  england: readonly Figure[];
  /** by the code under which a neighbour is addressed */
  neighbours: ReadonlyMap<string, readonly Figure[]>;
  /** counts behind the figures of these areas, from another table */
  counts: readonly Figure[];
  /** the numbers of all areas of the same kind, this one's too */
  peers: PartsIn;
  /** what analysts said of the verdicts of this area, whenever it was */
  overrulings: readonly Overruling[];
  /** what the partnership aims at here */
  target: Target | undefined;
};

/** One measure of an area: what it is now, beside what, and whether that says anything. */
export type ScorecardRow = {
  definition: MeasureDefinition;
  latest: Figure | undefined;
  interval: Interval | undefined;
  benchmark: Benchmark;
  neighbours: NeighboursAverage | undefined;
  comparison: JudgedComparison | undefined;
  standing: Standing | undefined;
  /** how the areas of its kind are spread in the same days; undefined where too few have a number */
  spread: SpineBounds | undefined;
  /** the tested trend of the last five years */
  trend: JudgedTrend | undefined;
  /** what the partnership aims at, and whether it is on its way there; shown only where targets are */
  aim: Aim | undefined;
  points: readonly Point[];
  finding: string;
  /** the finding without its number, to stand beneath it */
  findingBeneath: string;
  /** what a reader must know of these figures before using them */
  notes: readonly string[];
  /** what is known to be odd about the measure, whatever the area */
  caveats: readonly string[];
  broughtInOn: Day | undefined;
};

/** The figures of a place in one line, each period once: those of its own codes before those of what stood there before. */
export function ownFigures(place: Place, figures: readonly Figure[]): Figure[] {
  const own = settled(figures.filter(({ areaCode }) => place.codes.includes(areaCode)));
  const { standsFrom } = place;
  if (!standsFrom) return own;
  const before = settled(figures.filter(({ areaCode }) => !place.codes.includes(areaCode)))
    .filter(({ period }) => compareDays(period.end, standsFrom) < 0)
    .filter(({ period }) => !own.some((one) => hasNumber(one) && samePeriod(one.period, period)));
  const kept = own.filter(({ period }) => !before.some((one) => samePeriod(one.period, period)));
  return [...before, ...kept].toSorted((a, b) => comparePeriods(a.period, b.period));
}

/** The counts of one place: those under its own codes. */
export function countsIn(place: Pick<Place, 'codes'>, counts: readonly Figure[]): readonly Figure[] {
  return settled(counts.filter(({ areaCode }) => place.codes.includes(areaCode)));
}

/** The periods for which the numbers of all areas are needed: the latest one, and the one in which England is compared with. */
export function periodsToRank(place: Place, figures: Pick<MeasureFigures, 'own' | 'england'>): Period[] {
  const own = ownFigures(place, figures.own);
  const latest = latestOf(own)?.figure;
  if (!latest) return [];
  const shared = sharedFigure(own, latest, settled(figures.england, latest))?.period;
  return shared && !samePeriod(shared, latest.period) ? [latest.period, shared] : [latest.period];
}

/** The same figures without the periods that had not ended by a day. */
export function figuresUntil(figures: MeasureFigures, until: Day): MeasureFigures {
  const ended = (given: readonly Figure[]): readonly Figure[] =>
    given.filter(({ period }) => compareDays(period.end, until) <= 0);
  return {
    ...figures,
    own: ended(figures.own),
    england: ended(figures.england),
    neighbours: new Map([...figures.neighbours].map(([code, given]) => [code, ended(given)])),
    counts: ended(figures.counts),
  };
}

/** Makes the row of one measure. Nothing here reads or waits: the same figures give the same row. */
export function rowOf(place: Place, set: NeighbourSet | undefined, figures: MeasureFigures): ScorecardRow {
  const { definition } = figures;
  const own = ownFigures(place, figures.own);
  const counts = countsIn(place, figures.counts);
  const { points, notes } = yearsOf({ definition, figures: own, counts, place });
  const found = latestOf(own);
  if (!found) return emptyRow(definition);
  const latest = found.figure;
  const benchmark = benchmarkFor({ definition, own, latest, england: figures.england, parts: figures.peers });
  const comparison = judgedComparison(figures, { own, latest, counts, benchmark });
  const said = { definition, latest, yearBefore: yearBeforeOf(own, latest, points), benchmark, comparison };
  return {
    definition,
    latest,
    interval: intervalOf(latest, definition, counts),
    benchmark,
    neighbours: set && averageOfNeighbours({ set, figures: figures.neighbours, latest }),
    comparison,
    standing: standingOf({
      value: latest.value,
      all: figures.peers(latest.period),
      polarity: definition.polarity,
    }),
    spread: spreadOf(figures.peers(latest.period)),
    trend: trendOf({ definition, place, own, counts, latest, overrulings: figures.overrulings }),
    aim: figures.target && aimOf(figures.target, { definition, place, own, counts, latest }),
    points,
    finding: findingOf(said),
    findingBeneath: findingBeneath(said),
    notes: [...notes, ...laterNotes(found.emptySince, latest, figures.england)],
    caveats: caveatsOf(definition, benchmark),
    broughtInOn: latest.broughtInOn,
  };
}

function spreadOf(all: readonly (number | undefined)[]): SpineBounds | undefined {
  const found = spineBounds(all);
  return found.done ? found.value : undefined;
}

/** The comparison with England, and what analysts said of it. */
function judgedComparison(
  { definition, overrulings }: MeasureFigures,
  beside: { own: readonly Figure[]; latest: Figure; counts: readonly Figure[]; benchmark: Benchmark },
): JudgedComparison {
  const came = compareWithEngland({ definition, ...beside });
  const figure = figureSpokenOf(beside.latest);
  const workedOut = wordOfComparison(came);
  return { ...came, overruled: overruledNow(overrulings, { about: 'england', figure, workedOut }) };
}

/** The row of a measure of which nothing was brought in. */
export function emptyRow(definition: MeasureDefinition): ScorecardRow {
  return {
    definition,
    latest: undefined,
    interval: undefined,
    benchmark: { kind: 'none', newest: undefined },
    neighbours: undefined,
    comparison: undefined,
    standing: undefined,
    spread: undefined,
    trend: undefined,
    aim: undefined,
    points: [],
    finding: 'Nothing has been brought in for this area.',
    findingBeneath: '',
    notes: [],
    caveats: caveatsOf(definition, undefined),
    broughtInOn: undefined,
  };
}

/** That there is something newer, which this row does not show. */
function laterNotes(emptySince: Period | undefined, latest: Figure, england: readonly Figure[]): string[] {
  const newest = settled(england).findLast(hasNumber)?.period;
  const notes: string[] = [];
  if (emptySince) notes.push(`The publisher has no figure for this area in ${shortPeriod(emptySince)}.`);
  if (newest && compareDays(newest.end, latest.period.end) > 0)
    notes.push(`England has a newer figure (${shortPeriod(newest)}); the same days are shown side by side.`);
  return notes;
}

function caveatsOf(definition: MeasureDefinition, benchmark: Benchmark | undefined): string[] {
  const told = definition.faults.filter(({ effect }) => effect === 'tell').map(({ words }) => words);
  return benchmark?.kind === 'stopped' && benchmark.reason === 'known-fault'
    ? [...told, benchmark.words]
    : told;
}
