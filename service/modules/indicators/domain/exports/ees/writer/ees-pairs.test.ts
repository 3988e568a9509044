import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#platform/kernel/day.ts';
import { englishAreas } from '#reference/areas.ts';
import { eesPlaces } from '#reference/ees/ees-format.ts';
import { measureUnit } from '../../../figures/measure-definition.ts';
import type { MeasureDefinition } from '../../../figures/measure-definition.ts';
import { readEesData } from '../../../formats/ees/ees-data.ts';
import { readEesMeta } from '../../../formats/ees/ees-meta.ts';
import { readAll, written } from '../../../formats/testing.ts';
import { breakdownOf } from '../../../observation.ts';
import type { Observation } from '../../../observation.ts';
import { academicYears, calendarYears, financialYears, yearEnding } from '../../../period.ts';
import type { Period } from '../../../period.ts';
import { noNumber } from '../../../value.ts';
import type { Value } from '../../../value.ts';
import { eesPairs } from './ees-pairs.ts';
import type { EesPairMade, EesPairsMade } from './ees-pairs.ts';
import { eesPlaceWriter } from './ees-place.ts';
import { yearsEnd } from './ees-time.ts';
import type { EesFigure, EesMeasure } from './gather-tables.ts';

const own = [
  { code: 'X10000001', dfeCode: '599', name: 'Brackenshire', kind: 'county', regionCode: 'E12000001' },
  { code: 'X99000001', dfeCode: undefined, name: 'North zone', kind: 'zone', regionCode: undefined },
];

const ownCodes = own.map(({ code }) => code);

const placeOf = eesPlaceWriter(englishAreas(), own, eesPlaces());

function measure(code: string, unit: string, figures: readonly EesFigure[]): EesMeasure {
  const definition: MeasureDefinition = {
    id: `lait:${code}`,
    source: 'lait',
    code,
    title: `The measure ${code}`,
    topic: 'safety',
    unit: measureUnit(unit, 1),
    kind: 'not-known',
    polarity: 'no-judgement',
    publisher: 'Department for Education',
    publication: 'A publication',
    link: undefined,
    breaks: [],
    faults: [],
    sameAs: undefined,
    gap: undefined,
  };
  return { definition, group: 'Safety', figures };
}

const plain = { state: 'final', text: '' } as const;

function figure(parts: Partial<EesFigure> & { value: Value }): EesFigure {
  return {
    areaCode: 'X10000001',
    period: academicYears(2024, 2025, plain),
    count: undefined,
    denominator: undefined,
    limits95: undefined,
    ...parts,
  };
}

function made(measures: readonly EesMeasure[]): EesPairsMade {
  return eesPairs({ stem: 'brackenshire', measures, placeOf, ownCodes });
}

function only(made: EesPairsMade): EesPairMade {
  assert.deepEqual(made.refused, []);
  const [pair] = made.pairs;
  assert.ok(pair && made.pairs.length === 1);
  return pair;
}

test('a measure becomes a pair: a row for each place and period, units and decimals beside it', () => {
  const pair = only(
    made([
      measure('CIN', 'per 10,000', [
        figure({ value: 31.2, count: 120, denominator: 38000, limits95: { lower: 29.1, upper: 33.4 } }),
        figure({ value: 30, areaCode: 'E92000001' }),
      ]),
    ]),
  );
  assert.equal(pair.texts.dataName, 'brackenshire_academic_years.csv');
  assert.equal(pair.texts.metaName, 'brackenshire_academic_years.meta.csv');
  assert.equal(
    pair.texts.dataText,
    `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,lait_cin,lait_cin_count,lait_cin_base,lait_cin_lower95,lait_cin_upper95
202425,Academic year,National,E92000001,England,,,,,,30,x,x,x,x
202425,Academic year,Local authority,E92000001,England,E12000001,North East,599,X10000001,Brackenshire,31.2,120,38000,29.1,33.4
`,
  );
  assert.match(pair.texts.metaText, /^lait_cin,Indicator,"The measure CIN, per 10,000",Safety,,1,,$/m);
  assert.match(
    pair.texts.metaText,
    /^lait_cin_count,Indicator,"The measure CIN, per 10,000: count",Safety,,0,,$/m,
  );
});

