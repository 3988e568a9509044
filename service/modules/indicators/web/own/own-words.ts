import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { DescribeRefusal, RedescribeRefusal } from '../../actions/own/describe-own-measure.ts';
import type { EnterRefusal } from '../../actions/own/enter-own-figures.ts';
import type { ReleaseRefusal } from '../../actions/own/release-own-figures.ts';
import { protectRefusalWords } from '#packages/disclosure-control';
import type { OwnKind, OwnOrigin, OwnRhythm } from '../../domain/own/own-measure.ts';
import type { OwnAudience } from '../../domain/own/own-table.ts';

export const rhythmWords: { readonly [Rhythm in OwnRhythm]: { every: string; one: string } } = {
  month: { every: 'Every month', one: 'month' },
  quarter: { every: 'Every quarter', one: 'quarter' },
  academic: { every: 'Every school year', one: 'school year' },
  financial: { every: 'Every financial year', one: 'financial year' },
  calendar: { every: 'Every calendar year', one: 'year' },
};

export const kindWords: { readonly [Kind in OwnKind]: { text: string; hint: string } } = {
  proportion: {
    text: 'A share',
    hint: 'So many of so many: 46 of 70 children were asked. Shown as a percentage.',
  },
  rate: { text: 'A rate', hint: 'So many for every 10,000 children who live there.' },
  count: { text: 'A plain number', hint: 'How many, and nothing else.' },
};

export const originWords: { readonly [Origin in OwnOrigin]: { text: string; hint: string } } = {
  cases: {
    text: 'From records of children we work with',
    hint: 'The public sees no number under 10, and others to the nearest 5. Partners see none under 5.',
  },
  answers: {
    text: 'From a survey',
    hint: 'Nobody sees the answers of fewer than 10 people, or of one or two schools.',
  },
};

export const audienceWords: {
  readonly [Audience in OwnAudience]: { to: string; who: string; where: string };
} = {
  public: { to: 'Release to everybody', who: 'everybody', where: 'on the scorecards and in the downloads' },
  partners: { to: 'Release to the partnership', who: 'everybody who signs in here', where: 'on this page' },
};

export const describeWords: WordsFor<DescribeRefusal | RedescribeRefusal> = {
  'not-allowed': () => 'Only an analyst describes a measure',
  'title-without-letters': () => 'Give it a name with letters in it',
  'title-taken': ({ title }) => `There is a measure called “${title}” already: give this one another name`,
  'measure-missing': () => 'This measure is no longer here',
  'changed-meanwhile': () => 'Somebody else changed it while you were writing. Both are shown below',
  'has-figures': () =>
    'It has figures already, so what they are made of cannot change. Describe a new measure instead',
};

export const enterWords: WordsFor<EnterRefusal> = {
  'not-allowed': () => 'Only an analyst enters figures',
  'measure-missing': () => 'This measure is no longer here',
  'no-such-period': () => 'This period has not ended, or is none of this measure’s',
  'no-such-place': () => 'One of the places is no longer ours. Open the page again',
  'lines-wrong': () => 'Some lines do not fit',
  'changed-meanwhile': () => 'Somebody else entered figures here while you were writing',
};

export const releaseWords: WordsFor<ReleaseRefusal> = {
  'not-allowed': () => 'Only an analyst releases figures',
  'measure-missing': () => 'This measure is no longer here',
  'no-figures': () => 'There are no figures to release yet',
  'changed-meanwhile': () => 'A figure changed since you looked. Look again, then release',
  'not-safe': ({ because }) => protectRefusalWords(because),
};
