import type { FileAtHand } from './figure-parts.ts';
import type { ListGround, ListRead } from './list-read.ts';
import { readAreaList, readAreaMap } from './read-areas.ts';
import { readMap } from '../measure-map/read-map.ts';
import { readDictionary } from './read-dictionary.ts';
import { readNeighbourSet } from './read-neighbours.ts';

/** Reads a file that holds facts and no figures. */
export async function readList(file: FileAtHand, ground: ListGround): Promise<ListRead> {
  switch (file.format) {
    case 'lait-dictionary':
      return readDictionary(file, ground);
    case 'neighbours':
      return readNeighbourSet(file, ground);
    case 'code-map':
      return readAreaMap(file, ground);
    case 'measure-map':
      return readMap(file, ground);
    case 'lait-areas':
      return readAreaList(file);
    default:
      throw new RangeError(`no list is read from ${file.format}`);
  }
}
