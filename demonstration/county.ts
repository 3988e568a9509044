/**
 * The invented county of Brackenshire, its zones, its region and its neighbours. No such places exist.
 *
 * Invented areas have codes of their own: X and eight figures where the Office for National Statistics writes E and eight
 * figures, and three-figure numbers below 200, where the Department for Education has none. So neither can ever be taken for a
 * real one, and files in the publishers' formats can still hold them.
 */

export type InventedArea = {
  code: string;
  /** what stands in the place of the Department for Education's number */
  number: string;
  name: string;
  kind: 'country' | 'region' | 'county';
  /** the region it lies in; the country and the regions have none */
  regionName?: string;
  /** children from birth to 17 */
  children: number;
};

export type Zone = {
  key: string;
  code: string;
  name: string;
  /** for people: what sort of place it is */
  about: string;
  /** children and young people from birth to 24 */
  children: number;
  /** market town, coast, villages… decides how far things are */
  setting: 'town' | 'coast' | 'villages';
};

export type Partnership = {
  slug: string;
  name: string;
  shortName: string;
  strapline: string;
  /** the header band and primary buttons; white text on it has a contrast of 7.9 */
  brandColour: string;
  isInvented: true;
};

export const region: InventedArea = {
  code: 'X12000001',
  number: '199',
  name: 'Saltmoor and The Vale',
  kind: 'region',
  children: 612400,
};

export const county: InventedArea = {
  code: 'X10000001',
  number: '101',
  name: 'Brackenshire',
  kind: 'county',
  regionName: region.name,
  children: 61240,
};

/** The one real name and code, because every comparison is with it. All figures beside it are invented. */
export const england: InventedArea = {
  code: 'E92000001',
  number: '970',
  name: 'England',
  kind: 'country',
  children: 12000000,
};

/** The county's statistical neighbours, nearest first. */
export const neighbours: readonly InventedArea[] = [
  neighbour('X10000002', '102', { name: 'Corveshire', regionName: region.name, children: 58310 }),
  neighbour('X10000003', '103', { name: 'Hartlewold', regionName: 'Northern Wolds', children: 66870 }),
  neighbour('X10000004', '104', { name: 'Ashmarch', regionName: 'Northern Wolds', children: 49120 }),
  neighbour('X10000005', '105', { name: 'Marrowdale', regionName: region.name, children: 71450 }),
  neighbour('X10000006', '106', { name: 'Lowenshire', regionName: 'Isle and Fen', children: 54080 }),
  neighbour('X10000007', '107', { name: 'Netherfold', regionName: 'Isle and Fen', children: 43260 }),
  neighbour('X10000008', '108', { name: 'Dalemere', regionName: 'Northern Wolds', children: 88730 }),
  neighbour('X10000009', '109', { name: 'Kestrelshire', regionName: region.name, children: 95210 }),
  neighbour('X10000010', '110', { name: 'Ravensmere', regionName: 'Isle and Fen', children: 37940 }),
  neighbour('X10000011', '111', { name: 'Thornmoor', regionName: 'Northern Wolds', children: 2140 }),
];

/** Family partnership zones, in the order of the alphabet. Their children add up to the 85,690 of the county. */
export const zones: readonly Zone[] = [
  {
    key: 'alderwick',
    code: 'X20000001',
    name: 'Alderwick',
    about: 'Hill farms and an old cloth town, with one road in and one bus out.',
    children: 8940,
    setting: 'villages',
  },
  {
    key: 'bramblecote',
    code: 'X20000002',
    name: 'Bramblecote',
    about: 'New estates round a village that still has a pond.',
    children: 13280,
    setting: 'town',
  },
  {
    key: 'coppermouth',
    code: 'X20000003',
    name: 'Coppermouth',
    about: 'The county town, where the hospital, the college and the last bus are.',
    children: 21460,
    setting: 'town',
  },
  {
    key: 'dunmarsh',
    code: 'X20000004',
    name: 'Dunmarsh',
    about: 'Wide, flat and green, with the farthest walk to a swing.',
    children: 7310,
    setting: 'villages',
  },
  {
    key: 'elmstow',
    code: 'X20000005',
    name: 'Elmstow',
    about: 'A market town with a good library and a loud brass band.',
    children: 14120,
    setting: 'town',
  },
  {
    key: 'fernhythe',
    code: 'X20000006',
    name: 'Fernhythe',
    about: 'Woods, a river and a special school that the whole county knows.',
    children: 9870,
    setting: 'villages',
  },
  {
    key: 'gullhaven',
    code: 'X20000007',
    name: 'Gullhaven',
    about: 'A harbour with more gulls than jobs, and people who look after each other.',
    children: 10710,
    setting: 'coast',
  },
];

export const partnership: Partnership = {
  slug: 'brackenshire',
  name: "Brackenshire Children and Young People's Partnership",
  shortName: 'Unfurl',
  strapline: 'Growing up in Brackenshire',
  brandColour: '#265b3c',
  isInvented: true,
};

type NeighbourFacts = { name: string; regionName: string; children: number };

function neighbour(code: string, number: string, facts: NeighbourFacts): InventedArea {
  return { code, number, kind: 'county', ...facts };
}
