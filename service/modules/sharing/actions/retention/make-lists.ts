import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { askUntil, dueRecords, sayRule, type RetentionRule } from '../../domain/retention/retention-rule.ts';
import type { PersonalRecords, RecordClass } from '../../domain/rights/personal-records.ts';
import { addDisposal, waitingClasses } from '../../store/retention/disposals.ts';
import { allHolds, rulesInForce } from '../../store/retention/rules-and-holds.ts';
import { deleteFiles } from './delete-files.ts';
import { forgetExpiredAnswers } from '../rights/release.ts';

/**
 * Makes a list for every adopted rule under which something is due, unless one of its class waits already. A list deletes
 * nothing: people do. Answers with how many lists were made.
 */
export async function makeDisposalLists(ctx: Ctx, records: readonly PersonalRecords<Ctx>[]): Promise<number> {
  const waiting = await waitingClasses(ctx);
  const holds = await allHolds(ctx);
  let made = 0;
  for (const rule of await rulesInForce(ctx)) {
    const room = records.find(({ classes }) => classes.some(({ key }) => key === rule.class));
    const recordClass = room?.classes.find(({ key }) => key === rule.class);
    if (!room || !recordClass || waiting.has(rule.class)) continue;
    const { class: key, trigger } = rule;
    const ended = await room.ended(ctx, {
      class: key,
      trigger,
      onOrBefore: askUntil(ctx.today, rule.period),
    });
    const due = dueRecords(ended, { rule, holds, today: ctx.today });
    if (due.length === 0) continue;
    await addDisposal(ctx, listOf(ctx, { rule, recordClass, due }));
    made += 1;
  }
  return made;
}

function listOf(
  ctx: Ctx,
  given: { rule: RetentionRule; recordClass: RecordClass; due: ReturnType<typeof dueRecords> },
) {
  const { rule, recordClass, due } = given;
  return {
    id: ctx.newId<'disposal'>(),
    class: rule.class,
    classTitle: recordClass.title,
    ofChildren: recordClass.ofChildren,
    ruleId: rule.id,
    ruleWords: sayRule(rule, recordClass),
    authority: rule.authority,
    madeOn: ctx.today,
    state: 'waiting' as const,
    turnedBack: undefined,
    items: due.map(({ id, subject, title, triggeredOn, dueOn }) => ({
      recordId: id,
      subject,
      title,
      triggeredOn,
      dueOn,
      kept: undefined,
    })),
    approvals: [],
    certificate: undefined,
    version: 1,
  };
}

/** Every night: answers whose day is over are deleted, lists are made of what is due, files of what is gone are deleted. */
export function makeDisposalListsNightly(records: readonly PersonalRecords<Ctx>[]): Schedule {
  return {
    name: 'sharing.make-disposal-lists',
    turn: ({ now }) => dayInEngland(now),
    async work({ act }) {
      await act('write', forgetExpiredAnswers);
      await act('write', (ctx) => makeDisposalLists(ctx, records));
      await act('write', deleteFiles);
    },
  };
}