test('kinds of period that a table may not mix become pairs of their own', () => {
  const { pairs, refused } = made([
    measure('A', '%', [figure({ value: 1 }), figure({ value: 2, period: calendarYears(2024, 2024, plain) })]),
    measure('B', '%', [figure({ value: 3, period: financialYears(2024, 2025, plain) })]),
  ]);
  assert.deepEqual(refused, []);
  assert.deepEqual(
    pairs.map(({ words, measures, rows }) => [words, measures, rows]),
    [
      ['Academic years', 1, 1],
      ['Calendar years', 1, 1],
      ['Financial years', 1, 1],
    ],
  );
});

test('figures that the format has no place for are left out and told, once for a measure and a reason', () => {
  const pooled = (to: number) => figure({ value: 1, period: calendarYears(to - 2, to, plain) });
  const { pairs, leftOut } = made([
    measure('A', '%', [
      figure({ value: 1 }),
      pooled(2016),
      pooled(2017),
      figure({ value: 2, areaCode: 'X99000001' }),
    ]),
  ]);
  assert.equal(pairs.length, 1);
  assert.deepEqual(leftOut, [
    {
      measure: 'The measure A',
      why: 'The format has no periods of 3 years together.',
      figures: 2,
      such: '2014 to 2016 (3 years together)',
    },
    {
      measure: 'The measure A',
      why: 'The format has no level for an area of this kind (North zone).',
      figures: 1,
      such: 'academic year 2024 to 2025',
    },
  ]);
});

test('of a withheld value nothing leaves as a number: neither its count, nor its base, nor its limits', () => {
  const pair = only(
    made([
      measure('A', '%', [
        figure({
          value: noNumber('suppressed'),
          count: 3,
          denominator: 91,
          limits95: { lower: 1.1, upper: 9.2 },
        }),
      ]),
    ]),
  );
  assert.match(pair.texts.dataText, /Brackenshire,c,c,c,c,c\n$/);
});

test('parts of the whole are rows beside Total, under a filter with the name of the breakdown', () => {
  const pair = only(
    made([
      measure('A', '%', [
        figure({ value: 10 }),
        figure({ value: 12, breakdown: breakdownOf({ Sex: 'Girls' }) }),
        figure({ value: 13, breakdown: breakdownOf({ Sex: 'Girls', Region: 'Coast' }) }),
      ]),
    ]),
  );
  const rows = pair.texts.dataText.trimEnd().split('\n');
  assert.match(rows[0] ?? '', /la_name,by_region,sex,lait_a$/);
  assert.deepEqual(
    rows.slice(1).map((row) => row.split('Brackenshire,')[1]),
    ['Total,Total,10', 'Coast,Girls,13', 'Total,Girls,12'],
  );
  assert.match(pair.texts.metaText, /^by_region,Filter,Region,,,,,$/m);
});

test('a pair that breaks a rule is not given out, and the rule is told', () => {
  const { pairs, refused } = eesPairs({
    stem: 'brackenshire 2025',
    measures: [measure('A', '%', [figure({ value: 1 })])],
    placeOf,
    ownCodes,
  });
  assert.deepEqual(pairs, []);
  assert.deepEqual(
    refused.map(({ words, findings }) => [words, findings.map(({ check }) => check)]),
    [['Academic years', ['filename_spaces', 'filename_spaces']]],
  );
});

test('measures with one title, with a group of people in their code, or with signs, have columns and labels of their own', () => {
  const twin = measure('B', '%', [figure({ value: 2 })]);
  const pair = only(
    made([
      measure('FSP_White', '%', [figure({ value: 1 })]),
      measure('16-17_%', 'pp', [figure({ value: 1 })]),
      { ...twin, definition: { ...twin.definition, title: 'The measure FSP_White' } },
    ]),
  );
  assert.match(pair.texts.dataText, /la_name,lait_measure_[0-9a-f]{8},lait_16_17_percent,lait_b\n/);
  assert.match(pair.texts.metaText, /The measure FSP_White \(lait FSP_White\)/);
  assert.match(pair.texts.metaText, /^lait_16_17_percent,Indicator,The measure 16-17_%,Safety,pp,1,,$/m);
});

test('codes that differ in signs only do not share a column', () => {
  const pair = only(
    made([measure('LAC_SGO', '%', [figure({ value: 1 })]), measure('LAC-SGO', '%', [figure({ value: 2 })])]),
  );
  assert.match(pair.texts.dataText, /la_name,lait_lac_sgo_[0-9a-f]{8},lait_lac_sgo_[0-9a-f]{8}\n/);
});

test('nothing to write is no pair', () => {
  assert.deepEqual(made([]), { pairs: [], refused: [], leftOut: [] });
});

const areas = ['E92000001', 'E12000001', 'E06000004', 'E10000014', 'E06000059', 'X10000001'];

