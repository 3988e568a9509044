import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { measureId, measureOfId } from '../domain/measure-facts.ts';
import type { DictionaryEntry } from '../domain/measure-facts.ts';
import { dayFrom } from '#platform/kernel/day.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** All that LAIT's dictionary said when it was last brought in, by the measure's code. */
export async function dictionary(ctx: Ctx): Promise<ReadonlyMap<string, DictionaryEntry>> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.dictionary_entry')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  return new Map(
    rows.map((row) => {
      const code = measureOfId(row.measure)?.code ?? row.measure;
      const entry: DictionaryEntry = {
        source: 'lait',
        code,
        name: row.name,
        title: row.title,
        topic: row.topic,
        polarity: row.polarity === 'high' || row.polarity === 'low' ? row.polarity : undefined,
        unit: row.unit,
        decimals: row.decimals ?? undefined,
        yearType: row.year_type,
        description: row.description,
        links: z.array(z.string()).parse(row.links),
        updatedOn: row.updated_on ?? undefined,
      };
      return [code, entry];
    }),
  );
}

/** Keeps a dictionary in place of the one kept before: a measure that it no longer names keeps its old entry. */
export async function keepDictionary(ctx: Ctx, entries: readonly DictionaryEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += atOnce)
    await ctx.db
      .withTables<IndicatorsTables>()
      .insertInto('indicators.dictionary_entry')
      .values(entries.slice(from, from + atOnce).map((entry) => rowOf(ctx, entry)))
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'measure']).doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          title: eb.ref('excluded.title'),
          topic: eb.ref('excluded.topic'),
          polarity: eb.ref('excluded.polarity'),
          unit: eb.ref('excluded.unit'),
          decimals: eb.ref('excluded.decimals'),
          year_type: eb.ref('excluded.year_type'),
          description: eb.ref('excluded.description'),
          links: eb.ref('excluded.links'),
          updated_on: eb.ref('excluded.updated_on'),
        })),
      )
      .execute();
}

const atOnce = 100;

function rowOf(ctx: Ctx, entry: DictionaryEntry) {
  return {
    partnership_id: ctx.partnershipId,
    measure: measureId(entry),
    name: entry.name,
    title: entry.title,
    topic: entry.topic,
    polarity: entry.polarity ?? '',
    unit: entry.unit,
    decimals: entry.decimals ?? null,
    year_type: entry.yearType,
    description: entry.description,
    links: jsonb(entry.links),
    updated_on: (entry.updatedOn === undefined ? undefined : dayFrom(entry.updatedOn)) ?? null,
  };
}
