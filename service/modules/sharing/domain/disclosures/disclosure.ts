import type { Purpose } from '#platform/access/purposes.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Basis } from '../law/bases.ts';
import type { Condition } from '../law/conditions.ts';
import type { ItemGroup } from '../law/item-groups.ts';
import type { LegalPower } from '../law/legal-powers.ts';

export const outcomes = ['shared', 'not-shared'] as const;
/** Sharing and deciding not to share are the same kind of record. */
export type DisclosureOutcome = (typeof outcomes)[number];

export const manners = ['considered', 'emergency', 'compelled'] as const;
export type Manner = (typeof manners)[number];

export const tellings = ['told', 'will-be-told', 'not-told'] as const;
/** Whether the family knows. */
export type Telling = (typeof tellings)[number];

export const helpAnswers = ['yes', 'no', 'not-asked'] as const;
/** Whether the family agreed to be helped. It is not consent in the sense of data law, and nothing here treats it so. */
export type HelpAgreed = (typeof helpAnswers)[number];

export const refusalGrounds = [
  'more-detrimental',
  'not-relevant',
  'nobodys-function',
  'less-would-do',
  'no-lawful-ground',
  'they-said-no',
  'unsafe-for-somebody',
  'not-theirs-to-have',
] as const;
/** Why it was decided not to share. */
export type RefusalGround = (typeof refusalGrounds)[number];

export const demanders = ['court', 'police', 'another-body-with-the-power'] as const;
export type Demander = (typeof demanders)[number];

/** Whom it is about. */
export type Subject = { kind: 'child' | 'person'; id: string };

/** To whom: a body of the partnership, or one named in words only (a court, another county). */
export type Recipient = { organisationId: Id<'organisation'> | undefined; body: string; person: string };

/** The duty's own questions; empty where it does not bind yet. */
export type DutyAnswers = {
  relevance: string;
  whoseFunction: string;
  howFar: string;
  /** whether sharing would be worse for the child than not sharing */
  detriment: 'not-more' | 'more' | undefined;
};

/** Everything that a worker may write of one share or refusal; what is not answered yet is undefined or empty. */
export type DisclosureWords = {
  outcome: DisclosureOutcome;
  manner: Manner;
  subject: Subject;
  from: Id<'organisation'>;
  to: Recipient;
  gatheredFor: Purpose | undefined;
  purpose: Purpose | undefined;
  legalPower: LegalPower | undefined;
  basis: Basis | undefined;
  condition: Condition | undefined;
  items: readonly ItemGroup[];
  extent: string;
  told: Telling | undefined;
  toldWords: string;
  helpAgreed: HelpAgreed | undefined;
  /** consent in the sense of data law, only where that is the basis */
  consent: { givenBy: string; givenOn: Day | undefined } | undefined;
  rests: 'agreement' | 'single' | undefined;
  singleGround: string;
  duty: DutyAnswers;
  refusalGround: RefusalGround | undefined;
  refusalWords: string;
  demandedBy: Demander | undefined;
  demandReference: string;
  decidedByName: string;
  decidedOn: Day | undefined;
  reviewOn: Day | undefined;
  plainWords: string;
};

type Decided = {
  manner: Manner;
  subject: Subject;
  from: Id<'organisation'>;
  to: Recipient;
  gatheredFor: Purpose;
  purpose: Purpose;
  told: Telling;
  toldWords: string;
  helpAgreed: HelpAgreed;
  duty: DutyAnswers;
  decidedByName: string;
  decidedOn: Day;
  reviewOn: Day;
  plainWords: string;
};

/** On what a share rests beside its lawful ground. */
export type Rests =
  | { kind: 'agreement'; versionId: Id<'agreement-version'> }
  | { kind: 'single'; ground: string };

/** A share of which nothing is left out: the only kind that can be kept. */
export type CompleteShare = Decided & {
  outcome: 'shared';
  legalPower: LegalPower;
  basis: Basis;
  condition: Condition;
  items: readonly [ItemGroup, ...ItemGroup[]];
  extent: string;
  rests: Rests;
  consent: { givenBy: string; givenOn: Day } | undefined;
  demand: { by: Demander; reference: string } | undefined;
};

/** A decision not to share of which nothing is left out. */
export type CompleteRefusal = Decided & {
  outcome: 'not-shared';
  refusal: { ground: RefusalGround; words: string };
  /** what was asked for */
  items: readonly ItemGroup[];
  demand: { by: Demander; reference: string } | undefined;
};

export type CompleteDisclosure = CompleteShare | CompleteRefusal;

/** One line of the ledger as it stands. */
export type Disclosure = Omit<DisclosureWords, 'consent' | 'rests'> & {
  id: Id<'disclosure'>;
  number: number;
  consent: ConsentGiven | undefined;
  agreementVersionId: Id<'agreement-version'> | undefined;
  decidedByPersonId: Id<'person'> | undefined;
  sharedAt: Date;
  /** undefined while the record of an emergency is owed */
  recorded: { at: Date; byName: string } | undefined;
  signedOff: { at: Date; byName: string } | undefined;
  version: number;
};

export type ConsentGiven = {
  id: Id<'consent'>;
  givenBy: string;
  givenOn: Day;
  withdrawn: { at: Date; words: string; byName: string } | undefined;
};

const dayMs = 24 * 60 * 60_000;

/** Until when the record of an emergency is due: a day, to the minute. */
export function recordDueAt({ sharedAt }: Pick<Disclosure, 'sharedAt'>): Date {
  return new Date(sharedAt.getTime() + dayMs);
}

/** Whether its record is still owed. */
export function isOwed({ recorded }: Pick<Disclosure, 'recorded'>): boolean {
  return recorded === undefined;
}

/** Whether its record is owed and late. Nothing but the record itself ends that. */
export function isOverdue(disclosure: Pick<Disclosure, 'recorded' | 'sharedAt'>, now: Date): boolean {
  return isOwed(disclosure) && recordDueAt(disclosure) < now;
}

/** Whether somebody who answers for information has still to look at it: what is compelled goes nowhere before. */
export function waitsForSignOff({ manner, outcome, signedOff }: Disclosure): boolean {
  return manner === 'compelled' && outcome === 'shared' && signedOff === undefined;
}
