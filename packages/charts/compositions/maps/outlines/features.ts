import type { feature } from 'topojson-client';

type Topology = Parameters<typeof feature>[0];
type GeometryCollection = Extract<Topology['objects'][string], { type: 'GeometryCollection' }>;

/** One thing of a file: what is said of it, and its shape as it came. */
export type FoundFeature = {
  properties: Readonly<Record<string, unknown>>;
  geometry: { type: string; coordinates: unknown };
};

/** Whether a parsed value is an object with names, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The features of a collection, or the one feature that stands alone; undefined where it is neither. */
export function featuresIn(parsed: unknown): FoundFeature[] | undefined {
  if (!isRecord(parsed)) return undefined;
  if (parsed['type'] === 'Feature') return featuresIn({ type: 'FeatureCollection', features: [parsed] });
  const { type, features } = parsed;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return undefined;
  return features.map((one: unknown): FoundFeature => {
    const properties = isRecord(one) && isRecord(one['properties']) ? one['properties'] : {};
    const geometry = isRecord(one) ? one['geometry'] : undefined;
    if (!isRecord(geometry)) return { properties, geometry: { type: 'none', coordinates: undefined } };
    return {
      properties,
      geometry: { type: String(geometry['type']), coordinates: geometry['coordinates'] },
    };
  });
}

/** A layer of a topology, with the topology that it stands in. */
export type Layer = { topology: Topology; object: GeometryCollection };

/** The layers of a topology by name; undefined where it is none. */
export function layersIn(parsed: Record<string, unknown>): ReadonlyMap<string, Layer> | undefined {
  if (!isTopology(parsed)) return undefined;
  const layers = new Map<string, Layer>();
  for (const [name, object] of Object.entries(parsed.objects))
    if (object.type === 'GeometryCollection') layers.set(name, { topology: parsed, object });
  return layers;
}

function isTopology(parsed: unknown): parsed is Topology {
  if (!isRecord(parsed) || parsed['type'] !== 'Topology') return false;
  const { objects, arcs } = parsed;
  return (
    isRecord(objects) &&
    Object.values(objects).every(
      (one) => isRecord(one) && (one['type'] !== 'GeometryCollection' || Array.isArray(one['geometries'])),
    ) &&
    Array.isArray(arcs) &&
    arcs.every((arc) => Array.isArray(arc) && arc.every(isPair))
  );
}

type Position = readonly [number, number];
type Rings = readonly (readonly Position[])[];

/** The polygons of a shape; or that it is no area, or that a ring of it is broken (no number, not closed, too few points). */
export function coordinatesOf({
  type,
  coordinates,
}: FoundFeature['geometry']): readonly Rings[] | 'not-an-area' | 'broken' {
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'not-an-area';
  const given: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(given) || given.length === 0) return 'broken';
  const polygons: Rings[] = [];
  for (const polygon of given) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'broken';
    const rings: (readonly Position[])[] = [];
    for (const ring of polygon) {
      if (!isRing(ring)) return 'broken';
      rings.push(ring.map(([x, y]): Position => [x, y]));
    }
    polygons.push(rings);
  }
  return polygons;
}

function isRing(ring: unknown): ring is Position[] {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPair)) return false;
  const [first, last]: (Position | undefined)[] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

function isPair(point: unknown): point is Position {
  return Array.isArray(point) && point.length >= 2 && Number.isFinite(point[0]) && Number.isFinite(point[1]);
}
