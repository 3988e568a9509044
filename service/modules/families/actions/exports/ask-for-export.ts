import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  checkExport,
  mostExportsADay,
  mostRecords,
  type Export,
  type ExportWords,
  type ExportWordsRefusal,
} from '../../domain/exports/export.ts';
import { askForExport as mayAsk } from '../../domain/permissions.ts';
import { exportable, type Exportable } from '../../queries/exports/exportable.ts';
import { touched } from '../../queries/standing/touched.ts';
import { addExport, countExport } from '../../store/exports/exports.ts';
import { tellOfExports, whoApproves } from './tell-of-exports.ts';

export type AskForExportRefusal =
  | NotAllowed
  | ExportWordsRefusal
  /** there is somebody else to approve, always */
  | { reason: 'nobody-to-approve' }
  /** more files in a day than anybody may ask for; somebody is told */
  | { reason: 'too-often'; most: number }
  /** nothing that they may read for this purpose */
  | { reason: 'no-records' }
  | { reason: 'too-many-records'; most: number };

/** Asks for a file of the records that somebody may read. It is made when a second person has said yes, and not before. */
export async function askForExport(
  ctx: Ctx,
  words: ExportWords,
): Promise<Outcome<Id<'export'>, AskForExportRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, mayAsk)) return refuse({ reason: 'not-allowed' });
  const checked = checkExport(words);
  if (!checked.done) return checked;
  const { purpose, reason } = checked.value;
  const { personId, name: personName } = actor;
  const told = await whoApproves(ctx, personId);
  if (told.length === 0) return refuse({ reason: 'nobody-to-approve' });
  const toldTo = told.map(({ id }) => id);
  if ((await countExport(ctx, { personId, personName, toldTo })) > mostExportsADay) {
    await tellOfExports(ctx, { personId, personName, told });
    return refuse({ reason: 'too-often', most: mostExportsADay });
  }
  const settingOrganisationId = idFrom<'organisation'>(words.settingOrganisationId);
  const found = await exportable(ctx, { purpose, settingOrganisationId });
  if (found.length === 0) return refuse({ reason: 'no-records' });
  if (found.length > mostRecords) return refuse({ reason: 'too-many-records', most: mostRecords });
  const asked = {
    purpose,
    reason,
    settingOrganisationId,
    askedBy: personId,
    askedByName: personName,
    toldTo,
  };
  return done(await keep(ctx, asked, found));
}

type Asked = Omit<Export, 'id' | 'askedAt' | 'records' | 'decided' | 'taken'>;

/** Keeps what was asked, and in the audit of each child that it was. */
async function keep(ctx: Ctx, asked: Asked, found: readonly Exportable[]): Promise<Id<'export'>> {
  const id = ctx.newId<'export'>();
  const open = { id, askedAt: ctx.now, records: found.length, decided: undefined, taken: undefined };
  await addExport(
    ctx,
    { ...asked, ...open },
    found.map(({ child }) => child.id),
  );
  for (const { reach } of found)
    touched(
      ctx,
      { ...reach, purpose: asked.purpose },
      { act: 'families.export-asked', way: 'read', part: { kind: 'export', id } },
    );
  await ctx.record({
    type: 'families.export-asked',
    subject: { kind: 'export', id },
    details: { records: found.length },
  });
  return id;
}
