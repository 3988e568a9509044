import type { WordsFor } from '#platform/kernel/outcome.ts';
import { outboundWords, type OutboundRefusal } from '#platform/outbound/refusals.ts';

/** Why nothing came of fetching one thing. */
export type FetchRefusal =
  | OutboundRefusal
  /** the publisher answered, and not in the shape that is read here */
  | { reason: 'changed-shape'; host: string; found: string }
  | { reason: 'no-such-publication'; slug: string }
  | { reason: 'nothing-published'; title: string }
  | { reason: 'superseded'; title: string; by: string }
  /** the same content was refused before */
  | { reason: 'refused-before'; words: string };

export const fetchWords: WordsFor<FetchRefusal> = {
  ...outboundWords,
  'changed-shape': ({ host, found }) =>
    `${host} sent a file whose shape is not the one that is read here. ${found} Nothing of it was brought in.`,
  'no-such-publication': ({ slug }) => `No publication is called “${slug}” there.`,
  'nothing-published': ({ title }) => `“${title}” has no data set that can be fetched.`,
  superseded: ({ title, by }) =>
    `“${title}” is no longer kept up. Another takes its place: fetch ${by} instead.`,
  'refused-before': ({ words }) => `It is the very file that could not be brought in before: ${words}`,
};
