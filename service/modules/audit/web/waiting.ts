import type { Ctx } from '#platform/db/database.ts';
import { addDays, dayInEngland } from '#platform/kernel/day.ts';
import { auditTrouble } from '../queries/heads.ts';
import { auditPlaces } from './places.ts';

/** What waits for whoever looks after the audit. */
export async function auditWaits(ctx: Ctx) {
  const trouble = await auditTrouble(ctx);
  if (!trouble) return [];
  const { unexportedSince, wrong } = trouble;
  return [
    ...(wrong
      ? [
          {
            title: 'The audit is not as it was written',
            words: 'The last verification found something. Look today, and change nothing on the machine.',
            link: auditPlaces.heads,
            due: ctx.today,
          },
        ]
      : []),
    ...(unexportedSince
      ? [
          {
            title: 'The ends of the audit have not been exported',
            words: 'For more than two days nothing has come to where they are kept. See to the folder.',
            link: auditPlaces.heads,
            due: addDays(dayInEngland(unexportedSince), 2),
          },
        ]
      : []),
  ];
}
