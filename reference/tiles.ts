import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Where an area stands on a tile map: column and row from the top left, from 0. */
export type WrittenTile = { readonly key: string; readonly column: number; readonly row: number };

const place = z.tuple([z.int().min(0).max(40), z.int().min(0).max(40)]);

const layouts = z.strictObject({
  regions: z.record(z.string().regex(/^E\d{8}$/), place),
  councils: z.record(z.string().regex(/^E\d{8}$/), place),
});

/**
 * Reads tile layouts in the shape of `tiles.yaml`.
 * @throws an Error where two areas of one layout stand on the same tile
 */
export function readTiles(text: string): readonly (readonly WrittenTile[])[] {
  const read = layouts.parse(parse(text, { maxAliasCount: 0 }));
  return Object.entries(read).map(([layout, places]) => {
    const taken = new Set<string>();
    return Object.entries(places).map(([key, [column, row]]) => {
      const at = `${column} ${row}`;
      if (taken.has(at)) throw new Error(`tiles: ${key} stands on another area of ${layout}`);
      taken.add(at);
      return { key, column, row };
    });
  });
}

let own: readonly (readonly WrittenTile[])[] | undefined;

/** The tiles of these areas, from the one layout that holds all of them; none where no layout does. */
export function tilesOf(codes: readonly string[]): readonly WrittenTile[] {
  own ??= readTiles(readFileSync(new URL('tiles.yaml', import.meta.url), 'utf8'));
  const wanted = new Set(codes);
  const found = own.map((layout) => layout.filter(({ key }) => wanted.has(key)));
  return found.find((tiles) => tiles.length === wanted.size && tiles.length > 0) ?? [];
}
