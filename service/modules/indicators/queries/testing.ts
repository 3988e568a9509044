import assert from 'node:assert/strict';
import { bringInTexts } from '../actions/bring-in-files.ts';
import type { Act } from '../actions/bring-in/handed-file.ts';
import { setUpAreas } from '../actions/set-up-areas.ts';
import { dictionaryText, laitText } from '../testing.ts';

/** Six invented counties; the first is ours, and the next three are its neighbours. */
const counties = ['Brackenshire', 'Corveshire', 'Hartlewold', 'Ashmarch', 'Marrowdale', 'Lowenshire'].map(
  (name, at) => ({
    code: `X1000000${at + 1}`,
    dfeCode: `10${at + 1}`,
    name,
    kind: 'county',
    regionCode: undefined,
  }),
);

const measures = [
  { code: 'PrevRegCPR', name: 'A second plan', polarity: 'Low' },
  { code: 'FSP_NEW_GOODDEV', name: 'Ready for school', yearType: 'Academic Year' },
  { code: 'FirstYJS', name: 'First offences', polarity: 'Low', yearType: 'Calendar Year' },
  { code: 'CIN', name: 'Children in need', polarity: '-', yearType: 'Annual' },
  { code: 'LocalOnly', name: 'Something nobody wrote down' },
];

type Value = string;
type Told = readonly [measure: string, years: string, own: Value, others: readonly Value[], england: Value];

/** Rows of the bulk file: a measure and year, our own value, those of the other counties in order, England's. */
export function bulkFile(rows: readonly Told[]): string {
  return laitText(
    rows.flatMap(([measure, years, own, others, england]) => [
      ...counties.flatMap(({ name, dfeCode }, at): [string, string, string, string, string][] => {
        const value = at === 0 ? own : others[at - 1];
        return value === undefined ? [] : [[measure, years, name, value, dfeCode]];
      }),
      ...(england === ''
        ? []
        : [[measure, years, 'England', england, '970'] satisfies [string, string, string, string, string]]),
    ]),
  );
}

/** The counts behind the second plans, as the publisher's table gives them. */
export function countsFile(
  rows: readonly { year: number; at: number; starts: number; again: number }[],
): string {
  const head =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_start,CPP_subsequent,CPP_subsequent_percent';
  const lines = rows.map(({ year, at, starts, again }) => {
    const county = counties[at];
    assert.ok(county);
    const percent = ((again / starts) * 100).toFixed(1);
    return `${year},Reporting year,Local authority,E92000001,England,,,${county.dfeCode},${county.code},${county.name},Child Protection Plans which are a second or subsequent plan,${starts},${again},${percent}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}

export const countsMeta = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
category,Filter,Category,,,,,
CPP_start,Indicator,Child protection plans starting in the year,,,0,,
CPP_subsequent,Indicator,Plans that are a second or subsequent plan,,,0,,
CPP_subsequent_percent,Indicator,Percentage that are a second or subsequent plan,,%,1,,
`;

const neighboursFile = `old_la_code,la_name,region_ind,region_name,${Array.from({ length: 10 }, (_, at) => `SN_${at + 1},SN_${at + 1}P`).join(',')}
101,Brackenshire,1,The Vale,102,Very close,103,Close,104,Close,${[107, 108, 109, 110, 111, 112, 113].map((number) => `${number},Not close`).join(',')}
`;

/** Sets the counties up, and brings their neighbours and the dictionary in. */
export async function setUpCounties(parts: { act: Act; asService: Act; keepIn: string }): Promise<void> {
  const strangers = [107, 108, 109, 110, 111, 112, 113].map((number) => ({
    code: `X10000${number}`,
    dfeCode: String(number),
    name: `Stranger ${number}`,
    kind: 'elsewhere',
    regionCode: undefined,
  }));
  const home = counties[0]?.code ?? '';
  await parts.asService('write', (ctx) => setUpAreas(ctx, { home, areas: [...counties, ...strangers] }));
  await bring(parts, {
    'sn_model_2025_wide.csv': neighboursFile,
    'lait_data_dictionary.csv': dictionaryText(measures),
  });
}

/** Brings files in, all of which must come in. */
export async function bring(
  parts: { act: Act; keepIn: string },
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const given = Object.entries(texts).map(([name, text]) => ({ name, text }));
  const brought = await bringInTexts(parts.act, { texts: given, keepIn: parts.keepIn });
  assert.ok(brought.done);
  const failed = brought.value.filter(({ became }) => became !== 'brought-in');
  assert.deepEqual(
    failed.map(({ fileName, became, batch }) => [fileName, became, batch.failure]),
    [],
  );
}

/** Five measures with all that can stand in place of a number. */
export const usualFiles: Readonly<Record<string, string>> = {
  'bds_long.csv': bulkFile([
    ['PrevRegCPR', '2024', '28.0', ['20.0', '21.0', '22.0', '30.0', '-'], '24.0'],
    ['PrevRegCPR', '2025', '31.2', ['20.5', '21.5', '22.5', '33.0', '18.0'], '24.5'],
    ['FSP_NEW_GOODDEV', '2025', '68.6', ['70.1', '66.0', '69.0', '-', '71.0'], '68.3'],
    ['FirstYJS', '2024', '150', ['98', '181', '120', '130', '140'], '1258'],
    ['CIN', '2025', 'c', ['300', '310', '290', '280', '305'], '301'],
    ['LocalOnly', '2025', '0', ['1', '2', '3', '4', '5'], '2.5'],
  ]),
};
