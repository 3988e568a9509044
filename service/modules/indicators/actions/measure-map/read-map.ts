import type { KeptMap } from '../../domain/bringing-in/matched-map.ts';
import { sayMap } from '../../domain/bringing-in/map-sentences.ts';
import type { ImportSummary } from '../../domain/bringing-in/summary.ts';
import { readMeasureMap } from '../../domain/formats/measure-map.ts';
import { matchedMap } from '../../queries/maps/matched-map.ts';
import type { FileAtHand } from '../bring-in/figure-parts.ts';
import { withSource } from '../bring-in/handed-file.ts';
import { listRead } from '../bring-in/list-read.ts';
import type { ListGround, ListRead } from '../bring-in/list-read.ts';
import { tieMap } from './tie-map.ts';

/**
 * Reads a map of outcomes to published measures. What it would tie is worked out against the strategies as they stand:
 * for the preview each time that it is looked at, and once more in the transaction that ties.
 */
export async function readMap(file: FileAtHand, { act, choices }: ListGround): Promise<ListRead> {
  const { ties, unanswered, refused, rowsRead } = await withSource(file, readMeasureMap);
  const map: KeptMap = { ties, unanswered, choices: { ...choices } };
  const { plans } = await act('read', (ctx) => matchedMap(ctx, map));
  const list = listRead({
    rowsRead,
    refused,
    differences: sayMap(plans, 'would'),
    apply: async (ctx) => {
      const settled = await tieMap(ctx, map);
      const kept: KeptMap = { ...map, ties: [], unanswered: [], settled: [...settled] };
      return { ...summary, differences: sayMap(settled, 'did'), map: kept };
    },
  });
  const summary: ImportSummary = { ...list.summary, map };
  return { ...list, summary };
}
