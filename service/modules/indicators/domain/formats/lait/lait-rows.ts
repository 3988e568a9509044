import { refusedRow } from '../../observation.ts';
import type { Observation, PublishedArea, PublishedMeasure, RefusedRow } from '../../observation.ts';
import { parseLaitYears } from '../../periods/lait-years.ts';
import { periodRefused, remembered, valueReader, valueRefused } from '../cells.ts';
import type { PeriodRead } from '../cells.ts';
import type { LaitDictionary } from './lait-dictionary.ts';

/** The columns of the bulk file that are read; `Data item` stands on the first year only and the dictionary has it. */
export const laitColumns = [
  'Short Desc',
  'Years',
  'LA and Regions',
  'Values',
  'LA Number',
  'Region',
] as const;

export type LaitRow = {
  shortDesc: string;
  years: string;
  areaName: string;
  value: string;
  areaNumber: string;
  region: string;
  line: number;
};

/** What is needed beside the bulk file: its data dictionary, since no year can be read without its kind. */
export type LaitOptions = { dictionary: Pick<LaitDictionary, 'measures'> };

type KnownMeasure = { measure: PublishedMeasure; periodOf: (years: string) => PeriodRead };

/** Turns rows of the bulk file, from CSV or Parquet alike, into observations; each text is worked out once. */
export function laitRowReader({ dictionary }: LaitOptions): (row: LaitRow) => Observation | RefusedRow {
  const valueOf = valueReader('lait');
  const areaOf = areaReader();
  const measureOf = remembered((shortDesc): KnownMeasure => {
    const known = dictionary.measures.get(shortDesc);
    const yearType = known?.yearType ?? '';
    const measure: PublishedMeasure = { source: 'lait', code: shortDesc };
    return {
      measure: known ? { ...measure, name: known.name } : measure,
      periodOf: remembered((years) => parseLaitYears(years, yearType)),
    };
  });
  return (row) => {
    const { line } = row;
    if (row.shortDesc === '') return namelessRow(row);
    const { measure, periodOf } = measureOf(row.shortDesc);
    const period = periodOf(row.years);
    if (!period.done) return periodRefused(period.refusal, { about: 'row', line, column: 'Years' });
    const value = valueOf(row.value);
    if (!value.done) return valueRefused(value.refusal, { about: 'row', line, column: 'Values' });
    const area = areaOf(row);
    if (!area) return areaRefused(row);
    return { measure, area, breakdown: '', period: period.value, value: value.value, line };
  };
}

/** Areas are told by their number; a number beside another name is another spelling or another area, so it is kept apart. */
function areaReader(): (row: LaitRow) => PublishedArea | undefined {
  const known = new Map<string, Map<string, PublishedArea>>();
  return ({ areaNumber, areaName, region }) => {
    const named = known.get(areaNumber);
    const found = named?.get(areaName);
    if (found) return found;
    if (!/^\d{3,4}$/.test(areaNumber) || areaName === '') return undefined;
    const area: PublishedArea = {
      dfeCode: areaNumber,
      name: areaName,
      level: levelOf(Number(areaNumber), region),
    };
    if (named) named.set(areaName, area);
    else known.set(areaNumber, new Map([[areaName, area]]));
    return area;
  };
}

/** LAIT numbers England 970 (1000 where discontinued) and its regions 980 to 990. */
function levelOf(areaNumber: number, region: string): string {
  if (areaNumber === 970 || areaNumber === 1000) return 'National';
  return areaNumber >= 980 && areaNumber <= 990 && region === 'NA' ? 'Regional' : 'Local authority';
}

function namelessRow({ line }: LaitRow): RefusedRow {
  return {
    about: 'row',
    line,
    column: 'Short Desc',
    text: '',
    reason: 'nameless-measure',
    words: 'The row names no measure.',
    mend: 'Give the Short Desc that the data dictionary calls Measure_short.',
  };
}

function areaRefused({ line, areaNumber, areaName }: LaitRow): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: areaName === '' ? 'LA and Regions' : 'LA Number',
    text: areaNumber,
    reason: 'unknown-area',
    words: `“${areaName}” with the number “${areaNumber}” is not an area: the number has three digits.`,
    mend: 'Give the Department for Education’s number for the area (916 for Gloucestershire, 970 for England).',
  });
}
