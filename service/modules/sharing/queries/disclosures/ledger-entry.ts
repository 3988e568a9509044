import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { versionOn, type Agreement } from '../../domain/agreements/agreement.ts';
import {
  isOverdue,
  isOwed,
  recordDueAt,
  waitsForSignOff,
  type Disclosure,
} from '../../domain/disclosures/disclosure.ts';
import { keepSharing, recordSharing } from '../../domain/permissions.ts';
import type { SharingSubjects } from '../sharing-subjects.ts';
import { agreementOfVersion } from '../../store/agreements/agreements.ts';
import { crossingsOf, type Crossing } from '../../store/disclosures/crossings.ts';
import { disclosureByNumber } from '../../store/disclosures/disclosures.ts';
import { namesOf } from './ledger.ts';

export type LedgerEntry = {
  entry: Disclosure;
  from: string;
  /** whom it is about, where this person may reach them */
  about: string | undefined;
  relationship: string;
  agreement: { number: number; title: string; inForce: boolean } | undefined;
  crossings: readonly Crossing[];
  dueAt: Date;
  overdue: boolean;
  may: { complete: boolean; signOff: boolean; withdraw: boolean };
};

type Asked = { number: number; subjects: SharingSubjects };

/** One line of the ledger; none where this person neither works with the child, nor owes its record, nor answers for information. */
export async function ledgerEntry(ctx: Ctx, { number, subjects }: Asked): Promise<LedgerEntry | undefined> {
  const entry = await disclosureByNumber(ctx, number);
  if (!entry) return undefined;
  const reached = await subjects.reach(ctx, entry.subject.id);
  // whoever left a family reads no more of it, but still writes down what they shared in an emergency
  const own = isOwed(entry) && ctx.actor.kind === 'person' && ctx.actor.personId === entry.decidedByPersonId;
  const governs = allowed(ctx.actor, keepSharing);
  if (!reached && !own && !governs) return undefined;
  const relationship = reached?.relationship ?? (own ? 'decided-it' : 'governance');
  ctx.audit({
    act: 'sharing.entry-read',
    way: 'read',
    subject: entry.subject,
    relationship,
    purpose: governs && !reached ? 'record-keeping' : (entry.purpose ?? 'record-keeping'),
    part: { kind: 'disclosure', id: entry.id },
  });
  const records = allowed(ctx.actor, recordSharing);
  return {
    entry,
    from: (await namesOf(ctx, [entry])).get(entry.from) ?? 'Another body',
    about: reached?.title,
    relationship,
    agreement: await agreementOf(ctx, entry),
    crossings: await crossingsOf(ctx, entry.id),
    dueAt: recordDueAt(entry),
    overdue: isOverdue(entry, ctx.now),
    may: {
      complete: records && isOwed(entry),
      signOff: governs && waitsForSignOff(entry),
      withdraw: records && entry.consent !== undefined && entry.consent.withdrawn === undefined,
    },
  };
}

async function agreementOf(
  ctx: Ctx,
  { agreementVersionId: id }: Disclosure,
): Promise<LedgerEntry['agreement']> {
  const agreement: Agreement | undefined = id && (await agreementOfVersion(ctx, id));
  if (!agreement) return undefined;
  const title = agreement.versions.find((version) => version.id === id)?.title ?? '';
  return { number: agreement.number, title, inForce: versionOn(agreement, ctx.today) !== undefined };
}
