import { readRows } from '../table/read-rows.ts';
import type { ReadPart, Source } from '../table/source.ts';
import { laitColumns, laitRowReader } from './lait-rows.ts';
import type { LaitOptions } from './lait-rows.ts';

/** Reads LAIT's bulk file as CSV. */
export function readLaitCsv(source: Source, options: LaitOptions): AsyncGenerator<ReadPart> {
  const needed = laitColumns.filter((name) => name !== 'Region');
  return readRows(source, needed, (columns) => {
    const [measure, years, area, value, number, region] = laitColumns.map((name) => columns.at(name));
    const read = laitRowReader(options);
    const at = (cells: readonly string[], index: number | undefined): string => cells[index ?? -1] ?? '';
    return ({ cells, line }, part) => {
      const found = read({
        shortDesc: at(cells, measure),
        years: at(cells, years),
        areaName: at(cells, area),
        value: at(cells, value),
        areaNumber: at(cells, number),
        region: region === -1 ? 'NA' : at(cells, region),
        line,
      });
      if ('measure' in found) part.observations.push(found);
      else part.refused.push(found);
    };
  });
}
