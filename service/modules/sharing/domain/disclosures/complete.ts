import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { AgreementVersion } from '../agreements/agreement.ts';
import { specialAmong } from '../law/item-groups.ts';
import type {
  CompleteDisclosure,
  CompleteRefusal,
  CompleteShare,
  DisclosureWords,
  Rests,
} from './disclosure.ts';
import type { Missing } from './missing.ts';

type Around = { duty: boolean; agreed: AgreementVersion | undefined };
type Incomplete = { reason: 'incomplete'; missing: readonly Missing[] } | { reason: 'no-agreement' };

/** Every part that a record needs, or the list of those that are missing: no record is kept in part. */
export function complete(given: DisclosureWords, around: Around): Outcome<CompleteDisclosure, Incomplete> {
  const words = trimmed(given);
  const missing = [...missingAnyhow(words, around), ...missingOf(words)];
  const share = words.outcome === 'shared';
  if (share && words.rests === 'agreement' && !around.agreed && !missing.includes('purpose'))
    return refuse({ reason: 'no-agreement' });
  const whole = missing.length > 0 ? undefined : share ? shareOf(words, around) : refusalOf(words);
  return whole ? done(whole) : refuse({ reason: 'incomplete', missing });
}

/** Each question with whether it stands unanswered, for those that do. */
function gaps(asked: readonly (readonly [Missing, boolean])[]): Missing[] {
  return asked.filter(([, empty]) => empty).map(([name]) => name);
}

function missingAnyhow(words: DisclosureWords, { duty }: Around): Missing[] {
  const { to, duty: answers } = words;
  return gaps([
    ['to-body', to.body === ''],
    ['to-person', to.person === ''],
    ['gathered-for', words.gatheredFor === undefined],
    ['purpose', words.purpose === undefined],
    ['told', words.told === undefined],
    ['told-words', words.told === 'not-told' && words.toldWords === ''],
    ['help-agreed', words.helpAgreed === undefined],
    ['decided-by', words.decidedByName === ''],
    ['decided-on', words.decidedOn === undefined],
    ['review-on', words.reviewOn === undefined],
    ['plain-words', words.plainWords === ''],
    ['demanded-by', words.manner === 'compelled' && words.demandedBy === undefined],
    ['demand-reference', words.manner === 'compelled' && words.demandReference === ''],
    ['relevance', duty && answers.relevance === ''],
    ['whose-function', duty && answers.whoseFunction === ''],
    ['how-far', duty && answers.howFar === ''],
    ['detriment', duty && answers.detriment === undefined],
  ]);
}

function missingOf(words: DisclosureWords): Missing[] {
  if (words.outcome === 'not-shared')
    return gaps([
      ['refusal-ground', words.refusalGround === undefined],
      ['refusal-words', words.refusalWords === ''],
    ]);
  const { condition, consent, items, basis } = words;
  const unnamed = condition === undefined || (condition === 'none-needed' && specialAmong(items).length > 0);
  const unsaid = consent === undefined || consent.givenBy === '' || consent.givenOn === undefined;
  return gaps([
    ['legal-power', words.legalPower === undefined],
    ['basis', basis === undefined],
    ['condition', unnamed],
    ['items', items.length === 0],
    ['extent', words.extent === ''],
    ['rests', words.rests === undefined],
    ['single-ground', words.rests === 'single' && words.singleGround === ''],
    ['consent', basis === 'consent' && unsaid],
  ]);
}

function shareOf(words: DisclosureWords, { agreed }: Around): CompleteShare | undefined {
  const whole = decidedOf(words);
  const { legalPower, basis, condition, extent, consent } = words;
  const [first, ...others] = words.items;
  const rests = restsOf(words, agreed);
  if (!whole || !legalPower || !basis || !condition || !first || !rests) return undefined;
  const givenOn = consent?.givenOn;
  return {
    ...whole,
    outcome: 'shared',
    legalPower,
    basis,
    condition,
    items: [first, ...others],
    extent,
    rests,
    consent: basis === 'consent' && consent && givenOn ? { givenBy: consent.givenBy, givenOn } : undefined,
    demand: demandOf(words),
  };
}

function refusalOf(words: DisclosureWords): CompleteRefusal | undefined {
  const whole = decidedOf(words);
  const { refusalGround: ground, refusalWords } = words;
  if (!whole || !ground) return undefined;
  return {
    ...whole,
    outcome: 'not-shared',
    refusal: { ground, words: refusalWords },
    items: words.items,
    demand: demandOf(words),
  };
}

function restsOf(words: DisclosureWords, agreed: AgreementVersion | undefined): Rests | undefined {
  if (words.rests === 'single') return { kind: 'single', ground: words.singleGround };
  return agreed && { kind: 'agreement', versionId: agreed.id };
}

function demandOf({ manner, demandedBy: by, demandReference: reference }: DisclosureWords) {
  return manner === 'compelled' && by ? { by, reference } : undefined;
}

function decidedOf(words: DisclosureWords) {
  const { gatheredFor, purpose, told, helpAgreed, decidedOn, reviewOn } = words;
  if (!gatheredFor || !purpose || !told || !helpAgreed || !decidedOn || !reviewOn) return undefined;
  const { manner, subject, from, to, toldWords, duty, decidedByName, plainWords } = words;
  return {
    manner,
    subject,
    from,
    to,
    gatheredFor,
    purpose,
    told,
    toldWords,
    helpAgreed,
    duty,
    decidedByName,
    decidedOn,
    reviewOn,
    plainWords,
  };
}

function trimmed(words: DisclosureWords): DisclosureWords {
  const { to, duty, consent } = words;
  return {
    ...words,
    to: { ...to, body: to.body.trim(), person: to.person.trim() },
    extent: words.extent.trim(),
    toldWords: words.toldWords.trim(),
    consent: consent && { ...consent, givenBy: consent.givenBy.trim() },
    singleGround: words.singleGround.trim(),
    duty: {
      ...duty,
      relevance: duty.relevance.trim(),
      whoseFunction: duty.whoseFunction.trim(),
      howFar: duty.howFar.trim(),
    },
    refusalWords: words.refusalWords.trim(),
    demandReference: words.demandReference.trim(),
    decidedByName: words.decidedByName.trim(),
    plainWords: words.plainWords.trim(),
  };
}
