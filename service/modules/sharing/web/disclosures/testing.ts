// A complete answer of each form of the ledger, for tests to take away from.
import type { Ctx } from '#platform/db/database.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { type Day } from '#platform/kernel/day.ts';
import type { DisclosureWords } from '../../domain/disclosures/disclosure.ts';
import type { SharingSubjects } from '../../queries/sharing-subjects.ts';
import { elsewhere, startFields } from './read-recording.ts';

export const testChildId = '01900000-0000-7000-8000-00000000c001';

/** One invented child whom everybody who may record reaches, as a room that holds children would answer. */
export const oneChild: SharingSubjects = {
  mine: async () => [{ id: testChildId, title: 'Wren Tester' }],
  reach: async (ctx: Ctx, id: string) => {
    if (id !== testChildId) return undefined;
    const subject = { kind: 'child', id };
    ctx.audit({
      act: 'test.name-read',
      way: 'read',
      subject,
      relationship: 'lead-worker',
      purpose: 'direct-help',
    });
    return { id, title: 'Wren Tester', relationship: 'lead-worker' };
  },
};

/** What a browser posts for these words. */
export function postedOf(words: DisclosureWords): Posted {
  const { duty, consent } = words;
  const happening =
    words.outcome === 'not-shared' ? 'not-share' : words.manner === 'compelled' ? 'demand' : 'share';
  return {
    [startFields.child]: [words.subject.id],
    [startFields.happening]: [happening],
    [startFields.from]: [words.from],
    [startFields.to]: [words.to.organisationId ?? elsewhere],
    [startFields.purpose]: [words.purpose ?? ''],
    'to-body': [words.to.body],
    'to-person': [words.to.person],
    'gathered-for': [words.gatheredFor ?? ''],
    'legal-power': [words.legalPower ?? ''],
    basis: [words.basis ?? ''],
    condition: [words.condition ?? ''],
    items: words.items,
    extent: [words.extent],
    told: [words.told ?? ''],
    'told-words': [words.toldWords],
    'help-agreed': [words.helpAgreed ?? ''],
    'consent-by': [consent?.givenBy ?? ''],
    ...dayPosted('consent-on', consent?.givenOn),
    rests: [words.rests ?? ''],
    'single-ground': [words.singleGround],
    relevance: [duty.relevance],
    'whose-function': [duty.whoseFunction],
    'how-far': [duty.howFar],
    detriment: [duty.detriment ?? ''],
    'refusal-ground': [words.refusalGround ?? ''],
    'refusal-words': [words.refusalWords],
    'demanded-by': [words.demandedBy ?? ''],
    'demand-reference': [words.demandReference],
    'decided-by': [words.decidedByName],
    ...dayPosted('decided-on', words.decidedOn),
    ...dayPosted('review-on', words.reviewOn),
    'plain-words': [words.plainWords],
  };
}

function dayPosted(name: string, day: Day | undefined): Posted {
  const [year = '', month = '', of = ''] = (day ?? '').split('-');
  return { [`${name}-year`]: [year], [`${name}-month`]: [month], [`${name}-day`]: [of] };
}

export type Taking = { name: string; from: (words: DisclosureWords) => DisclosureWords };

/** Every part without which no share is kept, each with how it is taken away. */
export const partsOfAShare: readonly Taking[] = [
  { name: 'recipient body', from: (words) => ({ ...words, to: { ...words.to, body: ' ' } }) },
  { name: 'recipient person', from: (words) => ({ ...words, to: { ...words.to, person: '' } }) },
  { name: 'gathered for', from: (words) => ({ ...words, gatheredFor: undefined }) },
  { name: 'purpose', from: (words) => ({ ...words, purpose: undefined }) },
  { name: 'legal power', from: (words) => ({ ...words, legalPower: undefined }) },
  { name: 'basis', from: (words) => ({ ...words, basis: undefined }) },
  { name: 'condition', from: (words) => ({ ...words, condition: undefined }) },
  { name: 'items', from: (words) => ({ ...words, items: [] }) },
  { name: 'extent', from: (words) => ({ ...words, extent: '\n ' }) },
  { name: 'told', from: (words) => ({ ...words, told: undefined }) },
  { name: 'why not told', from: (words) => ({ ...words, told: 'not-told', toldWords: ' ' }) },
  { name: 'agreement to help', from: (words) => ({ ...words, helpAgreed: undefined }) },
  { name: 'what it rests on', from: (words) => ({ ...words, rests: undefined }) },
  { name: 'single ground', from: (words) => ({ ...words, rests: 'single', singleGround: '' }) },
  { name: 'consent', from: (words) => ({ ...words, basis: 'consent', consent: undefined }) },
  {
    name: 'condition of health',
    from: (words) => ({ ...words, items: ['health'], condition: 'none-needed' }),
  },
  { name: 'decider', from: (words) => ({ ...words, decidedByName: '' }) },
  { name: 'day', from: (words) => ({ ...words, decidedOn: undefined }) },
  { name: 'review', from: (words) => ({ ...words, reviewOn: undefined }) },
  { name: 'plain words', from: (words) => ({ ...words, plainWords: '' }) },
  { name: 'relevance', from: (words) => ({ ...words, duty: { ...words.duty, relevance: '' } }) },
  { name: 'whose function', from: (words) => ({ ...words, duty: { ...words.duty, whoseFunction: '' } }) },
  { name: 'how far', from: (words) => ({ ...words, duty: { ...words.duty, howFar: ' ' } }) },
  { name: 'detriment', from: (words) => ({ ...words, duty: { ...words.duty, detriment: undefined } }) },
];

const ofRefusals: readonly string[] = [
  'recipient body',
  'recipient person',
  'gathered for',
  'purpose',
  'told',
  'why not told',
  'agreement to help',
  'decider',
  'day',
  'review',
  'plain words',
  'relevance',
  'whose function',
  'how far',
  'detriment',
];

/** Every part without which no decision not to share is kept. */
export const partsOfARefusal: readonly Taking[] = [
  ...partsOfAShare.filter(({ name }) => ofRefusals.includes(name)),
  { name: 'ground of the refusal', from: (words) => ({ ...words, refusalGround: undefined }) },
  { name: 'words of the refusal', from: (words) => ({ ...words, refusalWords: '' }) },
];

/** What the duty's questions are answered with. */
export const dutyAnswered: DisclosureWords['duty'] = {
  relevance: 'The baby does not put on weight.',
  whoseFunction: 'The health visitor’s.',
  howFar: 'Weight and feeding, nothing else.',
  detriment: 'not-more',
};
