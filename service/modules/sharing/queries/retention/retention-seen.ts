import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { approveDisposal, keepRetention } from '../../domain/permissions.ts';
import { approvedBy, type Disposal } from '../../domain/retention/disposal.ts';
import { sayRule, type Hold, type RetentionRule } from '../../domain/retention/retention-rule.ts';
import type { PersonalRecords, RecordClass } from '../../domain/rights/personal-records.ts';
import { disposalById, disposals } from '../../store/retention/disposals.ts';
import { allHolds, rulesInForce } from '../../store/retention/rules-and-holds.ts';

export type ClassSeen = { recordClass: RecordClass; rule: (RetentionRule & { words: string }) | undefined };

/** Every kind of record of every room, with the rule that was adopted for it, or none. Nothing personal is in it. */
export async function classesSeen(ctx: Ctx, records: readonly PersonalRecords<Ctx>[]): Promise<ClassSeen[]> {
  const rules = await rulesInForce(ctx);
  return records.flatMap(({ classes }) =>
    classes.map((recordClass) => {
      const rule = rules.find((one) => one.class === recordClass.key);
      return { recordClass, rule: rule && { ...rule, words: sayRule(rule, recordClass) } };
    }),
  );
}

/** Holds, for those who keep them. */
export async function holdsSeen(ctx: Ctx): Promise<Hold[]> {
  if (!allowed(ctx.actor, keepRetention)) return [];
  const holds = await allHolds(ctx);
  for (const { id } of holds)
    ctx.audit({
      act: 'sharing.retention-hold-read',
      way: 'read',
      subject: { kind: 'retention-hold', id },
      relationship: 'retention-desk',
      purpose: 'record-keeping',
    });
  return holds;
}

/** Lists, for those who approve them. */
export async function listsSeen(ctx: Ctx): Promise<Disposal[]> {
  if (!allowed(ctx.actor, approveDisposal)) return [];
  const found = await disposals(ctx);
  for (const list of found) touchRead(ctx, list);
  return found;
}

export async function listSeen(ctx: Ctx, id: string): Promise<Disposal | undefined> {
  if (!allowed(ctx.actor, approveDisposal)) return undefined;
  const list = await disposalById(ctx, id);
  if (list) touchRead(ctx, list);
  return list;
}

function touchRead(ctx: Ctx, { id }: Disposal): void {
  ctx.audit({
    act: 'sharing.disposal-read',
    way: 'read',
    subject: { kind: 'disposal', id },
    relationship: 'retention-desk',
    purpose: 'record-keeping',
  });
}

/** What waits: lists that need an approval of whoever asks, without a name of anybody. */
export async function disposalsWait(ctx: Ctx): Promise<{ title: string; words: string; link: string }[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, approveDisposal)) return [];
  return (await disposals(ctx))
    .filter(({ state }) => state === 'waiting')
    .filter(
      ({ approvals, version }) =>
        !approvals.some((one) => one.personId === actor.personId && one.ofVersion === version),
    )
    .map((list) => ({
      title: `A list of records waits to be approved: ${list.classTitle}`,
      words: `${list.items.length === 1 ? 'One record has' : `${list.items.length} records have`} come to the end of their time.${approvedBy(list) > 0 ? ' Somebody approved it already.' : ''}`,
      link: `/retention/lists/${list.id}`,
    }));
}
