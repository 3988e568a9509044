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

function measure(code: string, name: string): PublishedMeasure {
  return { source: 'other', code: `${set}:${code}`, name };
}

/** The share of an area's small areas that are among England's most deprived tenth, and the share in every tenth. */
export const deprivationMeasures: {
  readonly [Name in IndexName]: { most: PublishedMeasure; tenths: PublishedMeasure };
} = {
  imd: measuresOf('imd'),
  idaci: measuresOf('idaci'),
};

function measuresOf(index: IndexName) {
  return {
    most: measure(
      `${index}-most-deprived-tenth`,
      `Small areas among the most deprived tenth of England (${words[index]})`,
    ),
    tenths: measure(`${index}-tenths`, `Small areas in each tenth of England (${words[index]})`),
  };
}

/** What the catalogue is to say of these measures. */
export const deprivationFacts: readonly MeasureFacts[] = indexNames
  .flatMap((index) => Object.values(deprivationMeasures[index]))
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
