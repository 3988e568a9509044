import { z } from 'zod';
import { tableSlug } from '../formats/ees/ees-meta.ts';

/** What the open interface of Explore Education Statistics answers (version 1): only what is used is looked at. */

const paging = z.object({ page: z.number(), totalPages: z.number() });

const latestVersion = z.object({ version: z.string().max(40), totalResults: z.number().optional() });

export const eesDataSet = z.object({
  id: z.uuid(),
  title: z.string().min(1).max(500),
  status: z.string().optional(),
  supersedingDataSetId: z.uuid().nullish(),
  latestVersion: latestVersion.nullish(),
});
export type EesDataSet = z.infer<typeof eesDataSet>;

export const eesDataSets = z.object({ paging, results: z.array(eesDataSet) });

export const eesPublications = z.object({
  paging,
  results: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() })),
});

const described = { label: z.string(), column: z.string().min(1) };
export const eesAnsweredMeta = z.object({
  filters: z.array(z.object({ ...described, hint: z.string().nullish() })),
  indicators: z.array(
    z.object({ ...described, unit: z.string().nullish(), decimalPlaces: z.number().int().nullish() }),
  ),
});
export type EesAnsweredMeta = z.infer<typeof eesAnsweredMeta>;

/** The meta file that goes beside a table, of what the interface says of its columns. */
export function metaFileOf({ filters, indicators }: EesAnsweredMeta): string {
  const header =
    'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column';
  const rows = [
    ...filters.map(({ column, label, hint }) => [column, 'Filter', label, '', '', '', hint ?? '', '']),
    ...indicators.map(({ column, label, unit, decimalPlaces }) => [
      column,
      'Indicator',
      label,
      '',
      unit ?? '',
      decimalPlaces?.toString() ?? '',
      '',
      '',
    ]),
  ];
  return `${[header, ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`;
}

function cell(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/**
 * The name of a table's file, which its measures are called after: of the title and not of the version, so that the next
 * release goes on with the same measures.
 */
export function eesFileName({ id, title }: Pick<EesDataSet, 'id' | 'title'>): string {
  const slug = tableSlug(title.replaceAll(/[/\\]/g, '-')).slice(0, 80).replace(/-$/, '');
  return `${slug === '' ? `data-set-${id.slice(0, 8)}` : slug}.csv`;
}

export function eesAddress(base: URL, path: string, question: Readonly<Record<string, string>> = {}): URL {
  const address = new URL(`${base.href.replace(/\/$/, '')}${path}`);
  address.search = new URLSearchParams(question).toString();
  return address;
}
