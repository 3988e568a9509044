import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dissolve } from './dissolve.ts';
import { makeOutlines } from './make-outlines.ts';
import { middleOf, pathOfRings, ringsOfPath, twiceArea, type Outline } from './outline.ts';
import { readBoundaries, type Boundary } from './read-boundaries.ts';
import { weightsOf } from './simplify.ts';

type Position = [number, number];

/** Squares of a grid of degrees whose borders wiggle, each wiggle shared by both sides. */
function grid(columns: number, rows: number, points = 6): unknown {
  const along = ([x1, y1]: Position, [x2, y2]: Position): Position[] =>
    Array.from({ length: points }, (_, step): Position => {
      const share = step / points;
      const wiggle =
        step === 0 ? 0 : 0.004 * Math.sin(17 * step + 5 * Math.min(x1, x2) + 3 * Math.min(y1, y2));
      const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      return x1 === x2 ? [round(x + wiggle), round(y)] : [round(x), round(y + wiggle)];
    });
  const edge = (from: Position, to: Position): Position[] => {
    const forwards = from[0] < to[0] || from[1] < to[1];
    return forwards ? along(from, to) : [from, ...along(to, from).slice(1).toReversed()];
  };
  const features = Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [-3 + (at % columns) * 0.2, 52 + Math.floor(at / columns) * 0.2];
    const corners: Position[] = [
      [x, y],
      [x + 0.2, y],
      [x + 0.2, y + 0.2],
      [x, y + 0.2],
    ].map(([a = 0, b = 0]): Position => [round(a), round(b)]);
    const ring = corners.flatMap((corner, index) => edge(corner, corners[(index + 1) % 4] ?? corner));
    const code = `X4${String(at + 1).padStart(7, '0')}`;
    return {
      type: 'Feature',
      properties: { area21cd: code, area21nm: `Area ${at + 1}`, OTHER: 'E00000000x' },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
  });
  return { type: 'FeatureCollection', features };
}

function round(value: number): number {
  return Number(value.toFixed(6));
}

function read(file: unknown, layer?: string): readonly Boundary[] {
  const found = readBoundaries(file, layer);
  assert.ok(found.done, found.done ? '' : found.refusal.reason);
  return found.value;
}

function enclosed(outline: Pick<Outline, 'path'>): number {
  return Math.abs(ringsOfPath(outline.path).reduce((sum, ring) => sum + twiceArea(ring), 0)) / 2;
}

test('boundaries are read with their codes, names and years, whatever the properties are called', () => {
  const [first, ...others] = read(grid(3, 2));
  assert.deepEqual([first?.code, first?.name, others.length], ['X40000001', 'Area 1', 5]);
  const dated = {
    type: 'Feature',
    properties: { areacd: 'E06000001', areanm: 'Hartlepool', end: 2020, start: 2014 },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [-1, 54],
          [-1, 54.1],
          [-1.1, 54],
          [-1, 54],
        ],
      ],
    },
  };
  assert.deepEqual(
    read(dated).map(({ code, name, from, until }) => [code, name, from, until]),
    [['E06000001', 'Hartlepool', 2014, 2020]],
  );
});

test('a grid keeps its whole extent however much is simplified: no gap and no overlap between neighbours', () => {
  const boundaries = read(grid(4, 3, 12));
  for (const most of [10_000, 120, 40, 0]) {
    const outlines = makeOutlines(boundaries, most);
    const all = dissolve('all', outlines);
    assert.ok(all);
    assert.equal(ringsOfPath(all.path).length, 1, `${most} points`);
    const sum = outlines.reduce((whole, outline) => whole + enclosed(outline), 0);
    assert.equal(sum, enclosed(all), `${most} points`);
  }
});

test('fewer points are asked for, fewer are kept, and every area keeps three at least', () => {
  const boundaries = read(grid(4, 3, 12));
  const counts = [10_000, 120, 0].map((most) =>
    makeOutlines(boundaries, most).map(({ path }) => ringsOfPath(path).flat().length),
  );
  const sums = counts.map((some) => some.reduce((a, b) => a + b, 0));
  assert.ok((sums[0] ?? 0) > (sums[1] ?? 0) && (sums[1] ?? 0) > (sums[2] ?? 0), sums.join(' '));
  assert.ok(counts.flat().every((count) => count >= 3));
});

