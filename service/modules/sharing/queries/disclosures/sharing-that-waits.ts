import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import { versionOn, type Agreement, type AgreementVersion } from '../../domain/agreements/agreement.ts';
import { isOverdue, type Disclosure } from '../../domain/disclosures/disclosure.ts';
import { keepSharing, recordSharing } from '../../domain/permissions.ts';
import { allAgreements } from '../../store/agreements/agreements.ts';
import { owedDisclosures, unsignedDisclosures } from '../../store/disclosures/disclosures.ts';

export type SharingThatWaits = {
  /** emergencies whose record is owed: one's own, and of whoever answers for information everybody's that is late */
  owed: readonly { entry: Pick<Disclosure, 'number' | 'sharedAt'>; overdue: boolean; own: boolean }[];
  toSignOff: readonly Pick<Disclosure, 'number' | 'decidedOn'>[];
  ending: readonly { agreement: Agreement; version: AgreementVersion }[];
  toReview: readonly { agreement: Agreement; version: AgreementVersion }[];
};

const soonDays = 60;

/** What of sharing waits for this person. It names numbers and days, and nothing about anybody. */
export async function sharingThatWaits(ctx: Ctx): Promise<SharingThatWaits> {
  const { actor, now, today } = ctx;
  const governs = allowed(actor, keepSharing);
  if (!allowed(actor, recordSharing)) return { owed: [], toSignOff: [], ending: [], toReview: [] };
  const owed = (await owedDisclosures(ctx))
    .map((entry) => ({
      entry: { number: entry.number, sharedAt: entry.sharedAt },
      overdue: isOverdue(entry, now),
      own: actor.kind === 'person' && entry.decidedByPersonId === actor.personId,
    }))
    .filter(({ own, overdue }) => own || (governs && overdue));
  if (!governs) return { owed, toSignOff: [], ending: [], toReview: [] };
  const inForce = (await allAgreements(ctx)).flatMap((agreement) => {
    const version = versionOn(agreement, today);
    return version ? [{ agreement, version }] : [];
  });
  const soon = addDays(today, soonDays);
  return {
    owed,
    toSignOff: await unsignedDisclosures(ctx),
    ending: inForce.filter(({ version }) => version.endsOn <= soon),
    toReview: inForce.filter(({ version }) => version.reviewOn <= today && version.endsOn > soon),
  };
}
