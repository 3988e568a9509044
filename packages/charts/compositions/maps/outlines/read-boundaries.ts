import { feature } from 'topojson-client';
import { done, refuse, type Read } from './read.ts';
import { coordinatesOf, featuresIn, isRecord, layersIn, type FoundFeature } from './features.ts';

/** One area of a boundary file, in degrees: longitude first. */
export type Boundary = {
  code: string;
  name: string;
  /** the years for which the file says that the area stood */
  from: number | undefined;
  until: number | undefined;
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
};

/** Why a boundary file is not read. `place` names the area at fault, as far as the file says which. */
export type BoundaryRefusal =
  | { reason: 'not-a-boundary-file' }
  | { reason: 'layers-to-choose'; layers: readonly string[] }
  | { reason: 'layer-missing'; layer: string; layers: readonly string[] }
  | { reason: 'no-areas' }
  | { reason: 'no-codes'; place: string; properties: readonly string[] }
  | { reason: 'not-an-area'; place: string; type: string }
  | { reason: 'ring-broken'; place: string }
  | { reason: 'other-coordinate-system'; place: string; system: string }
  | { reason: 'not-degrees'; place: string; found: string }
  | { reason: 'turned-round'; place: string; found: string }
  | { reason: 'far-away'; place: string; found: string }
  | { reason: 'area-twice'; place: string };

/**
 * Reads GeoJSON (RFC 7946) or TopoJSON (version 1) that has been parsed as JSON. Codes are found in the properties
 * ("utla21_code", "LSOA21CD", "areacd"), with names and years beside them; a TopoJSON of several layers has to be told which.
 */
export function readBoundaries(parsed: unknown, layer?: string): Read<readonly Boundary[], BoundaryRefusal> {
  const features = featuresOf(parsed, layer);
  if (!features.done) return features;
  if (features.value.length === 0) return refuse({ reason: 'no-areas' });
  const boundaries: Boundary[] = [];
  const seen = new Set<string>();
  for (const [at, one] of features.value.entries()) {
    const read = boundaryOf(one, at);
    if (!read.done) return read;
    const key = `${read.value.code} ${read.value.from ?? ''} ${read.value.until ?? ''}`;
    if (seen.has(key)) return refuse({ reason: 'area-twice', place: placeOf(one, at) });
    seen.add(key);
    boundaries.push(read.value);
  }
  return done(boundaries);
}

function featuresOf(
  parsed: unknown,
  layer: string | undefined,
): Read<readonly FoundFeature[], BoundaryRefusal> {
  if (!isRecord(parsed)) return refuse({ reason: 'not-a-boundary-file' });
  if (parsed['type'] === 'Topology') return layerOf(parsed, layer);
  const system = systemOf(parsed);
  const features = featuresIn(parsed);
  if (!features) return refuse({ reason: 'not-a-boundary-file' });
  const [first] = features;
  if (system !== undefined && first)
    return refuse({ reason: 'other-coordinate-system', place: placeOf(first, 0), system });
  return done(features);
}

function layerOf(
  topology: Record<string, unknown>,
  layer: string | undefined,
): Read<readonly FoundFeature[], BoundaryRefusal> {
  const layers = layersIn(topology);
  if (!layers) return refuse({ reason: 'not-a-boundary-file' });
  const names = [...layers.keys()];
  const chosen = layer ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined) return refuse({ reason: 'layers-to-choose', layers: names });
  const found = layers.get(chosen);
  if (!found) return refuse({ reason: 'layer-missing', layer: chosen, layers: names });
  try {
    const features = featuresIn(feature(found.topology, found.object));
    return features ? done(features) : refuse({ reason: 'not-a-boundary-file' });
  } catch {
    // an arc that is named and not there
    return refuse({ reason: 'not-a-boundary-file' });
  }
}

/** A system of coordinates that is named and is not degrees of longitude and latitude. */
function systemOf(parsed: Record<string, unknown>): string | undefined {
  const { crs } = parsed;
  if (!isRecord(crs) || !isRecord(crs['properties'])) return undefined;
  const { name } = crs['properties'];
  if (typeof name !== 'string' || /CRS:?84|EPSG:{1,2}(?:\d*:)?4326$/i.test(name)) return undefined;
  return name;
}

const codeShape = /^[A-Z]\d{8}$/;

/** The properties that hold the code, the name and the years; the one named like a code before any other. */
function factsOf({ properties }: FoundFeature) {
  const entries = Object.entries(properties);
  const coded = entries.filter(([, value]) => typeof value === 'string' && codeShape.test(value.trim()));
  const code = coded.find(([key]) => /cd$|code|^id$/i.test(key)) ?? coded[0];
  const stem = code?.[0].replace(/(?:_?code|cd)$/i, '') ?? '';
  const named = entries.filter(([key, value]) => typeof value === 'string' && /nm$|name$/i.test(key));
  const name = named.find(([key]) => stem !== '' && key.startsWith(stem)) ?? named[0];
  const year = (key: string) => {
    const value = Number(properties[key] ?? Number.NaN);
    return Number.isInteger(value) && value > 1800 && value < 2200 ? value : undefined;
  };
  return {
    code: code === undefined ? undefined : String(code[1]).trim(),
    name: name === undefined ? undefined : String(name[1]).trim(),
    from: year('start'),
    until: year('end'),
  };
}

function placeOf(one: FoundFeature, at: number): string {
  const { code, name } = factsOf(one);
  if (name !== undefined && code !== undefined) return `${name} (${code})`;
  return name ?? code ?? `area ${at + 1} of the file`;
}

function boundaryOf(one: FoundFeature, at: number): Read<Boundary, BoundaryRefusal> {
  const { code, name, from, until } = factsOf(one);
  const place = placeOf(one, at);
  if (code === undefined)
    return refuse({ reason: 'no-codes', place, properties: Object.keys(one.properties).slice(0, 8) });
  const polygons = coordinatesOf(one.geometry);
  if (polygons === 'not-an-area') return refuse({ reason: 'not-an-area', place, type: one.geometry.type });
  if (polygons === 'broken') return refuse({ reason: 'ring-broken', place });
  const wrong = wrongPoint(polygons.flat(2));
  if (wrong) return refuse({ ...wrong, place });
  return done({ code, name: name ?? code, from, until, polygons });
}

type WrongPoint = { reason: 'not-degrees' | 'turned-round' | 'far-away'; found: string };

/** The first point that cannot be a longitude and a latitude in or round Britain. */
function wrongPoint(points: readonly (readonly [number, number])[]): WrongPoint | undefined {
  for (const [longitude, latitude] of points) {
    const found = `${longitude}, ${latitude}`;
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return { reason: 'not-degrees', found };
    if (isNearBritain(longitude, latitude)) continue;
    return { reason: isNearBritain(latitude, longitude) ? 'turned-round' : 'far-away', found };
  }
  return undefined;
}

function isNearBritain(longitude: number, latitude: number): boolean {
  return longitude >= -11 && longitude <= 3 && latitude >= 49 && latitude <= 62;
}
