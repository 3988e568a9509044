import { county } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { csvLine, quotedLine } from './csv.ts';
import { areas, countOf, isHidden, rounded, seed, valueOf } from './invented-values.ts';
import { share } from './seeded.ts';
import { stories, yearsOf } from './stories.ts';
import type { Story } from './stories.ts';

const header = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';

/** Which measures of the last year were first provisional: they stand twice, and the revised one differs a little. */
const firstProvisional: readonly string[] = ['KS2RWM_Expected_STD', 'EngMaths9-5', 'TotPerAbNew'];

/** Thornmoor shares its youth justice service with another county and returns no suspensions: it has no row at all. */
const absent: Readonly<Record<string, string>> = { FirstYJS: 'Thornmoor', TotFixedEx: 'Thornmoor' };

/** Years in which an area returned nothing, written "-". */
const unreturned = new Set([
  'SEN_EHC_All_20wks|Kestrelshire|2022',
  'HCP_PHOF|Ashmarch|2019',
  'LAC_LongStable%|Thornmoor|2020',
  'CMH_0-17yrs|Thornmoor|2023',
  'Work_Force_TO_Rate|Ravensmere|2018',
  '%_2yr_olds|Brackenshire|2021',
]);

/** LAIT's bulk file in its long form, with the faults that the real one has. Lines end as the real ones do. */
export function laitLong(): string {
  const lines = stories.flatMap((one) =>
    yearsOf(one).flatMap((year, index) => yearLines(one, year, index === 0)),
  );
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

function yearLines(one: Story, year: number, isFirst: boolean): string[] {
  const present = areas.filter((area) => absent[one.shortDesc] !== area.name);
  const isLast = year === one.firstYear + one.country.length - 1;
  const states = isLast && firstProvisional.includes(one.shortDesc) ? ['(prov)', '(Rev)'] : [''];
  return states.flatMap((state) =>
    present.map((area) =>
      csvLine([
        one.shortDesc,
        isFirst ? one.measure : '',
        state === '' ? yearWords(one, year) : `${yearWords(one, year)} ${state}`,
        // The real file spells one region in two ways, in these two columns.
        area.kind === 'region' ? area.name.replace(' The ', ' the ') : area.name,
        cell(one, area, { year, isProvisional: state === '(prov)' }),
        area.number,
        area.regionName ?? 'NA',
      ]),
    ),
  );
}

function yearWords(one: Story, year: number): string {
  return one.yearsAs === 'slash' ? `${year - 1}/${String(year % 100).padStart(2, '0')}` : String(year);
}

function cell(one: Story, area: InventedArea, at: { year: number; isProvisional: boolean }): string {
  if (unreturned.has(`${one.shortDesc}|${area.name}|${at.year}`)) return '-';
  const counts = countOf(one.shortDesc, area, at.year);
  const value = valueOf(one.shortDesc, area, at.year);
  if (value === null || (counts && isHidden(counts))) return '-';
  // The real England row for first-time entrants is no rate: it lies far outside every area of England.
  if (one.shortDesc === 'FirstYJS' && area.kind === 'country') return String(rounded(value * 9.3, 0));
  if (at.isProvisional)
    return noisy(rounded(value - 0.6 * share(seed, 'provisional', one.shortDesc, area.code), one.decimals));
  return noisy(value);
}

/** As a spreadsheet writes it out: 68.6 becomes 68.599999999999994. */
function noisy(value: number): string {
  const whole = value.toPrecision(17);
  return Number.isInteger(value) || whole.length < 17 ? String(value) : whole.replace(/0+$/, '');
}

const dictionaryHeader = [
  'Measure_code',
  'Topic',
  'Measure',
  'Chart_title',
  'Measure_short',
  'Polarity',
  'y_axis_name',
  'state_funded_flag',
  'Table_status',
  'Description',
  'Last Update',
  'Next Update',
  'Data Owner (DO) /Supplier and Contact Details',
  'Methodology',
  'Hyperlink(s)',
  'dps',
  'Year_Type',
  'No_Quartile',
];

/** LAIT's data dictionary for these measures; one name stands twice, with an older row, as in the real one. */
export function laitDictionary(): string {
  const rows = stories.map((one, index) => dictionaryRow(one, { code: 901 + index, updated: 45962 }));
  const older = stories
    .filter((one) => one.shortDesc === 'LAC')
    .map((one) => dictionaryRow(one, { code: 890, updated: 45231 }));
  return `${[dictionaryHeader, ...rows, ...older].map(quotedLine).join('\n')}\n`;
}

type DictionaryFacts = { code: number; updated: number };

function dictionaryRow(one: Story, { code, updated }: DictionaryFacts): (string | null)[] {
  return [
    String(code),
    one.topic,
    one.measure,
    one.measure,
    one.shortDesc,
    one.polarity,
    one.unit,
    one.yearType === 'Academic Year' ? 'State Funded' : null,
    'Invented',
    `All figures were invented for ${county.name}, a county that does not exist.\n\n\n\nThe name and the kind of year are the publisher's.`,
    String(updated),
    String(updated + 365),
    'Invented',
    '-',
    'https://brackenshire.example/invented',
    one.decimals > 2 ? '2' : one.decimals === 1 ? null : String(one.decimals),
    one.yearType,
    null,
  ];
}
