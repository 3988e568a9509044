import { breakdownOf, refusedRow } from '../../observation.ts';
import type { Observation, PublishedMeasure, RefusedRow } from '../../observation.ts';
import type { Period, PeriodKind } from '../../period.ts';
import { writtenDay } from '../../periods/written-day.ts';
import { isNumber } from '../../value.ts';
import { valueReader, valueRefused } from '../cells.ts';
import { readRows } from '../table/read-rows.ts';
import type { ReadPart, Source } from '../table/source.ts';

/** The upload file names no measure: whoever hands it in does. */
export type UploadOptions = { measure: PublishedMeasure };

const needed = [
  'area_code',
  'date_from',
  'date_to',
  'period_type',
  'sex',
  'age_from_years_inclusive',
  'age_to_years_inclusive',

  'deprivation_decile',
  'deprivation_category',
  'count',
  'value',
  'denominator',
  'lower_ci_95',
  'upper_ci_95',
  'lower_ci_99_8',
  'upper_ci_99_8',
];

const numbers = [
  ['count', 'count'],
  ['denominator', 'denominator'],
  ['lower95', 'lower_ci_95'],
  ['upper95', 'upper_ci_95'],
  ['lower998', 'lower_ci_99_8'],
  ['upper998', 'upper_ci_99_8'],
] as const;

/** Reads the file that the new Fingertips takes in (2025): one measure, any areas. */
export function readFingertipsUpload(source: Source, { measure }: UploadOptions): AsyncGenerator<ReadPart> {
  return readRows(source, needed, (columns) => {
    const valueOf = valueReader('local');
    return ({ cells, line }, part) => {
      const cell = (name: string): string => cells[columns.at(name)] ?? '';
      const code = cell('area_code');
      const period = uploadPeriod(cell('date_from'), cell('date_to'), cell('period_type'));
      if (!/^[A-Z]\w{5,11}$/.test(code)) return void part.refused.push(refusal(line, 'area_code', code));
      if ('column' in period)
        return void part.refused.push(refusal(line, period.column, cell(period.column)));
      const value = valueOf(cell('value'));
      if (!value.done)
        return void part.refused.push(valueRefused(value.refusal, { about: 'row', line, column: 'value' }));
      const made: Observation = {
        measure,
        area: { code, name: code },
        breakdown: uploadBreakdown(cell),
        period,
        value: value.value,
        line,
      };
      for (const [name, column] of numbers) {
        const number = valueOf(cell(column));
        if (!number.done)
          return void part.refused.push(valueRefused(number.refusal, { about: 'row', line, column }));
        if (isNumber(number.value)) made[name] = number.value;
      }
      part.observations.push(made);
    };
  });
}

function uploadBreakdown(cell: (name: string) => string): string {
  const parts: Record<string, string> = {};
  const sex = cell('sex').toLowerCase();
  if (sex !== '' && sex !== 'persons')
    parts['Sex'] = sex === 'male' ? 'Male' : sex === 'female' ? 'Female' : sex;
  const [from, to] = [cell('age_from_years_inclusive'), cell('age_to_years_inclusive')];
  if (from !== '' || to !== '')
    parts['Age'] = to === '' ? `${from} and over` : `${from === '' ? '0' : from} to ${to}`;
  if (cell('deprivation_decile') !== '') parts[cell('deprivation_category')] = cell('deprivation_decile');
  return breakdownOf(parts);
}

/** The days on which a kind of period may begin and end, so that a day and month changed about are found out. */
const kinds: ReadonlyMap<string, { kind: PeriodKind; years: number; begins: RegExp; ends: RegExp }> = new Map(
  [
    ['calendar_year', { kind: 'calendar', years: 1, begins: /-01-01$/, ends: /-12-31$/ }],
    ['financial_year', { kind: 'financial', years: 1, begins: /-04-0[16]$/, ends: /-(03-31|04-05)$/ }],
    ['academic_year', { kind: 'academic', years: 1, begins: /-(08|09)-01$/, ends: /-(07|08)-31$/ }],
    ['two_year', { kind: 'calendar', years: 2, begins: /-01-01$/, ends: /-12-31$/ }],
    ['three_year', { kind: 'calendar', years: 3, begins: /-01-01$/, ends: /-12-31$/ }],
    ['five_year', { kind: 'calendar', years: 5, begins: /-01-01$/, ends: /-12-31$/ }],
    [
      'quarter',
      { kind: 'quarter', years: 1, begins: /-(01|04|07|10)-01$/, ends: /-(03-31|06-30|09-30|12-31)$/ },
    ],
    ['month', { kind: 'month', years: 1, begins: /-01$/, ends: /-(28|29|30|31)$/ }],
  ],
);

const lengths: Readonly<Partial<Record<PeriodKind, [number, number]>>> = {
  quarter: [90, 92],
  month: [28, 31],
};

function uploadPeriod(from: string, to: string, type: string): Period | { column: string } {
  const kind = kinds.get(type.toLowerCase());
  if (!kind) return { column: 'period_type' };
  const [start, end] = [writtenDay(from), writtenDay(to)];
  if (!start || !kind.begins.test(start)) return { column: 'date_from' };
  if (!end || !kind.ends.test(end)) return { column: 'date_to' };
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  const [fewest, most] = lengths[kind.kind] ?? [365 * kind.years, 366 * kind.years];
  if (days < fewest || days > most) return { column: 'date_to' };
  return { start, end, kind: kind.kind, years: kind.years, state: 'final', text: `${from} to ${to}` };
}

const asks: Readonly<Record<string, string>> = {
  area_code: 'Give the area’s nine-character code, E10000013.',
  period_type:
    'Write calendar_year, financial_year, academic_year, two_year, three_year, five_year, quarter or month.',
  date_from: 'Write the first day of the period, 2024-04-01 or 01/04/2024, and check it against period_type.',
  date_to: 'Write the last day of the period, 2025-03-31 or 31/03/2025, and check it against period_type.',
};

function refusal(line: number, column: string, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: column === 'area_code' ? 'unknown-area' : 'not-a-period',
    words: `“${text}” does not fit in “${column}”.`,
    mend: asks[column] ?? '',
  });
}
