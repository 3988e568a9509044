import { z } from 'zod';
import { choice, optionalChoice, optionalText } from '#platform/forms/fields.ts';
import { dayPosted, readDay } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { ChangeEntryRefusal } from '../../actions/record/write-entry.ts';
import { confidences, entryKinds } from '../../domain/record/entry.ts';
import type { EntryWords } from '../../domain/record/new-entry.ts';

const form = z.object({
  kind: choice('what it is', entryKinds),
  body: optionalText(4000),
  whoseWords: optionalText(200),
  source: optionalText(300),
  confidence: choice('how sure anybody is', confidences),
  wouldHelp: optionalText(2000),
  aboutPersonId: optionalText(60),
  seenBy: optionalChoice(['around', 'named']),
});

export type EntryRead = { words: EntryWords } | { errors: readonly FieldError[] };

/** The form of an entry as words. */
export function readEntry({ posted }: PageRequest): EntryRead {
  const read = readForm(form, posted);
  const said = dayPosted(posted, 'saidOn');
  const review = readDay(posted, 'reviewOn', 'The day to look again');
  const isDay = said !== 'empty' && said !== 'no-such-day';
  const errors = [
    ...(read.done ? [] : read.refusal.errors),
    ...(isDay ? [] : [{ field: 'saidOn', message: 'Enter the day when that was, such as 1 9 2026' }]),
    ...(review.done ? [] : review.refusal.errors),
  ];
  if (!read.done || !isDay || !review.done) return { errors };
  const { kind, confidence, body = '', whoseWords = '', source = '', wouldHelp = '' } = read.value;
  const about =
    read.value.aboutPersonId === undefined ? undefined : idFrom<'person'>(read.value.aboutPersonId);
  return {
    words: {
      kind,
      body,
      whoseWords,
      source,
      saidOn: said,
      confidence,
      wouldHelp,
      reviewOn: review.value,
      aboutPersonId: about,
      seenBy: read.value.seenBy ?? 'named',
    },
  };
}

const words: WordsFor<ChangeEntryRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'entry-missing': () => '',
  'body-missing': () => 'Write what was said or seen',
  'whose-words-missing': () => 'Say whose words these are',
  'source-missing': () => 'Say how you know it',
  'said-later': () => 'It was said on a day that has been',
  'review-wrong': () => 'Choose a day ahead, at most two years from now',
  'about-wrong': () => 'Only what is about health can be a parent’s own',
  'changed-meanwhile': () =>
    'Somebody changed this while you wrote. Both texts are below: yours is still in the form.',
};

const fields: Readonly<Record<ChangeEntryRefusal['reason'], string>> = {
  'not-allowed': '',
  'record-missing': '',
  'entry-missing': '',
  'body-missing': 'body',
  'whose-words-missing': 'whoseWords',
  'source-missing': 'source',
  'said-later': 'saidOn',
  'review-wrong': 'reviewOn',
  'about-wrong': 'aboutPersonId',
  'changed-meanwhile': 'body',
};

/** What is wrong, at its field; undefined where the page is not theirs. */
export function entryErrors(refusal: ChangeEntryRefusal): readonly FieldError[] | undefined {
  const message = wordsOf(words, refusal);
  return message === '' ? undefined : [{ field: fields[refusal.reason], message }];
}
