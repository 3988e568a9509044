import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countyMap, countyTiles, manyTiles } from '../../test/examples/maps.ts';
import { only, show, tableWords } from '../../test/page.tsx';
import type { Area } from '../../series.ts';
import { Choropleth } from './choropleth.tsx';
import { classesOf, verdictClasses } from './classes.ts';
import { placeTiles } from './place-tiles.ts';
import { shortNames } from './short-names.ts';
import { TileMap } from './tile-map.tsx';

const unit = { name: '%', symbol: '%', decimals: 0 };

function areas(values: readonly number[]): Area[] {
  return values.map((number, at) => ({
    key: String(at),
    name: `Area ${at}`,
    role: 'other',
    value: { kind: 'number', number },
  }));
}

test('classes of equal numbers and of equal steps; what is shown alike is never parted', () => {
  const labels = (values: number[], method: 'quantile' | 'equal') =>
    classesOf(areas(values), { method, unit }).classes.map(({ label, count }) => `${label}: ${count}`);
  assert.deepEqual(labels([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'quantile'), [
    '1% to 2%: 2',
    '3% to 4%: 2',
    '5% to 6%: 2',
    '7% to 8%: 2',
    '9% to 10%: 2',
  ]);
  assert.deepEqual(labels([0, 1, 2, 3, 100], 'equal'), ['0% to 3%: 4', '100%: 1']);
  assert.deepEqual(labels([5, 5, 5, 5.4], 'quantile'), ['5%: 4']);
  assert.deepEqual(labels([], 'quantile'), []);
});

test('every area with a number is in exactly one class, and classes do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 60 }),
      fc.constantFrom('quantile' as const, 'equal' as const),
      (values, method) => {
        const { classes, of } = classesOf(areas(values), { method, unit });
        assert.equal(of.size, values.length);
        assert.ok(classes.length <= 5);
        assert.equal(
          classes.reduce((sum, { count }) => sum + count, 0),
          values.length,
        );
        for (const one of classes)
          assert.equal([...of.values()].filter((found) => found === one).length, one.count);
      },
    ),
  );
});

test('verdicts make classes of their own, with a mark for each', () => {
  const compared = areas([1, 2, 3]).map((area, at) => ({
    ...area,
    comparison: (['better', 'worse', 'worse'] as const)[at],
  }));
  assert.deepEqual(
    verdictClasses(compared).classes.map(({ mark, label, count }) => [mark, label, count]),
    [
      ['+', 'Better', 1],
      ['−', 'Worse', 2],
    ],
  );
});

test('what is not published and what is withheld are filled apart from each other and from every class (C12)', () => {
  const { document } = show(<Choropleth {...countyMap} />);
  const drawing = only(document, 'svg.chart-drawing--wide');
  const fills = [...drawing.querySelectorAll('path.chart-map-area')].map((path) => path.getAttribute('fill'));
  assert.equal(fills.length, countyMap.outlines.length);
  const last = (text: string) => fills.filter((fill) => fill?.endsWith(`-${text})`)).length;
  assert.deepEqual([last('missing'), last('withheld')], [1, 1]);
  for (const fill of fills)
    assert.ok(drawing.querySelector(`[id="${/#([^)]+)/.exec(fill ?? '')?.[1]}"]`), fill ?? '');
  const notes = [...document.querySelectorAll('.chart-note')].map((note) => note.textContent?.trim());
  assert.ok(notes.includes('Not published (1 area)'), notes.join('; '));
  assert.ok(notes.some((note) => note?.startsWith('Withheld, to protect people')));
});

test('no two looks on one map have the same pattern, so that colour can be left out', () => {
  const drawing = only(show(<Choropleth {...countyMap} />).document, 'svg.chart-drawing--wide');
  const looks = [...drawing.querySelectorAll('pattern')].map(
    (pattern) => pattern.querySelector('path')?.getAttribute('d') ?? '',
  );
  assert.equal(new Set(looks).size, looks.length);
  assert.ok(looks.length >= 5);
});

test('the table holds every area with its class; an area without an outline is counted in words', () => {
  const [, ...fewer] = countyMap.outlines;
  const { document } = show(<Choropleth {...countyMap} outlines={fewer} />);
  assert.equal(tableWords(document).length, countyMap.areas.length + 1);
  assert.match(document.body.textContent ?? '', /One area has no outline here; it is in the table/);
  const first = tableWords(document)[1] ?? [];
  assert.match(first.at(-1) ?? '', /^\d \(\d/);
});

test('one tile for each area, none twice on one square, the name or a short one on it', () => {
  const drawing = only(show(<TileMap {...countyTiles} />).document, 'svg.chart-drawing--wide');
  assert.equal(drawing.querySelectorAll('rect.chart-map-area').length, countyTiles.areas.length);
  const many = only(show(<TileMap {...manyTiles} />).document, 'svg.chart-drawing--compact');
  const squares = [...many.querySelectorAll('rect.chart-map-area')].map(
    (rect) => `${rect.getAttribute('x')} ${rect.getAttribute('y')}`,
  );
  assert.equal(new Set(squares).size, manyTiles.areas.length);
});

test('tiles keep to the compass: what lies far apart north to south or west to east stays so', () => {
  const middles = Array.from({ length: 40 }, (_, at) => ({
    key: String(at).padStart(2, '0'),
    middle: [(at * 37) % 101, (at * 61) % 97] as const,
  }));
  const tiles = new Map(placeTiles(middles).map((tile) => [tile.key, tile]));
  assert.equal(tiles.size, 40);
  for (const one of middles)
    for (const other of middles) {
      const [a, b] = [tiles.get(one.key), tiles.get(other.key)];
      assert.ok(a && b);
      if (other.middle[0] - one.middle[0] > 50) assert.ok(a.column < b.column);
      if (other.middle[1] - one.middle[1] > 50) assert.ok(a.row < b.row);
    }
  assert.deepEqual(placeTiles([]), []);
  assert.deepEqual(placeTiles([{ key: 'a', middle: [3, 4] }]).length, 1);
});

test('short names are of four letters at most and no two alike', () => {
  const names = [
    'Norfolk',
    'North Yorkshire',
    'North Lincolnshire',
    'Northumberland',
    'Newcastle upon Tyne',
    'Norfold',
    'Norforth',
  ];
  const short = shortNames(names.map((name) => ({ key: name, name, role: 'other' })));
  assert.equal(new Set(short.values()).size, names.length);
  assert.ok([...short.values()].every((one) => one.length > 0 && one.length <= 4));
  assert.equal(short.get('North Yorkshire'), 'NY');
});
