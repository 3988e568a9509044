import { organisationsById } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import { stateOf, type Export, type ExportState } from '../../domain/exports/export.ts';
import { approveExport } from '../../domain/permissions.ts';
import { exportAlarms, exportsAskedBy, exportsTold, type ExportAlarm } from '../../store/exports/exports.ts';
import { exportChoices } from './exportable.ts';

/** A file as it is read on a page: how it stands, and of which setting it is. */
export type ExportSeen = { asked: Export; state: ExportState; setting: string | undefined };

export type MyExports = {
  exports: readonly ExportSeen[];
  records: number;
  settings: readonly { id: string; name: string }[];
};

/** What whoever acts asked for, and what they could ask for. */
export async function myExports(ctx: Ctx): Promise<MyExports> {
  if (ctx.actor.kind !== 'person') return { exports: [], records: 0, settings: [] };
  const exports = await exportsAskedBy(ctx, ctx.actor.personId);
  return { exports: await seen(ctx, exports), ...(await exportChoices(ctx)) };
}

export type ExportDesk = { exports: readonly ExportSeen[]; alarms: readonly ExportAlarm[] };

const daysOfAlarms = 14;

/** What others asked for, for whoever may approve it. It says how many records, and of nobody. */
export async function exportDesk(ctx: Ctx): Promise<ExportDesk> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, approveExport)) return { exports: [], alarms: [] };
  const { personId } = actor;
  return {
    exports: await seen(ctx, await exportsTold(ctx, personId)),
    alarms: await exportAlarms(ctx, { personId, since: addDays(ctx.today, -daysOfAlarms) }),
  };
}

async function seen(ctx: Ctx, exports: readonly Export[]): Promise<ExportSeen[]> {
  const ids = exports.flatMap(({ settingOrganisationId }) => settingOrganisationId ?? []);
  const bodies = await organisationsById(ctx, [...new Set(ids)]);
  return exports.map((asked) => ({
    asked,
    state: stateOf(asked, ctx.now),
    setting: bodies.find(({ id }) => id === asked.settingOrganisationId)?.name,
  }));
}
