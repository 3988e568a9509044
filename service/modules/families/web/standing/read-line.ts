import type { Posted } from '#platform/forms/fields.ts';
import { dayPosted } from '#platform/forms/inputs.tsx';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { LineWords } from '../../actions/standing/write-line.ts';

const most = 4000;
const tellings = ['told', 'will-be-told', 'not-told'] as const;
const helpAnswers = ['yes', 'no', 'not-asked'] as const;
const detriments = ['not-more', 'more'] as const;

/** What was answered for the sharing ledger; what was not stays undefined or empty. */
export function readLine(posted: Posted): LineWords {
  const words = (name: string) => kept(posted, name).slice(0, most);
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === kept(posted, name));
  return {
    told: one('told', tellings),
    toldWords: words('told-words'),
    helpAgreed: one('help-agreed', helpAnswers),
    plainWords: words('plain-words'),
    reviewOn: dayIn(posted, 'review-on'),
    duty: {
      relevance: words('relevance'),
      whoseFunction: words('whose-function'),
      howFar: words('how-far'),
      detriment: one('detriment', detriments),
    },
    consent: { givenBy: words('consent-by'), givenOn: dayIn(posted, 'consent-on') },
  };
}

/** Days that do not exist. */
export function daysWrong(posted: Posted): FieldError[] {
  return ['review-on', 'consent-on']
    .filter((name) => dayPosted(posted, name) === 'no-such-day')
    .map((field) => ({ field, message: 'Enter a day that exists, such as 1 9 2026' }));
}

function dayIn(posted: Posted, name: string): Day | undefined {
  const found = dayPosted(posted, name);
  return found === 'empty' || found === 'no-such-day' ? undefined : found;
}
