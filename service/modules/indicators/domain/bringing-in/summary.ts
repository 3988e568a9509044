import { z } from 'zod';
import { keptMap } from './matched-map.ts';

const refusals = z.object({
  reason: z.string(),
  about: z.enum(['file', 'row', 'cell']),
  words: z.string(),
  mend: z.string(),
  count: z.int(),
  firstLines: z.array(z.int()),
});

const count = z.int().default(0);

/**
 * What a preview and a report say of a file. Rows read are rows taken, refused and repeated; a refused cell leaves the
 * rest of its row standing.
 */
export const importSummary = z.object({
  rowsRead: count,
  rowsRefused: count,
  cellsRefused: count,
  rowsRepeated: count,
  figures: count,
  refusals: z.array(refusals).default([]),
  measures: z
    .object({
      known: z.int(),
      new: z.int(),
      newNames: z.array(z.object({ id: z.string(), title: z.string() })),
    })
    .default({ known: 0, new: 0, newNames: [] }),
  areas: z
    .object({
      found: z.int(),
      outsideTheirDates: z.array(z.string()),
      unknown: z.array(z.object({ name: z.string(), code: z.string(), rows: z.int() })),
    })
    .default({ found: 0, outsideTheirDates: [], unknown: [] }),
  periods: z.object({ count: z.int(), from: z.string(), to: z.string() }).optional(),
  /** what it would do to the figures that can be seen, counted in figures */
  changes: z
    .object({ fresh: z.int(), revised: z.int(), same: z.int(), setAside: z.int() })
    .default({ fresh: 0, revised: 0, same: 0, setAside: 0 }),
  /** what was noticed and stopped nothing */
  notes: z.array(z.string()).default([]),
  /** for a list that holds no figures: what it would change, as sentences */
  differences: z.array(z.string()).default([]),
  /** of a map of outcomes to measures */
  map: keptMap.optional(),
});

export type ImportSummary = z.infer<typeof importSummary>;
export type RefusalCount = z.infer<typeof refusals>;

export function emptySummary(): ImportSummary {
  return importSummary.parse({});
}

/** How many names a summary lists before it only counts; a report has to be read by a person. */
export const mostListed = 60;
