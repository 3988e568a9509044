import { z } from 'zod';
import {
  protect,
  type AuditLine,
  type ProtectRefusal,
  type ProtectedTable,
  type Release,
  type RuleSet,
} from '#packages/disclosure-control';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import { noNumber, type Value } from '../value.ts';
import { valueOfOwn, type OwnFigure } from './own-figure.ts';
import type { OwnMeasure } from './own-measure.ts';
import { ownTable, placeInTable, rulesFor, type OwnAudience, type OwnPlaces } from './own-table.ts';

/** One figure as its audience sees it: a number made of what may be shown, or why there is none. */
export type SafeFigure = Pick<OwnFigure, 'areaCode' | 'breakdown' | 'period'> & {
  readonly value: Value;
  /** as shown: rounded where the rules round */
  readonly count: number | undefined;
  readonly base: number | undefined;
};

/** Figures that an attacker could not open, with what their owner keeps of how they were closed. */
export type SafeFigures = {
  readonly audience: OwnAudience;
  readonly rules: string;
  readonly figures: readonly SafeFigure[];
  /** false where a zero may be held back as well */
  readonly zerosShown: boolean;
  readonly kept: readonly Release[];
  readonly audit: readonly AuditLine[];
};

/**
 * Makes an own measure's figures safe for an audience, period by period, held against everything that was released
 * before. Refused as a whole where one period cannot be closed: half a release would be a release.
 */
export async function makeSafe(
  own: OwnMeasure,
  figures: readonly OwnFigure[],
  given: { places: OwnPlaces; audience: OwnAudience; before: readonly Release[]; rules?: RuleSet },
): Promise<Outcome<SafeFigures, ProtectRefusal>> {
  const rules = given.rules ?? rulesFor(own, given.audience);
  const safe: SafeFigure[] = [];
  const tables: ProtectedTable[] = [];
  for (const [, ofPeriod] of Map.groupBy(figures, ({ period }) => period.start)) {
    const table = ownTable(own, ofPeriod, given.places);
    const releases = given.before.filter(({ id }) => id === table.id);
    const made = await protect(table, rules, { releases });
    if (!made.done) return made;
    tables.push(made.value);
    safe.push(...ofPeriod.map((figure) => safeFigure(own, figure, made.value)));
  }
  return done({
    audience: given.audience,
    rules: rules.id,
    figures: safe,
    zerosShown: tables.every(({ zerosShown }) => zerosShown),
    kept: tables.map(({ release }) => release),
    audit: tables.flatMap(({ audit }) => audit),
  });
}

function safeFigure(own: OwnMeasure, figure: OwnFigure, table: ProtectedTable): SafeFigure {
  const { areaCode, breakdown, period } = figure;
  const of = placeInTable(own, figure, 'yes');
  const shown = table.cell(of);
  const count = shown?.kind === 'number' ? shown.number : undefined;
  const named = { areaCode, breakdown, period };
  if (own.kind === 'proportion') {
    const all = table.cell(placeInTable(own, figure, 'all'));
    const base = all?.kind === 'number' ? all.number : undefined;
    const share = table.share(of, placeInTable(own, figure, 'all'));
    if (share.kind === 'made') return { ...named, value: share.value, count, base };
    return { ...named, value: noNumber(share.kind === 'low' ? 'low' : 'suppressed'), count: undefined, base };
  }
  if (shown?.kind !== 'number')
    return {
      ...named,
      value: noNumber(shown?.kind === 'low' ? 'low' : 'suppressed'),
      count: undefined,
      base: own.kind === 'rate' ? figure.base : undefined,
    };
  // how many people live in a place is public, so only the count is held back
  const base = own.kind === 'rate' ? figure.base : shown.number;
  return { ...named, value: valueOfOwn(own, { count: shown.number, base }), count: shown.number, base };
}

/** How a release stands in the database, and is read again. */
export const keptReleases: z.ZodType<readonly Release[]> = z.array(
  z.object({
    id: z.string(),
    shown: z.array(z.object({ key: z.string(), from: z.number(), to: z.number() })),
    heldBack: z.array(
      z.object({
        key: z.string(),
        least: z.number(),
        range: z.exactOptional(z.tuple([z.number(), z.number()])),
      }),
    ),
    sums: z.array(z.object({ whole: z.string(), parts: z.array(z.string()) })),
  }),
);

const status = z.enum(['suppressed', 'low']);

/** The same of the figures that the audience sees. */
export const keptFigures = z.array(
  z.object({
    areaCode: z.string(),
    breakdown: z.string(),
    start: z.string(),
    value: z.union([z.number(), z.object({ status })]),
    count: z.number().nullable(),
    base: z.number().nullable(),
  }),
);
