import type { LoadBoundariesRefusal } from './load-boundaries.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Why boundaries were not loaded, with the place at fault and what to do. */
export const boundaryWords: WordsFor<LoadBoundariesRefusal> = {
  'not-allowed': () => 'Only an analyst may load boundaries',
  'file-too-large': ({ bytes, most }) =>
    `The file has ${megabytes(bytes)}, more than ${megabytes(most)}. Download the ultra-generalised boundaries: no picture shows more`,
  'not-json': ({ found }) =>
    `The file is no GeoJSON or TopoJSON: it begins with “${found}”. A shapefile has to be saved as GeoJSON first`,
  'not-a-boundary-file': () =>
    'The file is no GeoJSON or TopoJSON of areas. Download boundaries in one of these forms',
  'layers-to-choose': ({ layers }) =>
    `The file holds several layers: ${layers.join(', ')}. Write the name of the one to load`,
  'layer-missing': ({ layer, layers }) => `The file has no layer “${layer}”. It has: ${layers.join(', ')}`,
  'no-areas': () => 'The file holds no areas',
  'no-codes': ({ place, properties }) =>
    `${place} has no nine-character code, such as E10000020. Its properties are: ${properties.join(', ') || 'none'}`,
  'not-an-area': ({ place, type }) =>
    `${place} is ${type === 'none' ? 'nothing that can be drawn' : `a ${type}`}, and not an area. Load a file of polygons`,
  'ring-broken': ({ place }) =>
    `The border of ${place} is broken: a ring is not closed, or has no numbers. Download the file again`,
  'other-coordinate-system': ({ place, system }) =>
    `The file is in another system of coordinates (${system}), from ${place} on. Save it as longitude and latitude (WGS 84, EPSG:4326)`,
  'not-degrees': ({ place, found }) =>
    `${place} stands at ${found}, which is no longitude and latitude: it looks like the British National Grid. Save the file as WGS 84 (EPSG:4326)`,
  'turned-round': ({ place, found }) =>
    `${place} stands at ${found}: latitude before longitude. Save the file with longitude first`,
  'far-away': ({ place, found }) =>
    `${place} stands at ${found}, far from Britain. Check the system of coordinates`,
  'area-twice': ({ place }) => `${place} stands twice in the file, for the same years. Keep one of the two`,
  'none-known': ({ place, areas }) =>
    `None of the ${areas.toLocaleString('en-GB')} areas of the file is known here; the first is ${place}. Bring in the list of your small areas first, or load the boundaries of councils`,
};
