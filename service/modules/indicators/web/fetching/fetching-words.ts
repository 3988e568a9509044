import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AddSourceRefusal } from '../../actions/fetching/keep-sources.ts';
import type { ComesIn, FetchKind, FetchRhythm, FetchSource } from '../../domain/fetching/fetch-source.ts';
import type { SourceLine } from '../../queries/fetching/sources.ts';

/** What can be fetched, for people: what it is, and where its number is found. */
export const kindWords: { readonly [Kind in FetchKind]: { name: string; short: string; where: string } } = {
  'fingertips-indicator': {
    name: 'One indicator of Fingertips, or several',
    short: 'Fingertips, indicator',
    where:
      'Its number stands beside its name on fingertips.phe.org.uk: 90284. Several have a comma between them.',
  },
  'fingertips-group': {
    name: 'A group of indicators of Fingertips',
    short: 'Fingertips, group',
    where: 'The number after “gid” in the address of its page.',
  },
  'fingertips-profile': {
    name: 'A whole profile of Fingertips',
    short: 'Fingertips, profile',
    where: 'The number of the profile, as its interface lists it.',
  },
  'ees-data-set': {
    name: 'A data set of Explore Education Statistics',
    short: 'Explore Education Statistics, data set',
    where: 'The long number on the page of the data set in the data catalogue. The whole address will do.',
  },
  'ees-publication': {
    name: 'A whole publication of Explore Education Statistics',
    short: 'Explore Education Statistics, publication',
    where: 'The last part of its address: children-looked-after-in-england. The whole address will do.',
  },
};

export const rhythmWords: { readonly [Rhythm in FetchRhythm]: string } = {
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every four weeks',
};

export const comesInWords: { readonly [Way in ComesIn]: { name: string; hint: string } } = {
  waits: {
    name: 'It waits for somebody’s yes',
    hint: 'Like a file that was handed in: you see what it would change before anything does.',
  },
  'by-itself': {
    name: 'New figures come in by themselves',
    hint: 'It still waits for a yes where a row was refused, or where it says something else than what is here.',
  },
};

/** How it stands, in a few words. */
export function saySource(source: Pick<SourceLine, 'isAtWork' | 'isPaused' | 'outcome'>): string {
  if (source.isAtWork) return 'Being fetched';
  if (source.outcome === 'failed') return 'Did not work';
  if (source.isPaused) return 'Paused';
  if (source.outcome === undefined) return 'Not fetched yet';
  return source.outcome === 'fresh' ? 'New figures' : 'Nothing new';
}

/** "Fingertips, indicator 90284, for area type 502". */
export function sayAsked({
  kind,
  identifier,
  areaType,
}: Pick<FetchSource, 'kind' | 'identifier' | 'areaType'>): string {
  return `${kindWords[kind].short} ${identifier}${areaType === '' ? '' : `, kind of area ${areaType}`}`;
}

export const addWords: WordsFor<AddSourceRefusal> = {
  'not-allowed': () => 'You may not bring figures in.',
  'not-an-identifier': ({ kind }) => `That is not what it is asked for by. ${kindWords[kind].where}`,
  'not-an-area-type': () => 'A kind of area is a number, as 502',
  'not-a-file-name': () => 'A file name has letters, numbers, - and _ and nothing else',
  'set-already': ({ title }) => `It is set to be fetched already, as “${title}”`,
};
