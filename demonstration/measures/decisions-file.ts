import { county, neighbours } from '../county.ts';
import type { InventedArea } from '../county.ts';
import { csvLine } from './csv.ts';
import { seed } from './invented-values.ts';
import { wobble } from './seeded.ts';

/**
 * What the county and its neighbours counted of their own decisions, by ethnic group, as a careful analyst hands them in: fewer
 * than ten withheld, the rest rounded to the nearest five. The service would do the same, and looks for what still gives away.
 */

const years = [2022, 2023, 2024, 2025];

/** Of how many of the step before a step follows, for most children; the last is counted out of all children. */
const usual = { referred: 0.052, assessed: 0.91, in_need: 0.64, enquiry: 0.42, conference: 0.38, plan: 0.87 };
const lookedAfter = 0.0072;

/** A group: its share of all children, and how many times as likely it is to be referred, first and last year, in the county. */
const groups = [
  { name: 'Asian', share: 0.021, own: [0.9, 0.9], elsewhere: 0.9 },
  { name: 'Black', share: 0.0021, own: [1.1, 1.1], elsewhere: 1.1 },
  { name: 'Mixed', share: 0.036, own: [1.75, 1.4], elsewhere: 1.15 },
  { name: 'Other', share: 0.0018, own: [1, 1], elsewhere: 1 },
  { name: 'White', share: 0.9391, own: [1, 1], elsewhere: 1 },
] as const;

type Group = (typeof groups)[number];

/** The table in the form of Explore education statistics. */
export function decisions(): string {
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,ethnicity,children,referred,assessed,in_need,enquiry,conference,plan,looked_after';
  const lines = years.toReversed().flatMap((year) =>
    [county, ...neighbours].flatMap((area) => {
      const each = groups.map((group) => ({ name: group.name, counts: countsOf(group, area, year) }));
      const all =
        each[0]?.counts.map((_, at) => each.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)) ?? [];
      return [{ name: 'Total', counts: all }, ...each].map(({ name, counts }) =>
        csvLine([...placeOf(area, year), name, ...counts.map(handedIn)]),
      );
    }),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

function handedIn(count: number): string {
  return count < 10 ? 'c' : String(Math.round(count / 5) * 5);
}

function placeOf(area: InventedArea, year: number): string[] {
  return [
    String(year),
    'Reporting year',
    'Local authority',
    'E92000001',
    'England',
    area.number,
    area.code,
    area.name,
  ];
}

/** Children of the group, then how many of them came to each step. */
function countsOf(group: Group, area: InventedArea, year: number): number[] {
  const children = Math.round(area.children * group.share);
  const [from, to] = group.own;
  const along = (year - 2022) / 3;
  const times = area.code === county.code ? from + (to - from) * along : group.elsewhere;
  const draw = (of: number, share: number, step: string): number => {
    const spread = Math.sqrt(of * share * (1 - share)) * 0.4;
    const drawn = of * share + spread * wobble(seed, 'decision', step, group.name, area.code, year);
    return Math.max(0, Math.min(of, Math.round(drawn)));
  };
  const referred = draw(children, usual.referred * times, 'referred');
  const assessed = draw(referred, usual.assessed, 'assessed');
  const inNeed = draw(assessed, usual.in_need, 'in-need');
  const enquiry = draw(inNeed, usual.enquiry, 'enquiry');
  const conference = draw(enquiry, usual.conference, 'conference');
  const plan = draw(conference, usual.plan, 'plan');
  return [
    children,
    referred,
    assessed,
    inNeed,
    enquiry,
    conference,
    plan,
    draw(children, lookedAfter * times, 'care'),
  ];
}

const steps = [
  ['children', 'Children aged 0 to 17'],
  ['referred', 'Children referred in the year'],
  ['assessed', 'Children assessed in the year'],
  ['in_need', 'Children found to be in need'],
  ['enquiry', 'Children with a child protection enquiry'],
  ['conference', 'Children with a child protection conference'],
  ['plan', 'Children with a child protection plan'],
  ['looked_after', 'Children looked after on 31 March'],
] as const;

export const decisionsMeta = `${[
  'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column',
  'ethnicity,Filter,Ethnicity,,,,,',
  ...steps.map(([column, label]) => `${column},Indicator,${label},,,0,,`),
].join('\n')}\n`;
