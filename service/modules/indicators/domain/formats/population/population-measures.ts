import { factsFromName } from '../../measure-facts.ts';
import type { MeasureFacts } from '../../measure-facts.ts';
import type { PublishedMeasure } from '../../observation.ts';
import type { Period } from '../../period.ts';
import { dayOf } from '#platform/kernel/day.ts';

const set = 'ons-mid-year-population-estimates';

/** Everybody under 18 on 30 June. */
export const children: PublishedMeasure = {
  source: 'other',
  code: `${set}:children-aged-0-to-17`,
  name: 'Children aged 0 to 17',
};

/** Children and young people: older ages are read over. */
export const oldestKept = 25;

/** People by single year of age and sex, for rates that are standardised by age. */
export const peopleByAge: PublishedMeasure = {
  source: 'other',
  code: `${set}:people-by-age`,
  name: 'Children and young people aged 0 to 25, by single year of age',
};

const said = {
  unit: 'people',
  kind: 'count',
  polarity: 'no-judgement',
  decimals: 0,
  publisher: 'Office for National Statistics',
  publication: 'Mid-year population estimates',
  link: 'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates',
} as const;

/** What the catalogue is to say of these measures. */
export const populationFacts: readonly MeasureFacts[] = [children, peopleByAge].map((measure) => ({
  ...factsFromName(measure),
  ...said,
}));

/** An estimate speaks of one day: 30 June. */
export function midYear(text: string): Period | undefined {
  if (!/^(?:19|20)\d{2}$/.test(text)) return undefined;
  const day = dayOf(Number(text), 6, 30);
  return { start: day, end: day, kind: 'day', years: 1, state: 'final', text };
}