test('two areas side by side dissolve into one ring without their border; apart they stay two', () => {
  const outlines = makeOutlines(read(grid(3, 1)), 0);
  const [a, b, c] = outlines;
  assert.ok(a && b && c);
  assert.equal(ringsOfPath(dissolve('ab', [a, b])?.path ?? '').length, 1);
  assert.equal(ringsOfPath(dissolve('ac', [a, c])?.path ?? '').length, 2);
  assert.equal(dissolve('none', []), undefined);
});

test('the weight of a point is the area of its triangle, never less than of those that went before', () => {
  assert.deepEqual(
    [
      ...weightsOf([
        [0, 0],
        [2, 1],
        [4, 0],
        [6, 10],
        [8, 0],
      ]),
    ],
    [Infinity, 2, 20, 40, Infinity],
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
        maxLength: 30,
      }),
      (arc) => {
        const weights = weightsOf(arc);
        assert.equal(weights.length, arc.length);
        assert.ok(weights.every((weight) => weight >= 0));
      },
    ),
  );
});

test('a path comes back as the rings it was made of', () => {
  const rings = [
    [
      [1, 2],
      [3, -4],
      [5, 6],
    ],
  ] as const;
  assert.deepEqual(ringsOfPath(pathOfRings(rings)), rings);
  assert.deepEqual(ringsOfPath(''), []);
  assert.deepEqual(middleOf({ path: 'M0,0 4,0 4,2 0,2Z', box: [0, 0, 4, 2] }), [2, 1]);
});

test('a topology is read layer by layer, and several layers have to be told apart', () => {
  const topology = {
    type: 'Topology',
    arcs: [
      [
        [-1, 54],
        [-1, 54.1],
        [-1.1, 54],
        [-1, 54],
      ],
    ],
    objects: {
      one: {
        type: 'GeometryCollection',
        geometries: [{ type: 'Polygon', arcs: [[0]], properties: { areacd: 'E06000001' } }],
      },
      two: { type: 'GeometryCollection', geometries: [] },
    },
  };
  assert.equal(read(topology, 'one')[0]?.code, 'E06000001');
  assert.deepEqual(readBoundaries(topology), {
    done: false,
    refusal: { reason: 'layers-to-choose', layers: ['one', 'two'] },
  });
  assert.equal(reasonOf(topology, 'three'), 'layer-missing');
  assert.equal(reasonOf(topology, 'two'), 'no-areas');
  assert.equal(reasonOf({ ...topology, arcs: [] }, 'one'), 'not-a-boundary-file');
});

function reasonOf(file: unknown, layer?: string): string {
  const found = readBoundaries(file, layer);
  return found.done ? 'read' : found.refusal.reason;
}

test('what cannot be drawn is refused with its reason, and with the place that is at fault', () => {
  const shaped = (geometry: unknown, properties: unknown = { code: 'E06000001', name: 'Hartlepool' }) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry }],
  });
  const ring = (...points: Position[]) => shaped({ type: 'Polygon', coordinates: [points] });
  const cases: readonly [unknown, string][] = [
    [null, 'not-a-boundary-file'],
    [[], 'not-a-boundary-file'],
    [{ type: 'Topology' }, 'not-a-boundary-file'],
    [{ type: 'FeatureCollection', features: [] }, 'no-areas'],
    [shaped(null), 'not-an-area'],
    [shaped({ type: 'Point', coordinates: [0, 51] }), 'not-an-area'],
    [shaped({ type: 'Polygon', coordinates: [] }), 'ring-broken'],
    [ring([-1, 54], [-1, 55], [-1, 54]), 'ring-broken'],
    [ring([-1, 54], [-1, 55], [-2, 54], [-2, 55]), 'ring-broken'],
    [ring([450_000, 530_000], [450_100, 530_000], [450_100, 530_100], [450_000, 530_000]), 'not-degrees'],
    [ring([54, -1], [55, -1], [54, -2], [54, -1]), 'turned-round'],
    [ring([20, 54], [21, 54], [20, 55], [20, 54]), 'far-away'],
    [shaped({ type: 'Polygon', coordinates: [] }, { name: 'Hartlepool' }), 'no-codes'],
    [
      { ...shaped(null), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } },
      'other-coordinate-system',
    ],
  ];
  for (const [file, reason] of cases) {
    const found = readBoundaries(file);
    assert.equal(found.done ? 'read' : found.refusal.reason, reason);
    if (!found.done && 'place' in found.refusal) assert.match(found.refusal.place, /Hartlepool/);
  }
});

test('whatever JSON it is, it is read or refused and never thrown at', () => {
  fc.assert(fc.property(fc.jsonValue(), (file) => void readBoundaries(file)));
});
