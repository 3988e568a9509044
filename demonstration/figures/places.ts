import {
  bringInWithColumns,
  drawZones,
  loadBoundaries,
  loadSmallAreas,
  type Act,
} from '#modules/indicators/index.ts';
import { dayOf } from '#platform/kernel/day.ts';
import {
  boundaryFile,
  inventedSmallAreas,
  crowdedHomesTable,
  smallAreaList,
  type InventedSmallArea,
} from './small-areas.ts';

/** When the invented zones were drawn. */
const drawnFrom = dayOf(2023, 4, 1);

const crowdedHomes = {
  name: 'invented-crowded-homes-by-small-area.csv',
  headers: ['area code', 'area name', 'calendar year', 'value', 'count', 'denominator'],
  reading: {
    layout: {
      area: 'area code',
      areaName: 'area name',
      time: { in: 'one-column' as const, column: 'calendar year', years: 'calendar' as const },
      value: 'value',
      beside: { count: 'count', denominator: 'denominator' },
      groups: [],
      everybody: [],
    },
    measure: {
      named: 'new' as const,
      title: 'Children in crowded homes',
      unit: '%',
      kind: 'proportion' as const,
      polarity: 'low-is-good' as const,
      publisher: 'An invented department',
      publication: 'Homes by small area',
    },
  },
};

/** Small areas, their boundaries, two sets of zones that cross, and a measure by small area, each by its front door. */
export async function loadPlaces(act: Act, keepIn: string): Promise<void> {
  const areas = inventedSmallAreas();
  const [header = '', ...lines] = smallAreaList(areas).trimEnd().split('\n');
  const rows = lines.map((line, at) => ({ line: at + 2, cells: line.split(',') }));
  await must(
    'small areas',
    act('write', (ctx) =>
      loadSmallAreas(ctx, {
        fileName: 'invented-small-areas.csv',
        table: { headers: header.split(','), rows },
      }),
    ),
  );
  await must(
    'boundaries',
    act('write', (ctx) =>
      loadBoundaries(ctx, {
        fileName: 'invented-boundaries.geojson',
        bytes: new TextEncoder().encode(boundaryFile(areas)),
        source: 'invented',
        layer: undefined,
      }),
    ),
  );
  await drawSets(act, areas);
  await must(
    'crowded homes',
    bringInWithColumns(act, { ...crowdedHomes, text: crowdedHomesTable(areas), keepIn }),
  );
}

/** Two sets of zones that cross: a reader can lay one over the other. */
async function drawSets(act: Act, areas: readonly InventedSmallArea[]): Promise<void> {
  const sets = [
    { name: 'Family partnership zones', of: (area: InventedSmallArea) => area.zone },
    { name: 'Wards', of: (area: InventedSmallArea) => area.ward },
  ];
  for (const { name, of } of sets)
    await must(
      name,
      act('write', (ctx) =>
        drawZones(ctx, {
          name,
          from: drawnFrom,
          until: undefined,
          fileName: 'invented-zones.csv',
          header: 'code',
          assigned: areas.map((area) => ({ code: area.code, zone: of(area) })),
          leaving: 'nothing-left-out',
        }),
      ),
    );
}

async function must(
  what: string,
  came: Promise<{ done: true } | { done: false; refusal: { reason: string } }>,
): Promise<void> {
  const outcome = await came;
  if (!outcome.done) throw new Error(`invented ${what}: ${JSON.stringify(outcome.refusal)}`);
}
