import { setImmediate as otherWorkFirst } from 'node:timers/promises';
import type { GatheredSeries } from '../../domain/bringing-in/gathered.ts';
import { changeBatch } from '../../store/batches.ts';
import { keepMeasures } from '../../store/measures.ts';
import { keepPeriods } from '../../store/periods.ts';
import { removeSomeSeries, writeSeries } from '../../store/series.ts';
import type { Gathered } from './gather-figures.ts';
import type { Act } from './handed-file.ts';
import { measuresToAdd } from './summarise.ts';
import type { FactsKnown } from './summarise.ts';

/** The work of one transaction: a page that comes at the same moment waits some tens of milliseconds for it. */
const workAtOnce = 6000;
/** A row costs as much to write as so many figures in it. */
const workOfARow = 8;
/** removed in one transaction */
const seriesRemovedAtOnce = 2000;

/** Writes the figures of a batch in short transactions; nobody sees them until the batch is made visible. */
export async function writeFigures(
  act: Act,
  given: {
    batchKey: number;
    gathered: Pick<Gathered, 'figures'>;
    facts: FactsKnown;
    tell: (figuresWritten: number) => void;
  },
): Promise<void> {
  const { batchKey, gathered, facts, tell } = given;
  const { figures } = gathered;
  const added = await measuresToAdd(act, gathered, facts);
  await act('write', (ctx) => keepMeasures(ctx, added));
  const periodKeys = await act('write', (ctx) => keepPeriods(ctx, figures.periods));
  let written = 0;
  for (const series of piecesOf(figures.series())) {
    await act('write', async (ctx) => {
      await writeSeries(ctx, { batchKey, series, periodKeys });
      await changeBatch(ctx, batchKey, {});
    });
    written += series.reduce((sum, { periods }) => sum + periods.length, 0);
    tell(written);
    await otherWorkFirst();
  }
}

/** Takes a batch's figures away again, in short transactions. */
export async function removeFigures(act: Act, batchKey: number): Promise<void> {
  for (let removed = 1; removed > 0; await otherWorkFirst())
    removed = await act('write', (ctx) => removeSomeSeries(ctx, batchKey, seriesRemovedAtOnce));
}

function* piecesOf(all: Iterable<GatheredSeries>): Generator<GatheredSeries[]> {
  let chunk: GatheredSeries[] = [];
  let work = 0;
  for (const series of all) {
    chunk.push(series);
    work += series.periods.length + workOfARow;
    if (work < workAtOnce) continue;
    yield chunk;
    chunk = [];
    work = 0;
  }
  if (chunk.length > 0) yield chunk;
}
