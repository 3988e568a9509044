import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { libraryPartnership } from '#platform/db/library.ts';
import { measureId, measureOfId } from '../domain/measure-facts.ts';
import type { MeasureFacts } from '../domain/measure-facts.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** A measure as it is kept; `isCatalogued` where its facts are the library's and no file changes them. */
export type StoredMeasure = MeasureFacts & { readonly id: string; readonly isCatalogued: boolean };

/** Some measures by their ids: the partnership's own row where it has one, otherwise the library's. */
export async function measuresById(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredMeasure>> {
  if (ids.length === 0) return new Map();
  const rows = await resolved(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, measureOf(row)]));
}

/** Every measure that the partnership can see, by title. */
export async function allMeasures(ctx: Ctx): Promise<StoredMeasure[]> {
  const rows = await resolved(ctx).execute();
  return rows.map(measureOf).toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

/** Measures whose title or code holds every word, at most so many: those of the catalogue first. */
export async function searchMeasures(
  ctx: Ctx,
  words: readonly string[],
  most: number,
): Promise<StoredMeasure[]> {
  let query = resolved(ctx);
  for (const word of words) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(sql<boolean>`(title || ' ' || id || ' ' || topic) ilike ${pattern}`);
  }
  const rows = await query.execute();
  return rows
    .map(measureOf)
    .toSorted(
      (a, b) => Number(b.isCatalogued) - Number(a.isCatalogued) || a.title.localeCompare(b.title, 'en-GB'),
    )
    .slice(0, most);
}

/** One row for each id: the partnership's own before the library's. */
function resolved(ctx: Ctx) {
  return ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.measure')
    .selectAll()
    .distinctOn('id')
    .orderBy('id')
    .orderBy(sql`partnership_id = ${libraryPartnership}::uuid`);
}

/** Keeps facts of measures in the context's partnership, in place of those it kept before. */
export async function keepMeasures(ctx: Ctx, measures: readonly MeasureFacts[]): Promise<void> {
  for (let from = 0; from < measures.length; from += atOnce) {
    const rows = measures.slice(from, from + atOnce).map((facts) => rowOf(ctx, facts));
    await ctx.db
      .withTables<IndicatorsTables>()
      .insertInto('indicators.measure')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'id']).doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          unit: eb.ref('excluded.unit'),
          kind: eb.ref('excluded.kind'),
          polarity: eb.ref('excluded.polarity'),
          year_type: eb.ref('excluded.year_type'),
          decimals: eb.ref('excluded.decimals'),
          topic: eb.ref('excluded.topic'),
          publisher: eb.ref('excluded.publisher'),
          publication: eb.ref('excluded.publication'),
          link: eb.ref('excluded.link'),
          breaks: eb.ref('excluded.breaks'),
          faults: eb.ref('excluded.faults'),
          gap: eb.ref('excluded.gap'),
          same_as: eb.ref('excluded.same_as'),
          is_checked: eb.ref('excluded.is_checked'),
          limits_said: eb.ref('excluded.limits_said'),
        })),
      )
      .execute();
  }
}

const atOnce = 100;

function rowOf(ctx: Ctx, facts: MeasureFacts) {
  return {
    partnership_id: ctx.partnershipId,
    id: measureId(facts),
    source: facts.source,
    code: facts.code,
    title: facts.title,
    unit: facts.unit,
    kind: facts.kind,
    polarity: facts.polarity,
    year_type: facts.yearType,
    decimals: facts.decimals ?? null,
    topic: facts.topic,
    publisher: facts.publisher,
    publication: facts.publication,
    link: facts.link ?? null,
    breaks: jsonb(facts.breaks),
    faults: jsonb(facts.faults),
    gap: facts.gap ? jsonb(facts.gap) : null,
    same_as: facts.sameAs ?? null,
    is_checked: facts.isChecked,
    limits_said: facts.limitsSaid ?? null,
  };
}

const words = z.string();
const kept = z.object({
  kind: z.enum(['proportion', 'rate', 'count', 'mean', 'gap', 'index', 'not-known']),
  polarity: z.enum(['high-is-good', 'low-is-good', 'no-judgement']),
  breaks: z.array(z.object({ on: words, words })),
  faults: z.array(
    z.discriminatedUnion('effect', [
      z.object({ effect: z.literal('tell'), words }),
      z.object({ effect: z.literal('ignore-row'), area: words, words }),
    ]),
  ),
  gap: z.object({ role: z.enum(['target', 'reference']), other: words }).nullable(),
});

type Row = {
  partnership_id: string;
  id: string;
  code: string;
  title: string;
  unit: string;
  kind: string;
  polarity: string;
  year_type: string;
  decimals: number | null;
  topic: string;
  publisher: string;
  publication: string;
  link: string | null;
  breaks: unknown;
  faults: unknown;
  gap: unknown;
  same_as: string | null;
  is_checked: boolean;
  limits_said: string | null;
};

function measureOf(row: Row): StoredMeasure {
  const named = measureOfId(row.id);
  if (!named) throw new RangeError(`no measure is named ${row.id}`);
  const { kind, polarity, breaks, faults, gap } = kept.parse(row);
  return {
    id: row.id,
    isCatalogued: row.partnership_id === libraryPartnership,
    ...named,
    title: row.title,
    unit: row.unit,
    kind,
    polarity,
    yearType: row.year_type,
    decimals: row.decimals ?? undefined,
    topic: row.topic,
    publisher: row.publisher,
    publication: row.publication,
    link: row.link ?? undefined,
    breaks,
    faults,
    gap: gap ?? undefined,
    sameAs: row.same_as ?? undefined,
    isChecked: row.is_checked,
    ...(row.limits_said === null ? {} : { limitsSaid: row.limits_said }),
  };
}
