import { purposes, type Purpose } from '#platform/access/purposes.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { dayPosted } from '#platform/forms/inputs.tsx';
import { kept, keptAll, type FieldError } from '#platform/forms/read-form.ts';
import type { Day } from '#platform/kernel/day.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import {
  demanders,
  helpAnswers,
  refusalGrounds,
  tellings,
  type DisclosureOutcome,
  type DisclosureWords,
  type Manner,
} from '../../domain/disclosures/disclosure.ts';
import { bases } from '../../domain/law/bases.ts';
import { conditions } from '../../domain/law/conditions.ts';
import { itemGroups } from '../../domain/law/item-groups.ts';
import { legalPowers } from '../../domain/law/legal-powers.ts';

export const happenings = ['share', 'not-share', 'demand'] as const;
/** What happened, as the first question asks it. */
export type Happening = (typeof happenings)[number];

/** The answers to the first questions, which the second page carries along. */
export type Begun = {
  happening: Happening;
  childId: string;
  from: Id<'organisation'>;
  to: Id<'organisation'> | undefined;
  purpose: Purpose;
};

export const startFields = {
  child: 'child',
  happening: 'did',
  from: 'from',
  to: 'to',
  purpose: 'for',
} as const;

/** Nobody of the partnership: they are named in words. */
export const elsewhere = 'elsewhere';

/** The first answers, from an address or a form; undefined where one is missing. */
export function readBegun(values: (name: string) => string, own: string | undefined): Begun | undefined {
  const happening = happenings.find((one) => one === values(startFields.happening));
  const childId = idFrom<'child'>(values(startFields.child));
  const from = idFrom<'organisation'>(own ?? values(startFields.from));
  const to = values(startFields.to);
  const purpose =
    happening === 'demand'
      ? 'compelled-by-law'
      : purposes.find((one) => one === values(startFields.purpose) && one !== 'compelled-by-law');
  const recipient = to === elsewhere ? undefined : idFrom<'organisation'>(to);
  if (!happening || !childId || !from || !purpose || (to !== elsewhere && !recipient)) return undefined;
  return { happening, childId, from, to: recipient, purpose };
}

const outcomeOf: Readonly<Record<Happening, { outcome: DisclosureOutcome; manner: Manner }>> = {
  share: { outcome: 'shared', manner: 'considered' },
  'not-share': { outcome: 'not-shared', manner: 'considered' },
  demand: { outcome: 'shared', manner: 'compelled' },
};

const most = 4000;

/** The lines of the form that hold words, and how much each takes. */
const lengths: Readonly<Record<string, number>> = {
  'to-body': 200,
  'to-person': 200,
  extent: most,
  'told-words': most,
  'consent-by': 200,
  'single-ground': most,
  relevance: most,
  'whose-function': most,
  'how-far': most,
  'refusal-words': most,
  'demand-reference': 200,
  'decided-by': 200,
  'plain-words': most,
};

/** What cannot be taken as it was typed: too many words, a day that does not exist. */
export function formErrors(posted: Posted): FieldError[] {
  const long = Object.entries(lengths)
    .filter(([name, limit]) => kept(posted, name).length > limit)
    .map(([field, limit]) => ({
      field,
      message: `This must be ${limit.toLocaleString('en-GB')} characters or fewer`,
    }));
  const days = ['decided-on', 'review-on', 'consent-on']
    .filter((name) => dayPosted(posted, name) === 'no-such-day')
    .map((field) => ({ field, message: 'Enter a day that exists, such as 1 9 2026' }));
  return [...long, ...days];
}

/** The words of a record as they were posted; what is not answered stays undefined or empty. */
export function readRecording(posted: Posted, begun: Begun): DisclosureWords {
  const line = (name: string) => typed(kept(posted, name));
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === kept(posted, name));
  const ticked = keptAll(posted, 'items');
  const basis = one('basis', bases);
  return {
    ...outcomeOf[begun.happening],
    subject: { kind: 'child', id: begun.childId },
    from: begun.from,
    to: { organisationId: begun.to, body: line('to-body'), person: line('to-person') },
    gatheredFor: one('gathered-for', purposes),
    purpose: begun.purpose,
    legalPower: one('legal-power', legalPowers),
    basis,
    condition: one('condition', conditions),
    items: itemGroups.filter((item) => ticked.includes(item)),
    extent: line('extent'),
    told: one('told', tellings),
    toldWords: line('told-words'),
    helpAgreed: one('help-agreed', helpAnswers),
    consent: { givenBy: line('consent-by'), givenOn: dayIn(posted, 'consent-on') },
    rests: one('rests', ['agreement', 'single']),
    singleGround: line('single-ground'),
    ...reasonsIn(posted, line),
    decidedByName: line('decided-by'),
    decidedOn: dayIn(posted, 'decided-on'),
    reviewOn: dayIn(posted, 'review-on'),
    plainWords: line('plain-words'),
  };
}

function reasonsIn(posted: Posted, line: (name: string) => string) {
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === kept(posted, name));
  return {
    duty: {
      relevance: line('relevance'),
      whoseFunction: line('whose-function'),
      howFar: line('how-far'),
      detriment: one('detriment', ['not-more', 'more']),
    },
    refusalGround: one('refusal-ground', refusalGrounds),
    refusalWords: line('refusal-words'),
    demandedBy: one('demanded-by', demanders),
    demandReference: line('demand-reference'),
  };
}

function dayIn(posted: Posted, name: string): Day | undefined {
  const found = dayPosted(posted, name);
  return found === 'empty' || found === 'no-such-day' ? undefined : found;
}

/** As the platform's own fields read words: plain line ends, composed, without what no keyboard types. */
function typed(value: string): string {
  return value
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\t\n\P{Cc}]/gu, '')
    .normalize('NFC')
    .trim();
}
