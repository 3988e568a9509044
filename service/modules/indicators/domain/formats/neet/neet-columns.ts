import { factsFromName } from '../../measure-facts.ts';
import type { MeasureFacts } from '../../measure-facts.ts';
import type { PublishedMeasure } from '../../observation.ts';
import { plainHeader } from '../table/plain-header.ts';

/** A measure of the tables on learning and work at 16 and 17, and how its columns have been called. */
type NeetColumn = { code: string; group?: readonly [string, string]; sign: RegExp };

const percent = '(?:percent|percentage|pct)?';

/** Headers without their signs and capitals; every year has some that the year before had not. */
const columns: readonly NeetColumn[] = [
  { code: 'neet-or-not-known', sign: new RegExp(`^neet(?:and|or)?(?:nk|notknown)${percent}$`) },
  { code: 'neet', sign: new RegExp(`^neet${percent}$`) },
  { code: 'not-known', sign: new RegExp(`^notknown${percent}$`) },
  {
    code: 'participating',
    sign: new RegExp(`^(?:total)?participat(?:ing|ion)in(?:education|learning)(?:and)?training${percent}$`),
  },
  {
    code: 'full-time-education',
    sign: new RegExp(`^full-?time(?:education(?:and)?(?:training)?)${percent}$`),
  },
  { code: 'apprenticeship', sign: new RegExp(`^apprenticeships?${percent}$`) },
  { code: 'september-guarantee', sign: new RegExp(`^septemberguaranteeoffers?made${percent}$`) },
  ...groups([
    ['SEN provision', 'No SEN', 'nosen'],
    ['SEN provision', 'EHC plan', 'ehcp'],
    ['SEN provision', 'SEN support', 'sendsupport|sensupport'],
    ['Vulnerable group', 'In one', 'vg'],
  ]),
];

function groups(all: readonly (readonly [string, string, string])[]): NeetColumn[] {
  return all.map(([name, value, sign]) => ({
    code: 'neet-or-not-known',
    group: [name, value],
    sign: new RegExp(`^(?:neet(?:nk|notknown)(?:${sign})|(?:${sign})neet(?:nk|notknown))${percent}$`),
  }));
}

/** What a header of such a table holds; undefined for ranks in fifths, changes over a year, and what other tables say better. */
export function neetColumn(header: string): Omit<NeetColumn, 'sign'> | undefined {
  return columns.find(({ sign }) => sign.test(plainHeader(header)));
}

/** Whether a table is one of them: it places its rows as the Department does, and has the one column that they all have. */
export function isNeetTable(headers: ReadonlySet<string>): boolean {
  const found = [...headers].map((header) => neetColumn(header)?.code);
  return headers.has('time_period') && headers.has('geographic_level') && found.includes('neet');
}

const set = 'neet-and-participation';

export function neetMeasure(code: string): PublishedMeasure {
  return { source: 'ees', code: `${set}:${code}`, name: titles[code]?.title ?? code };
}

type Said = Pick<MeasureFacts, 'title' | 'polarity' | 'sameAs'>;

const titles: Readonly<Record<string, Said>> = {
  'neet-or-not-known': {
    title: 'Not in learning or work, or not known, at 16 and 17 (mean of December to February)',
    polarity: 'low-is-good',
    sameAs: 'lait:16-17_not known_NEET',
  },
  neet: {
    title: 'Not in learning or work at 16 and 17 (mean of December to February)',
    polarity: 'low-is-good',
    sameAs: 'lait:16-17 NEET',
  },
  'not-known': {
    title: 'What they do is not known, at 16 and 17 (mean of December to February)',
    polarity: 'low-is-good',
    sameAs: undefined,
  },
  participating: {
    title: 'In education or training at 16 and 17 (March)',
    polarity: 'high-is-good',
    sameAs: 'lait:16-17Ed&Training',
  },
  'full-time-education': {
    title: 'In full-time education at 16 and 17 (March)',
    polarity: 'no-judgement',
    sameAs: undefined,
  },
  apprenticeship: {
    title: 'In an apprenticeship at 16 and 17 (March)',
    polarity: 'no-judgement',
    sameAs: undefined,
  },
  'september-guarantee': {
    title: 'Offered a place in learning (September guarantee)',
    polarity: 'high-is-good',
    sameAs: undefined,
  },
};

/** What the catalogue is to say of these measures. */
export const neetFacts: readonly MeasureFacts[] = Object.entries(titles).map(([code, said]) => ({
  ...factsFromName(neetMeasure(code)),
  ...said,
  unit: '%',
  kind: 'proportion',
  decimals: 1,
  publication: 'Participation in education, training and NEET at 16 to 17, by local authority',
  link: 'https://explore-education-statistics.service.gov.uk/',
}));
