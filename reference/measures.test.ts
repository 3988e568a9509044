import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishAreas } from './areas.ts';
import { knownMeasures, measureTopics, readMeasures } from './measures.ts';

const measures = knownMeasures();

test('every topic has measures, and every measure a short title of its own within its source', () => {
  for (const topic of measureTopics)
    assert.ok(
      measures.list.some((measure) => measure.topic === topic),
      topic,
    );
  const titles = measures.list.map((measure) => `${measure.source} ${measure.title}`);
  assert.equal(new Set(titles).size, titles.length);
});

test('the two sides of a gap name each other, one as target and one as reference', () => {
  const sides = measures.list.filter((measure) => measure.gap);
  assert.ok(sides.length >= 10);
  for (const side of sides) {
    const other = side.gap && measures.find(side.gap.other.source, side.gap.other.code);
    assert.equal(other?.gap?.other.code, side.code);
    assert.notEqual(other?.gap?.role, side.gap?.role, side.code);
    assert.deepEqual(
      [other?.unit, other?.polarity, other?.yearType],
      [side.unit, side.polarity, side.yearType],
    );
  }
});

test('the same measure from two sources is told by both, and agrees in unit, kind and polarity', () => {
  const twins = measures.list.filter((measure) => measure.sameAs);
  assert.ok(twins.length >= 20);
  for (const twin of twins) {
    const other = twin.sameAs && measures.find(twin.sameAs.source, twin.sameAs.code);
    assert.equal(other?.sameAs?.code, twin.code);
    assert.deepEqual(
      [other?.unit, other?.kind, other?.polarity],
      [twin.unit, twin.kind, twin.polarity],
      twin.code,
    );
  }
});

test('breaks come in the order of time; a row to be ignored is an area that is known', () => {
  for (const measure of measures.list) {
    const days = measure.breaks.map((each) => each.on);
    assert.deepEqual(days, days.toSorted());
    for (const fault of measure.faults) {
      if (fault.effect === 'ignore-row') assert.ok(englishAreas().byCode.has(fault.area), measure.code);
    }
  }
});

test('an interval is worked out from counts only for proportions and rates', () => {
  for (const measure of measures.list) {
    if (measure.countsFrom.length === 0) continue;
    assert.ok(measure.kind === 'proportion' || measure.kind === 'rate', measure.code);
    const times = { proportion: 100, rate: 10_000 }[measure.kind];
    for (const counts of measure.countsFrom) assert.equal(counts.times, times, measure.code);
  }
});

test('the England row of first-time entrants is never used', () => {
  const faults = measures.find('lait', 'FirstYJS')?.faults ?? [];
  assert.ok(faults.some((fault) => fault.effect === 'ignore-row' && fault.area === 'E92000001'));
  assert.equal(measures.find('lait', 'NoSuchMeasure'), undefined);
});

test('a measure twice, or one that leans on what is not written down, is refused', () => {
  const publications =
    'publications: { cin: { publisher: P, name: N, link: "https://example.org/" } }\nbreaks: {}\n';
  const measure = (more: string) =>
    `- { source: lait, code: A, title: T, unit: percent, kind: proportion, polarity: low-is-good, yearType: financial, decimals: 1, publication: cin${more} }\n`;
  const read = (text: string) => readMeasures({ publications, topics: new Map([['safe' as const, text]]) });
  assert.equal(read(measure('')).find('lait', 'A')?.publication.name, 'N');
  assert.throws(() => read(measure('') + measure('')), /stands twice/);
  assert.throws(() => read(measure(', gap: { role: target, other: B }')), /A speaks of B/);
  assert.throws(() => read(measure(', breaks: none')), /break none/);
  assert.throws(() => read(measure('').replace('publication: cin', 'publication: cla')), /from cla/);
  assert.throws(() => read(measure('').replace('decimals: 1', 'decimals: 9')));
});
