import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gdpDeflators, readDeflators } from './deflators.ts';

const text = `
name: Index
publisher: Somebody
title: Prices
published: 2026-03-31
link: https://example.org/prices
licence: open
base: 2024
outturn: { 2023: 96, 2024: 100 }
forecast: { 2025: 103 }
`;

test('H15 the deflators written down are named, dated, of the last counted year, and run without a hole', () => {
  const { publisher, published, latestOutturn, index, forecastYears } = gdpDeflators();
  assert.equal(publisher, 'HM Treasury');
  assert.match(published, /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(index.get(latestOutturn), 100);
  const years = [...index.keys()].toSorted((a, b) => a - b);
  assert.deepEqual(
    years,
    years.map((_, at) => (years[0] ?? 0) + at),
  );
  assert.ok([...forecastYears].every((year) => year > latestOutturn));
});

test('H15 a table of deflators whose base is not 100, or with a year twice, is refused', () => {
  assert.equal(readDeflators(text).index.get(2025), 103);
  assert.throws(() => readDeflators(text.replace('2024: 100', '2024: 99')), /not 100/);
  assert.throws(() => readDeflators(text.replace('2025: 103', '2024: 103')), /outturn and forecast/);
  assert.throws(() => readDeflators(text.replace('2026-03-31', 'last spring')));
});
