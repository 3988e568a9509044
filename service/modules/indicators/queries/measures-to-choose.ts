import type { Ctx } from '#platform/db/database.ts';
import { measureTopics } from '#reference/measures.ts';
import { standardScorecard } from '#reference/scorecard.ts';
import { isOnlyCounts } from '../domain/measure-facts.ts';
import { allMeasures, searchMeasures, type StoredMeasure } from '../store/measures.ts';
import { measuresWithFigures } from '../store/figures.ts';
import { figuresGround, keptFor } from './figures-ground.ts';
import { Kept } from './kept.ts';

/** Measures under their topic. */
export type MeasureTopicGroup = { key: string; title: string; measures: readonly ListedMeasure[] };

export type ListedMeasure = StoredMeasure & { hasFigures: boolean };

const mostFound = 100;
const withFigures = new Kept<ReadonlySet<string>>(4);

/** The measures that we know, by topic; with words, those that hold every one of them, of any source. */
export async function measuresToChoose(
  ctx: Ctx,
  words: readonly string[],
): Promise<readonly MeasureTopicGroup[]> {
  const ground = await figuresGround(ctx);
  const have = await keptFor(withFigures, { ground, ctx, what: 'measures' }, () =>
    measuresWithFigures(ctx, ground.keys),
  );
  const found = words.length === 0 ? await allMeasures(ctx) : await searchMeasures(ctx, words, mostFound);
  const listed = found
    .filter(
      ({ id, isCatalogued }) =>
        !isOnlyCounts(id) && (words.length > 0 || isCatalogued || !id.startsWith('lait:')),
    )
    .map((measure) => ({ ...measure, hasFigures: have.has(measure.id) }));
  return grouped(listed);
}

const titles = new Map<string, string>(standardScorecard().map(({ topic, title }) => [topic, title]));

function grouped(measures: readonly ListedMeasure[]): MeasureTopicGroup[] {
  const byTopic = Map.groupBy(measures, ({ topic }) => topic);
  const known = measureTopics.filter((topic) => byTopic.has(topic));
  const others = [...byTopic.keys()].filter((topic) => !known.some((one) => one === topic)).toSorted();
  return [...known, ...others].map((key) => ({
    key,
    title: titles.get(key) ?? (key || 'Without a topic'),
    measures: (byTopic.get(key) ?? []).toSorted((a, b) => Number(b.hasFigures) - Number(a.hasFigures)),
  }));
}
