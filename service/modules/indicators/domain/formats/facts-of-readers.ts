import { measureId } from '../measure-facts.ts';
import type { MeasureFacts } from '../measure-facts.ts';
import { deprivationFacts } from './deprivation/deprivation-measures.ts';
import { neetFacts } from './neet/neet-columns.ts';
import { populationFacts } from './population/population-measures.ts';

/** What is known, by id, of the measures of files whose publisher gives no dictionary. */
export const factsOfReaders: ReadonlyMap<string, MeasureFacts> = new Map(
  [...neetFacts, ...populationFacts, ...deprivationFacts].map((facts) => [measureId(facts), facts]),
);
