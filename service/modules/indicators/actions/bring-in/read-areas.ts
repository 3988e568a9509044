import { readCodeMap, readLaitAreas } from '../../domain/formats/area-lists.ts';
import type { MappedArea } from '../../domain/formats/area-lists.ts';
import type { OwnArea } from '../../domain/bringing-in/places.ts';
import { keepAreas, ownAreas } from '../../store/areas.ts';
import { nationalArea, nationalAreasNumbered } from '../../store/reference-lists.ts';
import type { FileAtHand } from './figure-parts.ts';
import { withSource } from './handed-file.ts';
import { counted, firstOf, listRead } from './list-read.ts';
import type { ListGround, ListRead } from './list-read.ts';

/**
 * Reads the map between three digits and nine characters, and holds it against the areas that we wrote down: they stay
 * as they are, and a difference is told. Only areas that are nobody's (X in place of E) are kept from it.
 */
export async function readAreaMap(file: FileAtHand, { act }: ListGround): Promise<ListRead> {
  const read = await withSource(file, readCodeMap);
  const before = await act('read', ownAreas);
  const own = new Map(before.map((area) => [area.code, area]));
  const invented = read.areas.filter(({ code }) => code.startsWith('X'));
  const kept = invented.map((area) => inventedArea(area, own.get(area.code)));
  const fresh = kept.filter(({ code }) => !own.has(code));
  return listRead({
    rowsRead: read.rowsRead,
    refused: read.refused,
    differences: [
      `It names ${counted(read.areas.length, 'area')}.`,
      ...(invented.length > 0
        ? [
            `${counted(fresh.length, 'invented area')} would be added, and ${kept.length - fresh.length} are here already.`,
          ]
        : []),
      ...firstOf(read.areas.filter(({ code }) => !code.startsWith('X')).flatMap(sayDifference), 'difference'),
    ],
    apply: (ctx) => keepAreas(ctx, kept),
  });
}

function inventedArea({ code, dfeCode, name }: MappedArea, before: OwnArea | undefined): OwnArea {
  return { code, dfeCode, name, kind: before?.kind ?? 'county', regionCode: before?.regionCode };
}

function sayDifference({ code, dfeCode, name }: MappedArea): string[] {
  const known = nationalArea(code);
  if (!known)
    return [
      `${name} (${code}, ${dfeCode}) is not among the areas that we wrote down: it is new, or closed long ago.`,
    ];
  const numbered = nationalAreasNumbered(dfeCode).some((area) => area.code === code);
  return numbered
    ? []
    : [`${name} (${code}) has the number ${dfeCode} here, and another in our list of areas.`];
}

/** Reads LAIT's list of areas and holds it against ours; nothing of it is kept. */
export async function readAreaList(file: FileAtHand): Promise<ListRead> {
  const read = await withSource(file, readLaitAreas);
  const unknown = read.areas.filter(({ dfeCode }) => nationalAreasNumbered(dfeCode).length === 0);
  return listRead({
    rowsRead: read.rowsRead,
    refused: read.refused,
    differences: [
      `It names ${counted(read.areas.length, 'area')}; ${read.areas.length - unknown.length} of their numbers are in our own list. Nothing is changed by it.`,
      ...firstOf(
        unknown.map(({ dfeCode, name }) => `${name} (${dfeCode}) is not among the areas that we wrote down.`),
        'area',
      ),
    ],
    apply: async () => {},
  });
}
