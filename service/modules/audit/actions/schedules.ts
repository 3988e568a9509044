import { addDays } from '#platform/kernel/day.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { exportHeads, type HeadsKept } from './export-heads.ts';
import { askToVerify, verifyAudit } from './verify-audit.ts';

/** Signs and exports the heads of the audit every day. */
export function exportHeadsDaily(kept: HeadsKept): Schedule {
  return {
    name: 'audit.export-heads-daily',
    turn: ({ today }) => today,
    work: async ({ act }) => void (await exportHeads(act, kept)),
  };
}

/** Verifies the whole audit once a week, so that nobody has to remember it. */
export function verifyWeekly(kept: HeadsKept): Schedule {
  return {
    name: 'audit.verify-weekly',
    // a turn is known by the Monday of its week
    turn: ({ today }) => addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7)),
    leaseMinutes: 60,
    async work({ act }) {
      const begun = await act('write', askToVerify);
      if (begun.done) await verifyAudit(act, kept, begun.value);
    },
  };
}
