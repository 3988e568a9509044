import { classesOf } from '../../compositions/maps/classes.ts';
import type { ChoroplethProps, TileMapProps } from '../../compositions/maps/map-props.ts';
import { pathOfRings, type Outline, type PlanePoint } from '../../compositions/maps/outlines/outline.ts';
import { placeTiles } from '../../compositions/maps/place-tiles.ts';
import type { Area } from '../../series.ts';
import { figure, limits, type Told, value } from './told.ts';

const unit = { name: '% of children', symbol: '%', decimals: 1 };

const told: readonly (readonly [string, Told])[] = [
  ['Wenmarch', [12.1, 11, 13.3]],
  ['Ashdale', [17.4, 15.9, 19]],
  ['Thornshire', [22.8, 21.2, 24.5]],
  ['Harrowby', 'suppressed'],
  ['Isle of Senn', 'missing'],
  ['Coldbeck', [14.9, 13.6, 16.2]],
  ['Port Merrin', [31.2, 28.8, 33.7]],
  ['Estwick', [26.4, 24.1, 28.9]],
  ['Upper Lenn', [19.3, 17.8, 20.9]],
];

const areas = told.map(([name, each]): Area => ({
  key: name,
  name,
  role: name === 'Thornshire' ? 'own' : 'other',
  value: value(each),
  ...limits(each),
}));

/** A block of three by three with slanted borders. */
const outlines = areas.map(({ key }, at): Outline => {
  const corner = (across: number, down: number): PlanePoint => [
    across * 400 + ((down * 130) % 170),
    down * 300 + ((across * 90) % 140),
  ];
  const [column, row] = [at % 3, Math.floor(at / 3)];
  const ring = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
  ];
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return {
    key,
    path: pathOfRings([ring]),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
});

const shared = {
  ...figure,
  finding: 'Port Merrin has the largest share of children in poor families',
  measure: 'Children in families on low incomes',
  unit,
  period: '2024-25',
};

export const countyMap: ChoroplethProps = {
  ...shared,
  id: 'county-map',
  areas,
  classing: classesOf(areas, { method: 'quantile', unit }),
  outlines,
};

export const countyTiles: TileMapProps = {
  ...shared,
  id: 'county-tiles',
  areas,
  classing: classesOf(areas, { method: 'equal', unit }),
  tiles: areas.map(({ key }, at) => ({ key, column: at % 3, row: Math.floor(at / 3) })),
};

const many = Array.from({ length: 90 }, (_, at): Area => ({
  key: `area ${at}`,
  name: `Place ${String.fromCharCode(65 + (at % 26))}${at}`,
  role: at === 40 ? 'own' : 'other',
  value: { kind: 'number', number: ((at * 37) % 101) / 3 },
}));

export const manyTiles: TileMapProps = {
  ...shared,
  id: 'many-tiles',
  areas: many,
  classing: classesOf(many, { method: 'quantile', unit }),
  tiles: placeTiles(many.map(({ key }, at) => ({ key, middle: [(at * 53) % 97, (at * 71) % 131] }))),
};
