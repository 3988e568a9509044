import { crossing } from '#modules/sharing/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import { provedToAct } from '#platform/access/proof.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { stateOf, type Export } from '../../domain/exports/export.ts';
import type { ExportLine } from '../../domain/exports/export-file.ts';
import { askForExport } from '../../domain/permissions.ts';
import { exportable, type Exportable } from '../../queries/exports/exportable.ts';
import { exportLines } from '../../queries/exports/export-lines.ts';
import { itemsOpened } from '../../queries/standing/items-opened.ts';
import { touched } from '../../queries/standing/touched.ts';
import { keepTaking, lockExport, recordsOfExport } from '../../store/exports/exports.ts';

export type TakeExportRefusal =
  | NotAllowed
  | { reason: 'export-missing' }
  /** whoever takes it shows first that it is them */
  | { reason: 'proof-missing' }
  | { reason: 'not-decided' }
  | { reason: 'was-refused'; byName: string }
  | { reason: 'taken-already' }
  | { reason: 'too-late' }
  /** none of the records is theirs to read any more */
  | { reason: 'nothing-left' };

export type Taken = { asked: Export; records: number; lines: readonly ExportLine[] };

/** Takes an approved file, once, by whoever asked for it: what they may read at this moment of what was asked for. */
export async function takeExport(ctx: Ctx, exportId: string): Promise<Outcome<Taken, TakeExportRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, askForExport)) return refuse({ reason: 'not-allowed' });
  const id = idFrom<'export'>(exportId);
  const asked = id && (await lockExport(ctx, id));
  if (!asked || asked.askedBy !== actor.personId) return refuse({ reason: 'export-missing' });
  const why = whyNot(asked, ctx);
  if (why) return refuse(why);
  if (!provedToAct(actor, ctx.now)) return refuse({ reason: 'proof-missing' });
  const { purpose, settingOrganisationId } = asked;
  const rows = new Map((await recordsOfExport(ctx, asked.id)).map((row) => [row.childId, row.id]));
  const lines: ExportLine[] = [];
  let records = 0;
  for (const one of await exportable(ctx, { purpose, settingOrganisationId })) {
    const row = rows.get(one.child.id);
    const own = row && (await linesOf(ctx, { one, row, asked }));
    if (!own || own.length === 0) continue;
    records += 1;
    lines.push(...own);
  }
  if (records === 0) return refuse({ reason: 'nothing-left' });
  if (!(await keepTaking(ctx, { id: asked.id, records }))) return refuse({ reason: 'taken-already' });
  await ctx.record({
    type: 'families.export-taken',
    subject: { kind: 'export', id: asked.id },
    details: { records },
  });
  return done({ asked, records, lines });
}

function whyNot(asked: Export, { now }: Ctx): TakeExportRefusal | undefined {
  const state = stateOf(asked, now);
  if (state === 'waits') return { reason: 'not-decided' };
  if (state === 'refused') return { reason: 'was-refused', byName: asked.decided?.byName ?? '' };
  if (state === 'taken') return { reason: 'taken-already' };
  return state === 'late' ? { reason: 'too-late' } : undefined;
}

type One = { one: Exportable; row: Id<'export-record'>; asked: Export };

/** A record's lines, and in the audit that it left in a file. To another body it leaves only on the line by which they stand. */
async function linesOf(ctx: Ctx, { one, row, asked }: One): Promise<ExportLine[]> {
  const { child, reach } = one;
  const { organisationId, disclosureId, kind } = reach.standing;
  const from = child.ownerOrganisationId;
  if (organisationId !== from) {
    const came =
      disclosureId &&
      (await crossing(ctx, {
        disclosureId,
        way: 'export',
        subject: { kind: 'child', id: child.id },
        from,
        to: organisationId,
        purpose: asked.purpose,
        items: itemsOpened(kind),
        output: { kind: 'export-record', id: row },
        relationship: reach.relationship,
      }));
    if (!came || !came.done) return [];
  }
  const lines = await exportLines(ctx, { childId: child.id, purpose: asked.purpose });
  if (lines.length > 0)
    touched(
      ctx,
      { ...reach, purpose: asked.purpose },
      {
        act: 'families.export-taken',
        way: 'disclosed',
        part: { kind: 'export', id: asked.id },
      },
    );
  return lines;
}
