import type { Gathered } from './gather-figures.ts';
import type { Act } from './handed-file.ts';
import { setImmediate as otherWorkFirst } from 'node:timers/promises';
import type { GatheredSeries } from '../../domain/bringing-in/gathered.ts';
import { emptySummary, mostListed } from '../../domain/bringing-in/summary.ts';
import type { ImportSummary } from '../../domain/bringing-in/summary.ts';
import { factsFromDictionary, factsFromName, isOnlyCounts } from '../../domain/measure-facts.ts';
import type { DictionaryEntry, MeasureFacts } from '../../domain/measure-facts.ts';
import { compareDays } from '#platform/kernel/day.ts';
import type { Period } from '../../domain/period.ts';
import { changesTo, noChanges, standing } from '../../domain/standing.ts';
import type { Changes, Point } from '../../domain/standing.ts';
import { noNumber } from '../../domain/value.ts';
import { statusOfCode } from '../../domain/status-code.ts';
import { batchesInState } from '../../store/batches.ts';
import { measuresById } from '../../store/measures.ts';
import { periodsByKey } from '../../store/periods.ts';
import { visibleSeries } from '../../store/series.ts';

/** What is known of measures that no catalogue holds: the publisher's dictionary, and what a person said, by id. */
export type FactsKnown = {
  dictionary: ReadonlyMap<string, DictionaryEntry>;
  described: ReadonlyMap<string, MeasureFacts>;
};

/** What the preview says of the figures of a file: nothing is changed by saying it. */
export async function summariseFigures(
  act: Act,
  gathered: Gathered,
  facts: FactsKnown,
): Promise<ImportSummary> {
  const { figures, refused } = gathered;
  const added = await measuresToAdd(act, gathered, facts);
  const shown = [...figures.measures.keys()].filter((id) => !isOnlyCounts(id)).length;
  const summary: ImportSummary = {
    ...emptySummary(),
    rowsRead: gathered.rowsRead,
    rowsRefused: refused.rows,
    cellsRefused: refused.cells,
    rowsRepeated: gathered.rowsRepeated,
    figures: figures.figures,
    refusals: refused.counts(),
    measures: {
      known: shown - added.length,
      new: added.length,
      newNames: added
        .slice(0, mostListed)
        .map(({ source, code, title }) => ({ id: `${source}:${code}`, title })),
    },
    areas: gathered.areas,
    changes: await changesToVisible(act, gathered),
    notes: [...gathered.notes],
  };
  const span = spanOf(figures.periods);
  return span ? { ...summary, periods: span } : summary;
}

/** The measures of a file that neither the catalogue nor the partnership has yet, with what is known of them. */
export async function measuresToAdd(
  act: Act,
  { figures }: Pick<Gathered, 'figures'>,
  { dictionary, described }: FactsKnown,
): Promise<MeasureFacts[]> {
  const ids = [...figures.measures.keys()].filter((id) => !isOnlyCounts(id));
  const known = await act('read', (ctx) => measuresById(ctx, ids));
  return [...figures.measures].flatMap(([id, measure]) => {
    if (known.has(id) || isOnlyCounts(id)) return [];
    const entry = measure.source === 'lait' ? dictionary.get(measure.code) : undefined;
    return [described.get(id) ?? (entry ? factsFromDictionary(entry) : factsFromName(measure))];
  });
}

function spanOf(periods: readonly Period[]): ImportSummary['periods'] {
  const first = periods.toSorted((a, b) => compareDays(a.start, b.start))[0];
  const last = periods.toSorted((a, b) => compareDays(b.end, a.end))[0];
  return first && last ? { count: periods.length, from: first.start, to: last.end } : undefined;
}

const seriesAtOnce = 500;

async function changesToVisible(act: Act, { figures }: Gathered): Promise<Changes> {
  const { visible, periods } = await act('read', async (ctx) => ({
    visible: await batchesInState(ctx, ['visible']),
    periods: await periodsByKey(ctx),
  }));
  if (visible.length === 0) return { ...noChanges(), fresh: figures.figures };
  const changes = noChanges();
  for (const some of chunksOf(figures.series(), seriesAtOnce)) {
    const before = await act('read', (ctx) => visibleSeries(ctx, some, periods));
    const byKey = Map.groupBy(before, keyOf);
    for (const series of some)
      addTo(changes, changesTo(standing(byKey.get(keyOf(series)) ?? []), pointsOf(series, figures.periods)));
    await otherWorkFirst();
  }
  return changes;
}

function addTo(total: Changes, more: Changes): void {
  total.fresh += more.fresh;
  total.revised += more.revised;
  total.same += more.same;
  total.setAside += more.setAside;
}

/** A file's own series, once for each period: of a provisional and a revised figure in one file, the revised. */
function pointsOf(series: GatheredSeries, periods: readonly Period[]): readonly Point[] {
  const points = series.periods.flatMap((place, at): Point[] => {
    const period = periods[place];
    const status = series.statuses[at] ?? 0;
    const value = status === 0 ? series.amounts[at] : statusOfCode(status);
    return period ? [{ period, value: value ?? noNumber('missing') }] : [];
  });
  return standing([{ batchKey: 0, points }]);
}

function keyOf({
  measure,
  areaCode,
  breakdown,
}: Pick<GatheredSeries, 'measure' | 'areaCode' | 'breakdown'>): string {
  return `${measure}\n${areaCode}\n${breakdown}`;
}

/** Cuts what a generator gives into lists of at most so many. */
function* chunksOf<Item>(items: Iterable<Item>, most: number): Generator<Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
