import { organisations, organisationsById } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { isOverdue, type Disclosure, type DisclosureOutcome } from '../../domain/disclosures/disclosure.ts';
import { keepSharing } from '../../domain/permissions.ts';
import type { SharingSubjects } from '../sharing-subjects.ts';
import { ledgerLines } from '../../store/disclosures/disclosures.ts';

/** A line of the ledger as this person sees it; whom it is about only where they may reach them. */
export type LedgerLine = { entry: Disclosure; about: string | undefined; from: string; overdue: boolean };

export type LedgerFilter = {
  outcome?: DisclosureOutcome | undefined;
  from?: Day | undefined;
  until?: Day | undefined;
  organisationId?: Id<'organisation'> | undefined;
  page: number;
};

export type Ledger = {
  lines: readonly LedgerLine[];
  bodies: readonly { id: string; name: string }[];
  hasMore: boolean;
  isWhole: boolean;
};

const onAPage = 30;

/**
 * The ledger by day. Whoever answers for information sees every line; others what is about the children they work with,
 * and the emergencies whose record they owe. Each line that is shown is a reading, and is written down as one.
 */
export async function ledger(
  ctx: Ctx,
  { subjects, filter }: { subjects: SharingSubjects; filter: LedgerFilter },
): Promise<Ledger> {
  const isWhole = allowed(ctx.actor, keepSharing);
  const mine = await subjects.mine(ctx);
  const titles = new Map(mine.map(({ id, title }) => [id, title]));
  const found = await ledgerLines(ctx, {
    within: isWhole ? undefined : { subjectIds: [...titles.keys()], personId: personOf(ctx) },
    outcome: filter.outcome,
    from: filter.from,
    until: filter.until,
    organisationId: filter.organisationId,
    most: onAPage + 1,
    skip: (filter.page - 1) * onAPage,
  });
  const shown = found.slice(0, onAPage);
  const names = await namesOf(ctx, shown);
  noteReading(ctx, shown);
  return {
    lines: shown.map((entry) => ({
      entry,
      about: titles.get(entry.subject.id),
      from: names.get(entry.from) ?? 'Another body',
      overdue: isOverdue(entry, ctx.now),
    })),
    bodies: await organisations(ctx),
    hasMore: found.length > onAPage,
    isWhole,
  };
}

/** Names of bodies by their ids, those too that have closed. */
export async function namesOf(
  ctx: Ctx,
  entries: readonly Pick<Disclosure, 'from'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map(({ from }) => from))];
  return new Map((await organisationsById(ctx, ids)).map(({ id, name }) => [id, name]));
}

function noteReading(ctx: Ctx, entries: readonly Disclosure[]): void {
  const relationship = allowed(ctx.actor, keepSharing) ? 'governance' : 'worker';
  const about = new Map(entries.map(({ subject }) => [subject.id, subject]));
  for (const subject of about.values())
    ctx.audit({ act: 'sharing.ledger-read', way: 'read', subject, relationship, purpose: 'record-keeping' });
}

function personOf({ actor }: Ctx): Id<'person'> | undefined {
  return actor.kind === 'person' ? actor.personId : undefined;
}
