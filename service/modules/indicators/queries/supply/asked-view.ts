import { organisations } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Link } from '#platform/links/link.ts';
import { linksFor } from '#platform/links/links.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPeriod } from '../../domain/own/own-period.ts';
import type { Period } from '../../domain/period.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { figuresPurpose, type FiguresAsked, type Supplier } from '../../domain/supply/supplier.ts';
import { ownFigures, type StoredOwnFigure } from '../../store/own/own-figures.ts';
import { ownMeasure, ownMeasures } from '../../store/own/own-measures.ts';
import { askedById, askedOf, supplierById, suppliers } from '../../store/supply/suppliers.ts';
import { placesOfOwn, type OwnPlace } from '../own/places-of-own.ts';

/** What is asked of a supplier: the measure, the period, their places, and what they gave before. */
export type AskedView = {
  own: OwnMeasure;
  supplier: Supplier;
  ask: FiguresAsked;
  period: Period;
  places: readonly OwnPlace[];
  /** what this supplier gave of earlier periods, newest first: nobody else's figures are among it */
  before: readonly { period: Period; ask: FiguresAsked }[];
};

const mostBefore = 4;

/** For whoever holds the link, and for analysts. Undefined where nothing of that id is asked. */
export async function askedView(ctx: Ctx, id: string): Promise<AskedView | undefined> {
  const ask = await askedById(ctx, id);
  const supplier = ask && (await supplierById(ctx, ask.supplierId));
  const own = supplier && (await ownMeasure(ctx, supplier.measureCode));
  const period = own && ask && ownPeriod(own.rhythm, ask.start, ctx.today);
  if (!ask || !supplier || !own || !period) return undefined;
  const all = await askedOf(ctx, [supplier.id]);
  return {
    own,
    supplier,
    ask,
    period,
    places: (await placesOfOwn(ctx)).filter(({ code }) => supplier.areaCodes.includes(code)),
    before: all
      .filter(({ start, given }) => start < ask.start && given !== undefined && given.length > 0)
      .flatMap((earlier) => {
        const then = ownPeriod(own.rhythm, earlier.start, ctx.today);
        return then ? [{ period: then, ask: earlier }] : [];
      })
      .slice(0, mostBefore),
  };
}

/** What an analyst looks at before taking figures in: what was given, and what stands. */
export async function givenView(
  ctx: Ctx,
  id: string,
): Promise<(AskedView & { standing: readonly StoredOwnFigure[] }) | undefined> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return undefined;
  const view = await askedView(ctx, id);
  if (!view) return undefined;
  await ctx.record({
    type: 'indicators.own-figures-looked-at',
    subject: { kind: 'measure', id: `local:${view.own.code}` },
    details: {},
  });
  const standing = (await ownFigures(ctx, view.own.code)).filter(
    (figure) => figure.breakdown === '' && figure.period.start === view.ask.start,
  );
  return { ...view, standing };
}

/** Who sends the figures of a measure, what was asked of them, and where it went. */
export type SuppliersView = {
  own: OwnMeasure;
  places: readonly OwnPlace[];
  organisations: readonly { key: string; name: string }[];
  suppliers: readonly (Supplier & {
    /** false where the organisation has closed or merged */
    stands: boolean;
    asked: readonly (FiguresAsked & { period: Period | undefined; links: readonly Link[] })[];
  })[];
};

export async function suppliersView(ctx: Ctx, code: string): Promise<SuppliersView | undefined> {
  const own = await ownMeasure(ctx, code);
  if (!own) return undefined;
  const found = await suppliers(ctx, code);
  const asked = await askedOf(
    ctx,
    found.map(({ id }) => id),
  );
  const links = await linksFor(ctx, { purpose: figuresPurpose, subjectIds: asked.map(({ id }) => id) });
  const standing = await organisations(ctx);
  return {
    own,
    places: await placesOfOwn(ctx),
    organisations: standing.map(({ key, name }) => ({ key, name })),
    suppliers: found.map((supplier) => ({
      ...supplier,
      stands: standing.some(({ key }) => key === supplier.organisationKey),
      asked: asked
        .filter(({ supplierId }) => supplierId === supplier.id)
        .map((ask) => ({
          ...ask,
          period: ownPeriod(own.rhythm, ask.start, ctx.today),
          links: links.filter(({ subjectId }) => subjectId === ask.id),
        })),
    })),
  };
}

/** Everything that is asked of anybody, for whoever keeps our own measures. */
export type AskedOfAnybody = {
  own: OwnMeasure;
  supplier: Supplier;
  ask: FiguresAsked | undefined;
  stands: boolean;
};

export async function askedOfAnybody(ctx: Ctx): Promise<AskedOfAnybody[]> {
  const measures = new Map((await ownMeasures(ctx)).map((own) => [own.code, own]));
  const found = (await suppliers(ctx)).filter(({ stoppedAt }) => stoppedAt === undefined);
  if (found.length === 0) return [];
  const asked = await askedOf(
    ctx,
    found.map(({ id }) => id),
  );
  const standing = new Set((await organisations(ctx)).map(({ key }) => key));
  return found.flatMap((supplier) => {
    const own = measures.get(supplier.measureCode);
    if (!own) return [];
    const theirs = asked.filter(({ supplierId }) => supplierId === supplier.id);
    const stands = standing.has(supplier.organisationKey);
    const asks: (FiguresAsked | undefined)[] = theirs.length > 0 ? theirs : [undefined];
    return asks.map((ask) => ({ own, supplier, ask, stands }));
  });
}
