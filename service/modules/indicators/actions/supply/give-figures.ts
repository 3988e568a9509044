import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Link, LinkRefusal } from '#platform/links/link.ts';
import { useLink } from '#platform/links/links.ts';
import { readTyped, type TypedFigure, type TypedRefusal } from '../../domain/own/own-figure.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPeriod } from '../../domain/own/own-period.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import type { GivenLine } from '../../domain/supply/supplier.ts';
import { askedView } from '../../queries/supply/asked-view.ts';
import { keepOwnFigures, ownFigures } from '../../store/own/own-figures.ts';
import { lockOwnMeasure, nameOf } from '../../store/own/own-measures.ts';
import { keepGiven, lockAsked, settleAsked, supplierById } from '../../store/supply/suppliers.ts';

/** What was typed for one place. */
export type TypedLine = TypedFigure & { readonly areaCode: string };

export type GiveRefusal =
  | LinkRefusal
  | { reason: 'not-asked' }
  | { reason: 'nothing-given' }
  | { reason: 'lines-wrong'; lines: readonly { areaCode: string; refusal: TypedRefusal }[] };

export type ToGive = { link: Link; opener: string; lines: readonly TypedLine[]; note: string };

/**
 * Keeps what somebody without an account gave by a link, for an analyst to look at. All lines or none; where there is no
 * figure, a note says why. The link is used up in the same stroke.
 */
export async function giveFigures(
  ctx: Ctx,
  { link, opener, lines, note }: ToGive,
): Promise<Outcome<{ lines: number }, GiveRefusal>> {
  const view = await askedView(ctx, link.subjectId);
  if (!view || view.supplier.stoppedAt) return refuse({ reason: 'not-asked' });
  const ofTheirs = lines.filter(({ areaCode }) => view.supplier.areaCodes.includes(areaCode));
  const read = readGiven(view.own, ofTheirs);
  if (!read.done) return read;
  if (read.value.length === 0 && note.trim() === '') return refuse({ reason: 'nothing-given' });
  const used = await useLink(ctx, { link, opener });
  if (!used.done) return used;
  await keepGiven(ctx, view.ask.id, { lines: read.value, note: note.trim() });
  await ctx.record({
    type: 'indicators.figures-given',
    subject: { kind: 'measure', id: `local:${view.own.code}` },
    details: {
      organisation: view.supplier.organisationKey,
      start: view.ask.start,
      lines: read.value.length,
    },
  });
  return done({ lines: read.value.length });
}

/** The lines that hold a figure; or every line that does not fit. */
export function readGiven(
  own: OwnMeasure,
  lines: readonly TypedLine[],
): Outcome<GivenLine[], Extract<GiveRefusal, { reason: 'lines-wrong' }>> {
  const read: GivenLine[] = [];
  const wrong: { areaCode: string; refusal: TypedRefusal }[] = [];
  for (const { areaCode, ...typed } of lines) {
    const outcome = readTyped(own, typed);
    if (!outcome.done) wrong.push({ areaCode, refusal: outcome.refusal });
    else if (outcome.value) read.push({ areaCode, ...outcome.value });
  }
  return wrong.length > 0 ? refuse({ reason: 'lines-wrong', lines: wrong }) : done(read);
}

export type TakeRefusal = NotAllowed | { reason: 'not-given' } | { reason: 'changed-meanwhile' };

/**
 * Takes what was given in among the figures as they were counted, in place of those of the same places. It is released
 * like any other. `seen` is when what the analyst looked at was given.
 */
export async function takeFigures(
  ctx: Ctx,
  { id, seen }: { id: string; seen: string },
): Promise<Outcome<{ code: string; kept: number }, TakeRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const ask = await lockAsked(ctx, id);
  const supplier = ask && (await supplierById(ctx, ask.supplierId));
  const own = supplier && (await lockOwnMeasure(ctx, supplier.measureCode));
  const period = own && ask && ownPeriod(own.rhythm, ask.start, ctx.today);
  if (!ask?.given || ask.state !== 'given' || !supplier || !own || !period)
    return refuse({ reason: 'not-given' });
  if (ask.givenAt?.toISOString() !== seen) return refuse({ reason: 'changed-meanwhile' });
  const standing = (await ownFigures(ctx, own.code)).filter(
    (figure) => figure.breakdown === '' && figure.period.start === ask.start,
  );
  const versionAt = (code: string) => standing.find(({ areaCode }) => areaCode === code)?.version ?? 0;
  const figures = ask.given.map(({ areaCode, count, base, schools }) => ({
    areaCode,
    count,
    base,
    schools,
    breakdown: '',
    period,
    version: versionAt(areaCode) + 1,
    byName: `${supplier.organisation}, by link`,
  }));
  await keepOwnFigures(ctx, own.code, figures);
  await settleAsked(ctx, ask.id, { state: 'taken', byName: nameOf(ctx) });
  await ctx.record({
    type: 'indicators.given-figures-taken',
    subject: { kind: 'measure', id: `local:${own.code}` },
    details: { organisation: supplier.organisationKey, start: ask.start, figures: figures.length },
  });
  return done({ code: own.code, kept: figures.length });
}
