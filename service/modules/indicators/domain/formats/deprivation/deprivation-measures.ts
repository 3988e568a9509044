import { factsFromName } from '../../measure-facts.ts';
import type { MeasureFacts } from '../../measure-facts.ts';
import type { PublishedMeasure } from '../../observation.ts';

/** The indices of which small areas' tenths are kept. */
export const indexNames = ['imd', 'idaci'] as const;
export type IndexName = (typeof indexNames)[number];

const words: { readonly [Name in IndexName]: string } = {
  imd: 'deprivation',
  idaci: 'income deprivation affecting children',
};

const set = 'english-indices-of-deprivation';

const tenthNames = [
  ...['most deprived', 'second', 'third', 'fourth', 'fifth'],
  ...['sixth', 'seventh', 'eighth', 'ninth', 'least deprived'],
];

function measure(code: string, name: string): PublishedMeasure {
  return { source: 'other', code: `${set}:${code}`, name };
}

export const tenths = 10;

/**
 * The share of an area's small areas that lie in each tenth of England, the first the most deprived: a measure each, since
 * tenths of places are no groups of people.
 */
export const deprivationMeasures: { readonly [Name in IndexName]: readonly PublishedMeasure[] } = {
  imd: measuresOf('imd'),
  idaci: measuresOf('idaci'),
};

function measuresOf(index: IndexName): readonly PublishedMeasure[] {
  return Array.from({ length: tenths }, (_, at) =>
    measure(
      `${index}-tenth-${at + 1}`,
      `Small areas in the ${tenthNames[at]} tenth of England (${words[index]})`,
    ),
  );
}

/** What the catalogue is to say of these measures. */
export const deprivationFacts: readonly MeasureFacts[] = indexNames
  .flatMap((index) => deprivationMeasures[index])
  .map((each) => ({
    ...factsFromName(each),
    unit: '%',
    // all small areas are counted and none is drawn: a share without chance in it, so it bears no interval
    kind: 'index',
    polarity: 'no-judgement',
    decimals: 1,
    publisher: 'Ministry of Housing, Communities and Local Government',
    publication: 'English indices of deprivation',
    link: 'https://www.gov.uk/government/collections/english-indices-of-deprivation',
  }));
