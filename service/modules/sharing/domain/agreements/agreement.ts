import type { Purpose } from '#platform/access/purposes.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Basis } from '../law/bases.ts';
import type { BodyKind } from '../law/body-kinds.ts';
import type { Condition } from '../law/conditions.ts';
import type { ItemGroup } from '../law/item-groups.ts';
import type { LegalPower } from '../law/legal-powers.ts';

export const directions = ['both-ways', 'from-first'] as const;
export type Direction = (typeof directions)[number];

/** On what ground a party uses what is shared, for one purpose. */
export type Ground = { purpose: Purpose; legalPower: LegalPower; basis: Basis; condition: Condition };

export type Signature = { name: string; job: string; signedOn: Day };

/** A body in an agreement: what it is in law, its ground for each purpose, and who put their name to it. */
export type Party = {
  organisationId: Id<'organisation'>;
  bodyKind: BodyKind;
  grounds: readonly Ground[];
  signature: Signature | undefined;
};

/** What is written in one version of an agreement. */
export type AgreementWords = {
  title: string;
  plainWords: string;
  direction: Direction;
  /** in order; the first gives, where it goes one way */
  parties: readonly Omit<Party, 'signature'>[];
  items: readonly ItemGroup[];
  safeguards: string;
  /** where the data protection impact assessment is kept */
  assessment: string;
  /** whom anybody can ask about it */
  ask: string;
  beginsOn: Day;
  reviewOn: Day;
  /** the last day on which it holds */
  endsOn: Day;
  /** why it differs from the version before; empty for the first */
  whyChanged: string;
};

export type AgreementVersion = Omit<AgreementWords, 'parties'> & {
  id: Id<'agreement-version'>;
  number: number;
  parties: readonly Party[];
  writtenAt: Date;
  writtenByName: string;
};

export type Agreement = {
  id: Id<'agreement'>;
  number: number;
  /** ended before its day: by whom and why */
  ended: { on: Day; words: string; byName: string } | undefined;
  /** how often it was touched, to notice when somebody else was first */
  version: number;
  /** every version, the first first */
  versions: readonly AgreementVersion[];
};

/** Whether every party has put its name to it. */
export function isSigned({ parties }: Pick<AgreementVersion, 'parties'>): boolean {
  return parties.length > 1 && parties.every(({ signature }) => signature !== undefined);
}

/** The version that governs on a day: of those signed by all and begun, the latest. None before the first or after the end. */
export function versionOn(agreement: Agreement, on: Day): AgreementVersion | undefined {
  const { ended } = agreement;
  if (ended && ended.on <= on) return undefined;
  const governing = agreement.versions.findLast((version) => isSigned(version) && version.beginsOn <= on);
  return governing && on <= governing.endsOn ? governing : undefined;
}

/** Who wants to give what to whom, and why. */
export type Way = { from: Id<'organisation'>; to: Id<'organisation'>; purpose: Purpose };

/** Whether a version lets one party give to another for a purpose: both have a ground, and it goes that way. */
export function coversWay({ parties, direction }: AgreementVersion, { from, to, purpose }: Way): boolean {
  if (from === to) return false;
  const has = (id: Id<'organisation'>) =>
    parties.some((party) => party.organisationId === id && party.grounds.some((g) => g.purpose === purpose));
  const [first] = parties;
  const goes = direction === 'both-ways' || first?.organisationId === from;
  return goes && has(from) && has(to);
}

/** How an agreement stands on a day. */
export type Standing = 'ended' | 'run-out' | 'to-be-signed' | 'to-come' | 'review-overdue' | 'in-force';

export function standingOn(agreement: Agreement, on: Day): Standing {
  if (agreement.ended && agreement.ended.on <= on) return 'ended';
  const governing = versionOn(agreement, on);
  if (governing) return governing.reviewOn < on ? 'review-overdue' : 'in-force';
  const latest = agreement.versions.at(-1);
  if (!latest || !isSigned(latest)) return latest && latest.endsOn < on ? 'run-out' : 'to-be-signed';
  return latest.endsOn < on ? 'run-out' : 'to-come';
}

/** For people to name it by. */
export function sayAgreementNumber({ number }: Pick<Agreement, 'number'>): string {
  return `SA${number}`;
}

/** The purposes that every party of a version has a ground for. */
export function purposesOf({ parties }: Pick<AgreementVersion, 'parties'>): Purpose[] {
  const [first, ...others] = parties;
  const named = (first?.grounds ?? []).map(({ purpose }) => purpose);
  return named.filter((purpose) => others.every((party) => party.grounds.some((g) => g.purpose === purpose)));
}
