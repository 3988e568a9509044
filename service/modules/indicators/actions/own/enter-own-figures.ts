import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  readTyped,
  type OwnFigure,
  type TypedFigure,
  type TypedRefusal,
} from '../../domain/own/own-figure.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPeriod } from '../../domain/own/own-period.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { placesOfOwn } from '../../queries/own/places-of-own.ts';
import {
  keepOwnFigures,
  ownFigures,
  removeOwnFigures,
  type StoredOwnFigure,
} from '../../store/own/own-figures.ts';
import { lockOwnMeasure } from '../../store/own/own-measures.ts';

/** A line of the form: what was typed for a place, and the version that stood there when the page was opened. */
export type TypedLine = TypedFigure & { readonly areaCode: string; readonly seen: number };

export type EnterRefusal =
  | NotAllowed
  | { reason: 'measure-missing' }
  | { reason: 'no-such-period' }
  | { reason: 'no-such-place' }
  | { reason: 'lines-wrong'; lines: readonly { areaCode: string; refusal: TypedRefusal }[] }
  | { reason: 'changed-meanwhile'; theirs: readonly StoredOwnFigure[] };

export type ToEnter = {
  code: string;
  /** the first day of the period */
  start: string;
  /** '' for everybody */
  breakdown: string;
  lines: readonly TypedLine[];
};

/**
 * Keeps what was counted in a period of one group, place by place: all lines, or none. An emptied line takes its figure
 * out. Where somebody else changed one since the page was opened, both are shown.
 */
export async function enterOwnFigures(
  ctx: Ctx,
  given: ToEnter,
): Promise<Outcome<{ kept: number; removed: number }, EnterRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const own = await lockOwnMeasure(ctx, given.code);
  if (!own) return refuse({ reason: 'measure-missing' });
  const period = ownPeriod(own.rhythm, given.start, ctx.today);
  if (!period) return refuse({ reason: 'no-such-period' });
  const places = new Set((await placesOfOwn(ctx)).map(({ code }) => code));
  if (given.lines.some(({ areaCode }) => !places.has(areaCode))) return refuse({ reason: 'no-such-place' });
  const read = readLines(own, given.lines);
  if (!read.done) return read;
  const standing = await standingOf(ctx, given);
  const theirs = changedSince(given.lines, standing);
  if (theirs.length > 0) return refuse({ reason: 'changed-meanwhile', theirs });
  const kept = read.value.map(({ line: { areaCode, seen }, counted }) => ({
    ...counted,
    areaCode,
    breakdown: given.breakdown,
    period,
    version: seen + 1,
  }));
  const removed = given.lines
    .map(({ areaCode }) => areaCode)
    .filter((code) => standing.has(code) && !kept.some(({ areaCode }) => areaCode === code));
  await keepOwnFigures(ctx, own.code, kept);
  await removeOwnFigures(ctx, own.code, {
    start: period.start,
    breakdown: given.breakdown,
    areaCodes: removed,
  });
  await ctx.record({
    type: 'indicators.own-figures-entered',
    subject: { kind: 'measure', id: `local:${own.code}` },
    details: { periodEnds: period.end, kept: kept.length, removed: removed.length },
  });
  return done({ kept: kept.length, removed: removed.length });
}

/** Figures that are not what the page had seen of them. */
function changedSince(
  lines: readonly TypedLine[],
  standing: ReadonlyMap<string, StoredOwnFigure>,
): StoredOwnFigure[] {
  return lines.flatMap(({ areaCode, seen }) => {
    const stands = standing.get(areaCode);
    return stands && stands.version !== seen ? [stands] : [];
  });
}

type ReadLine = { line: TypedLine; counted: Pick<OwnFigure, 'count' | 'base' | 'schools'> };

/** The lines that hold a figure; or every line that does not fit. */
function readLines(
  own: OwnMeasure,
  lines: readonly TypedLine[],
): Outcome<readonly ReadLine[], Extract<EnterRefusal, { reason: 'lines-wrong' }>> {
  const read: ReadLine[] = [];
  const wrong: { areaCode: string; refusal: TypedRefusal }[] = [];
  for (const line of lines) {
    const outcome = readTyped(own, line);
    if (!outcome.done) wrong.push({ areaCode: line.areaCode, refusal: outcome.refusal });
    else if (outcome.value) read.push({ line, counted: outcome.value });
  }
  return wrong.length > 0 ? refuse({ reason: 'lines-wrong', lines: wrong }) : done(read);
}

async function standingOf(
  ctx: Ctx,
  { code, start, breakdown }: ToEnter,
): Promise<ReadonlyMap<string, StoredOwnFigure>> {
  const figures = await ownFigures(ctx, code);
  return new Map(
    figures
      .filter((figure) => figure.period.start === start && figure.breakdown === breakdown)
      .map((figure) => [figure.areaCode, figure]),
  );
}