const periods: readonly Period[] = [
  academicYears(2023, 2024, plain),
  academicYears(2024, 2025, plain),
  financialYears(1999, 2000, plain),
  financialYears(2024, 2025, plain),
  calendarYears(2024, 2024, plain),
  yearEnding(dayOf(2024, 9, 30), { kind: 'year', ...plain }),
];

const values = fc.oneof(
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((whole): Value => (whole === 0 ? 0 : whole / 1000)),
  fc
    .constantFrom('suppressed', 'not-applicable', 'missing', 'low', 'unreliable')
    .map((status): Value => noNumber(status)),
);

const figures = fc.uniqueArray(
  fc.record({
    areaCode: fc.constantFrom(...areas),
    period: fc.constantFrom(...periods),
    breakdown: fc.constantFrom('', '', 'Sex=Boys', 'Age=Five|Sex=Girls'),
    value: values,
    count: fc.option(fc.nat(5000), { nil: undefined }),
  }),
  {
    selector: ({ areaCode, period, breakdown }) => [areaCode, period.end, period.kind, breakdown].join(' '),
    minLength: 1,
    maxLength: 12,
  },
);

/** Everybody stands beside every part, since a filter of one item is none. */
function withWholes(list: readonly EesFigure[]): EesFigure[] {
  const wholes = list
    .filter(({ breakdown }) => breakdown !== '')
    .map((part) => ({ ...part, breakdown: '', value: noNumber('missing') }));
  const named = new Set<string>();
  return [...list, ...wholes].filter(({ areaCode, period, breakdown }) => {
    const name = [areaCode, period.end, period.kind, breakdown].join(' ');
    return named.has(name) ? false : named.add(name);
  });
}

test('whatever figures are written, the pair keeps every rule and our own reader gives the same figures back', async () => {
  await fc.assert(
    fc.asyncProperty(figures, figures, async (first, second) => {
      const [a, b] = [first, second].map((list) =>
        withWholes(list.map((each) => figure({ ...each, breakdown: each.breakdown }))),
      );
      const measures = [measure('A', '%', a ?? []), measure('B', 'per 10,000', b ?? [])];
      const { pairs, refused, leftOut } = made(measures);
      assert.deepEqual([refused, leftOut], [[], []]);
      const read = (await Promise.all(pairs.map(readBack))).flat();
      for (const each of measures) assert.deepEqual(readOf(each, read), givenOf(each));
    }),
    { numRuns: 60 },
  );
});

/** Reads a pair with the reader that takes the publisher's own. */
async function readBack({ kind, texts }: EesPairMade): Promise<Observation[]> {
  const meta = await readEesMeta(written(texts.metaText, texts.metaName, 4096));
  assert.ok(meta.done);
  const ends = yearsEnd(kind);
  const data = await readAll(
    readEesData(written(texts.dataText, texts.dataName, 4096), {
      meta: meta.value,
      slug: 'back',
      ...(ends === undefined ? {} : { time: { reportingYearEnds: ends } }),
    }),
  );
  assert.deepEqual([data.refused, data.notes], [[], []]);
  return data.observations;
}

type Told = readonly [place: string, when: string, whom: string, value: Value];

/** What was read of a measure, without the cells that only say that nothing was published. */
function readOf({ definition, figures: given }: EesMeasure, read: readonly Observation[]): Told[] {
  const code = `back:lait_${definition.code.toLowerCase()}`;
  const known = new Set(given.map((each) => nameOf(givenTold(each))));
  return read
    .filter(({ measure: of }) => of.code === code)
    .map((each): Told => [
      each.area.code ?? each.area.name,
      `${each.period.start} ${each.period.end} ${each.period.kind}`,
      each.breakdown,
      each.value,
    ])
    .filter((told) => known.has(nameOf(told)))
    .toSorted(byName);
}

function givenOf({ figures: given }: EesMeasure): Told[] {
  return given.map(givenTold).toSorted(byName);
}

function givenTold({ areaCode, period, breakdown = '', value }: EesFigure): Told {
  return [
    areaCode,
    `${period.start} ${period.end} ${period.kind}`,
    breakdown.toLowerCase().replace('boys', 'Boys').replace('girls', 'Girls').replace('five', 'Five'),
    value,
  ];
}

function nameOf([place, when, whom]: Told): string {
  return [place, when, whom].join('|');
}

function byName(a: Told, b: Told): number {
  return nameOf(a).localeCompare(nameOf(b), 'en');
}
