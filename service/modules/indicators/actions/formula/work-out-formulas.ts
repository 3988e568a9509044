import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/db/database.ts';
import { gathering, type GatheredSeries, type Gathering } from '../../domain/bringing-in/gathered.ts';
import { inOrder } from '../../domain/formula/circles.ts';
import { factsOfFormula } from '../../domain/formula/facts-of-formula.ts';
import { figuresGround } from '../../queries/figures-ground.ts';
import { understand, workedOut, type WorkedOutSeries } from '../../queries/formula/worked-out.ts';
import { addBatch, batchById, changeBatch, raiseFiguresVersion, removeBatch } from '../../store/batches.ts';
import { formulaMeasures, keepWorkedOut, type StoredFormula } from '../../store/formula/formula-measures.ts';
import { keepMeasures } from '../../store/measures.ts';
import { keepPeriods } from '../../store/periods.ts';
import { removeSomeSeries, writeSeries } from '../../store/series.ts';

/** What makes a formula's parts other than they were. */
export const partsChangedBy: readonly string[] = [
  'indicators.figures-brought-in',
  'indicators.figures-withdrawn',
  'indicators.own-figures-released',
];

/** Works every formula out anew, each after those that it is made of. */
export async function workOutFormulas(ctx: Ctx): Promise<void> {
  const ordered = inOrder(await formulaMeasures(ctx));
  if (!ordered.done) throw new Error(`formulas go round: ${ordered.refusal.way.join(' → ')}`);
  for (const formula of ordered.value) await workOutFormula(ctx, formula);
}

/** Works one formula out and puts its figures in place of those before. */
async function workOutFormula(ctx: Ctx, formula: StoredFormula): Promise<void> {
  const understood = await understand(ctx, formula);
  // a part that was taken out of the catalogue leaves the formula without figures, and its page says so
  const kinds = understood.done ? [false, true] : [];
  const ground = await figuresGround(ctx);
  const batchKeys: number[] = [];
  for (const invented of kinds) {
    if (!understood.done) break;
    const series = await workedOut(ctx, ground, { understood: understood.value, invented });
    if (series.length > 0) batchKeys.push(await publish(ctx, formula, series));
  }
  for (const key of formula.batchKeys) await removeWhole(ctx, key);
  if (understood.done) {
    const { checked, definitions } = understood.value;
    await keepMeasures(ctx, [factsOfFormula(formula, checked, definitions)]);
  }
  await keepWorkedOut(ctx, formula.code, batchKeys);
  await raiseFiguresVersion(ctx);
}

/** written in one statement */
const atOnce = 2000;

async function publish(ctx: Ctx, formula: StoredFormula, all: readonly WorkedOutSeries[]): Promise<number> {
  const id = ctx.newId<'import'>();
  await addBatch(ctx, {
    id,
    format: 'formula',
    fileName: `${formula.code} (version ${formula.version})`,
    sha256: createHash('sha256').update(id).digest('hex'),
    bytes: 0,
    companions: [],
    keptIn: undefined,
    failure: undefined,
  });
  const batch = await batchById(ctx, id);
  if (!batch) throw new Error('what a formula came to was not written down');
  const gathered = gatheredFrom(formula, all);
  const periodKeys = await keepPeriods(ctx, gathered.periods);
  const series: readonly GatheredSeries[] = [...gathered.series()];
  for (let from = 0; from < series.length; from += atOnce)
    await writeSeries(ctx, { batchKey: batch.key, series: series.slice(from, from + atOnce), periodKeys });
  await changeBatch(ctx, batch.key, { state: 'visible', finishedAt: ctx.now });
  return batch.key;
}

function gatheredFrom({ code, title }: StoredFormula, all: readonly WorkedOutSeries[]): Gathering {
  const gathered = gathering();
  const measure = { source: 'local' as const, code, name: title };
  for (const { areaCode, breakdown, points } of all)
    for (const { period, value, count, base, limits, why } of points)
      gathered.add(
        {
          measure,
          area: { code: areaCode, name: areaCode },
          ...{ breakdown, period, value, line: 0 },
          ...(count === undefined || base === undefined ? {} : { count, denominator: base }),
          ...(limits ? { lower95: limits.lower, upper95: limits.upper } : {}),
          ...(why === undefined ? {} : { note: why }),
        },
        areaCode,
      );
  return gathered;
}

/** What was worked out before is nobody's source, so nothing of it is kept. */
async function removeWhole(ctx: Ctx, key: number): Promise<void> {
  while ((await removeSomeSeries(ctx, key, atOnce)) > 0);
  await removeBatch(ctx, key);
}
