import { readNeighbours } from '../../domain/formats/neighbours.ts';
import type { NeighbourRow } from '../../domain/formats/neighbours.ts';
import { refusedRow } from '../../domain/observation.ts';
import type { RefusedRow } from '../../domain/observation.ts';
import { keepNeighbours, neighboursOf, neighbourSets } from '../../store/neighbours.ts';
import type { NeighbourList } from '../../store/neighbours.ts';
import type { FileAtHand } from './figure-parts.ts';
import { withSource } from './handed-file.ts';
import { counted, listRead } from './list-read.ts';
import type { ListGround, ListRead } from './list-read.ts';

/** Reads a set of statistical neighbours; an area whose own number, or a neighbour's, is not known is refused whole. */
export async function readNeighbourSet(file: FileAtHand, { act, find }: ListGround): Promise<ListRead> {
  const read = await withSource(file, readNeighbours);
  const today = await act('read', async (ctx) => ctx.today);
  const codeOf = (dfeCode: string): string | undefined => {
    const placed = find({ dfeCode, name: '' }, today);
    return placed.kind === 'found' ? placed.code : undefined;
  };
  const lists: NeighbourList[] = [];
  const refused = [...read.refused];
  for (const row of read.rows) {
    const list = listOf(row, codeOf);
    if ('reason' in list) refused.push(list);
    else lists.push(list);
  }
  const differences = await act('read', async (ctx) => {
    const sets = await neighbourSets(ctx);
    let same = 0;
    for (const list of lists) {
      const before = (await neighboursOf(ctx, list.areaCode)).find(({ set }) => set === list.set);
      if (JSON.stringify(before?.neighbours) === JSON.stringify(list.neighbours)) same += 1;
    }
    const named = [...new Set(lists.map(({ set }) => set))].join(' and ');
    const kept = sets.map(({ set, areas }) => `${set} (${areas} areas)`).join(', ');
    return [
      `It gives the ten nearest neighbours of ${counted(lists.length, 'area')}, the set of ${named}.`,
      `${same} are as they were brought in before; ${lists.length - same} are new or changed.`,
      ...(kept === '' ? [] : [`Sets brought in so far: ${kept}.`]),
    ];
  });
  return listRead({
    rowsRead: read.rowsRead,
    refused,
    differences,
    apply: (ctx) => keepNeighbours(ctx, lists),
  });
}

function listOf(
  row: NeighbourRow,
  codeOf: (dfeCode: string) => string | undefined,
): NeighbourList | RefusedRow {
  const areaCode = codeOf(row.area);
  if (areaCode === undefined) return unknownNumber(row.area);
  const neighbours: { code: string; closeness: string }[] = [];
  for (const { area, closeness } of row.neighbours) {
    const code = codeOf(area);
    if (code === undefined) return unknownNumber(area);
    neighbours.push({ code, closeness });
  }
  return { set: row.set, areaCode, neighbours };
}

function unknownNumber(text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line: 0,
    text,
    reason: 'unknown-area',
    words: `The number ${text} is that of no authority that is known here, or of one that has closed.`,
    mend: 'Nothing needs mending where the authority has closed. An invented area has to be brought in with its code map first.',
  });
}
