import assert from 'node:assert/strict';
import test from 'node:test';
import { englishAreas } from '#reference/areas.ts';
import { eesPlaces } from '#reference/ees/ees-format.ts';
import { measureUnit } from '../../../figures/measure-definition.ts';
import type { MeasureDefinition } from '../../../figures/measure-definition.ts';
import { readLaitDictionary } from '../../../formats/lait/lait-dictionary.ts';
import { readLaitParquet } from '../../../formats/lait/lait-parquet.ts';
import { fileSource, publishedPath } from '../../../formats/testing.ts';
import type { Observation } from '../../../observation.ts';
import { eesPairs } from './ees-pairs.ts';
import { eesPlaceWriter } from './ees-place.ts';
import type { EesFigure, EesMeasure } from './gather-tables.ts';

const wanted = new Set(['E92000001', 'E12000001', 'E06000004', 'E10000014', 'E06000059']);

test('every measure of the real bulk file becomes pairs that keep every rule; pooled years are told', async (t) => {
  const path = publishedPath(t, 'lait/bds_long_0.parquet');
  const dictionaryPath = publishedPath(t, 'lait/lait_data_dictionary.csv');
  if (!path || !dictionaryPath) return;
  const dictionary = await readLaitDictionary(fileSource(dictionaryPath));
  const figures = new Map<string, EesFigure[]>();
  for await (const part of readLaitParquet(fileSource(path), { dictionary }))
    for (const observation of part.observations) {
      const areaCode = codeOf(observation);
      if (areaCode === undefined) continue;
      const { period, value, measure } = observation;
      const list = figures.get(measure.code) ?? [];
      list.push({ areaCode, period, value, count: undefined, denominator: undefined, limits95: undefined });
      figures.set(measure.code, list);
    }
  const made = eesPairs({
    stem: 'real',
    measures: [...figures].map(([code, list]) => measureOf(code, list)),
    placeOf: eesPlaceWriter(englishAreas(), [], eesPlaces()),
    ownCodes: [],
  });
  assert.deepEqual(made.refused, []);
  assert.deepEqual(made.pairs.map(({ words }) => words).toSorted(), [
    'Academic years',
    'Calendar years',
    'Financial years',
    'Months',
    'Years to 30 September',
  ]);
  const written = made.pairs.reduce((sum, { measures }) => sum + measures, 0);
  assert.ok(figures.size >= 434 && written + made.leftOut.length >= figures.size);
  assert.deepEqual(
    [...new Set(made.leftOut.map(({ why }) => why))],
    ['The format has no periods of 3 years together.'],
  );
});

function codeOf({ area }: Observation): string | undefined {
  const code = (englishAreas().byDfeCode.get(area.dfeCode ?? '') ?? []).at(-1)?.code;
  return code !== undefined && wanted.has(code) ? code : undefined;
}

function measureOf(code: string, figures: readonly EesFigure[]): EesMeasure {
  const definition: MeasureDefinition = {
    id: `lait:${code}`,
    source: 'lait',
    code,
    title: `The measure ${code}`,
    topic: 'all',
    unit: measureUnit('%', 1),
    kind: 'not-known',
    polarity: 'no-judgement',
    publisher: 'Department for Education',
    publication: 'The tool',
    link: undefined,
    breaks: [],
    faults: [],
    sameAs: undefined,
    gap: undefined,
  };
  return { definition, group: 'All', figures };
}
