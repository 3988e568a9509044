import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const closeness = {
  e: 'extremely close',
  v: 'very close',
  c: 'close',
  s: 'somewhat close',
  n: 'not close',
} as const;

/** How like the publisher calls two authorities. */
export type Closeness = (typeof closeness)[keyof typeof closeness];

/** One neighbour, by the three-digit number of the Department for Education. */
export type Neighbour = { readonly dfeCode: string; readonly closeness: Closeness };

/** One year's statistical neighbours; name it wherever it is used, for sets differ. */
export type NeighbourSet = {
  readonly year: number;
  readonly name: string;
  readonly source: string;
  /** ten neighbours, nearest first, by the authority's three-digit number */
  readonly neighbours: ReadonlyMap<string, readonly Neighbour[]>;
};

const dfeCode = z.string().regex(/^\d{3}$/);
const letters = z.enum(['e', 'v', 'c', 's', 'n']);

const set = z.strictObject({
  year: z.int(),
  name: z.string().min(1),
  source: z.string().min(1),
  neighbours: z.record(dfeCode, z.string()),
});

/**
 * Reads neighbour sets in the shape of `neighbours.yaml`, newest first.
 * @throws an Error on a row that is not ten numbers with a letter each, names an authority as its own neighbour, or
 * names a neighbour twice
 */
export function readNeighbourSets(text: string): readonly NeighbourSet[] {
  return z
    .array(set)
    .parse(parse(text, { maxAliasCount: 0 }))
    .map((each) => ({
      ...each,
      neighbours: new Map(
        Object.entries(each.neighbours).map(([authority, row]) => [authority, neighboursIn(authority, row)]),
      ),
    }))
    .toSorted((left, right) => right.year - left.year);
}

let own: readonly NeighbourSet[] | undefined;

/** The neighbour sets that the project knows, newest first, read once from `neighbours.yaml` beside this file. */
export function statisticalNeighbours(): readonly NeighbourSet[] {
  own ??= readNeighbourSets(readFileSync(new URL('neighbours.yaml', import.meta.url), 'utf8'));
  return own;
}

function neighboursIn(authority: string, row: string): readonly Neighbour[] {
  const found = row.split(' ').map((text) => ({
    dfeCode: dfeCode.parse(text.slice(0, -1)),
    closeness: closeness[letters.parse(text.slice(-1))],
  }));
  const different = new Set(found.map((each) => each.dfeCode));
  if (found.length !== 10 || different.size !== 10 || different.has(authority)) {
    throw new Error(`neighbours: ${authority} should have ten different neighbours, none of them itself`);
  }
  return found;
}
