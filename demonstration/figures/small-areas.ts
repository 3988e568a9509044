import { county, neighbours, region, zones } from '../county.ts';
import { seed } from '../measures/invented-values.ts';
import { share } from '../measures/seeded.ts';
import { cellsAround, type Place, type Polygon } from './voronoi.ts';

/** One invented small area: where it lies, how many children live there, how deprived and how rural it is. */
export type InventedSmallArea = {
  code: string;
  name: string;
  zone: string;
  ward: string;
  children: number;
  tenth: number;
  ruralUrban: 'rural' | 'urban';
  outline: Polygon;
};

/** The sea that the invented counties lie in: nobody lives there, so no map of them is taken for a real one. */
const land: Polygon = [
  [-10.2, 49.3],
  [-7.8, 49.1],
  [-6.9, 49.6],
  [-7.1, 50.7],
  [-8.6, 51.1],
  [-10.4, 50.4],
];

/** Where each county lies, about; ours in the middle. */
const countyPlaces: readonly Place[] = [county, ...neighbours].map(({ code }, at) => {
  if (at === 0) return { key: code, at: [-8.65, 50.1] };
  const turn = (2 * Math.PI * (at - 1)) / neighbours.length + 0.3;
  const far = 0.8 + 0.35 * share(seed, 'far', code);
  return { key: code, at: [-8.65 + far * 1.35 * Math.cos(turn), 50.1 + far * 0.82 * Math.sin(turn)] };
});

/** The counties' outlines, by code. */
function countyOutlines(): ReadonlyMap<string, Polygon> {
  return cellsAround(countyPlaces, land);
}

/** How deprived a zone is on the whole, from 1 to 10, in the order of the zones; the harbour is the poorest. */
const zoneTenths = [5, 8, 4, 7, 6, 8, 2];

const perZone = 8;

/** Eight small areas for each zone of the county, the same every time. */
export function inventedSmallAreas(): readonly InventedSmallArea[] {
  const places = zones.flatMap(({ key }, zone) =>
    Array.from({ length: perZone }, (_, at): Place => ({ key: `${key} ${at + 1}`, at: placeOf(zone, at) })),
  );
  const own = countyOutlines().get(county.code) ?? [];
  const cells = cellsAround(places, own);
  return zones.flatMap((zone, index) => {
    const parts = Array.from({ length: perZone }, (_, at) => 0.6 + share(seed, 'part', zone.key, at));
    const all = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part, at): InventedSmallArea => {
      const number = index * perZone + at + 1;
      const drawn = (zoneTenths[index] ?? 5) + Math.round(4 * share(seed, 'tenth', zone.key, at) - 2);
      return {
        code: `X4${String(number).padStart(7, '0')}`,
        name: `${zone.name} ${String(at + 1).padStart(3, '0')}`,
        zone: zone.name,
        // wards run across the borders of zones
        ward: wards[Math.floor(((number + 2) % (zones.length * perZone)) / 7)] ?? 'Moorgate',
        children: Math.round((zone.children * 0.715 * part) / all),
        tenth: Math.min(10, Math.max(1, drawn)),
        ruralUrban: isRural(zone.setting, at) ? 'rural' : 'urban',
        outline: cells.get(`${zone.key} ${at + 1}`) ?? [],
      };
    });
  });
}

const wards = ['Abbot’s Lea', 'Beacon', 'Castle', 'Drovers', 'Eastgate', 'Fellside', 'Granary', 'Harbour'];

function isRural(setting: (typeof zones)[number]['setting'], at: number): boolean {
  return setting === 'villages' ? at < 6 : setting === 'coast' ? at < 3 : at < 1;
}

/** Where a small area lies: round the middle of its zone, the zones round the middle of the county. */
function placeOf(zone: number, at: number): readonly [number, number] {
  // the county town, the third, lies in the middle
  const turn = (2 * Math.PI * (zone > 2 ? zone - 1 : zone)) / (zones.length - 1);
  const far = zone === 2 ? 0 : 0.215;
  const near = 0.1 * Math.sqrt((at + 0.5) / perZone);
  const around = 2.4 * at + 6 * share(seed, 'turn', zone);
  return [
    -8.65 + 1.45 * (far * Math.cos(turn) + near * Math.cos(around)),
    50.1 + 0.95 * (far * Math.sin(turn) + near * Math.sin(around)),
  ];
}

/** A list of small areas as an analyst would hand it in. */
export function smallAreaList(areas: readonly InventedSmallArea[]): string {
  const rows = areas.map(({ code, name, children, tenth, ruralUrban }) =>
    [code, name, children, tenth, ruralUrban].join(','),
  );
  return `${['code,name,children,deprivation decile,rural or urban', ...rows].join('\n')}\n`;
}

/** Boundaries of the counties and of the small areas, in degrees, as GeoJSON. */
export function boundaryFile(areas: readonly InventedSmallArea[]): string {
  const names = new Map([county, ...neighbours].map(({ code, name }) => [code, name]));
  const counties = [...countyOutlines()].map(([code, outline]) =>
    feature(code, names.get(code) ?? code, outline),
  );
  const parts = areas.map(({ code, name, outline }) => feature(code, name, outline));
  return JSON.stringify({ type: 'FeatureCollection', name: region.name, features: [...counties, ...parts] });
}

function feature(code: string, name: string, outline: Polygon) {
  const [first] = outline;
  return {
    type: 'Feature',
    properties: { areacd: code, areanm: name },
    geometry: { type: 'Polygon', coordinates: [first ? [...outline, first] : []] },
  };
}

/** Children in crowded homes, by small area, with the county's own sum: a table as a publisher could give it. */
export function crowdedHomesTable(areas: readonly InventedSmallArea[]): string {
  const years = [2022, 2023, 2024];
  const rows = years.flatMap((year) => {
    const counted = areas.map(({ code, name, children, tenth }, at) => {
      const part =
        0.05 + 0.032 * (10 - tenth) + 0.04 * share(seed, 'crowded', at, year) + 0.004 * (year - 2022);
      return { code, name, children, crowded: Math.round(children * part) };
    });
    const sum = {
      code: county.code,
      name: county.name,
      children: counted.reduce((all, { children }) => all + children, 0),
      crowded: counted.reduce((all, { crowded }) => all + crowded, 0),
    };
    return [...counted, sum].map(({ code, name, children, crowded }) =>
      [code, name, year, ((100 * crowded) / children).toFixed(1), crowded, children].join(','),
    );
  });
  return `${['area code,area name,calendar year,value,count,denominator', ...rows].join('\n')}\n`;
}
