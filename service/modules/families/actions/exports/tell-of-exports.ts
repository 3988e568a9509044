import { people, type Person } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { approveExport } from '../../domain/permissions.ts';
import { raiseExportAlarm } from '../../store/exports/exports.ts';

/** Whoever may approve a file of this person, and so never they themselves. */
export async function whoApproves(ctx: Ctx, personId: Id<'person'>): Promise<Person[]> {
  return (await people(ctx)).filter(
    ({ id, roles }) => id !== personId && approveExport.roles.some((role) => roles.includes(role)),
  );
}

/** They hear, once a day for a person, that somebody asks for more files than anybody may. */
export async function tellOfExports(
  ctx: Ctx,
  { personId, personName, told }: { personId: Id<'person'>; personName: string; told: readonly Person[] },
): Promise<void> {
  if (!(await raiseExportAlarm(ctx, personId))) return;
  for (const { id, name, email } of told) {
    if (email === undefined) continue;
    await writeLetter(ctx, {
      key: `export-alarm ${ctx.today} ${personId} ${id}`,
      to: email,
      subject: 'Somebody asks for many files of records',
      parts: [
        {
          kind: 'words',
          text: `${name}, ${personName} asked today for more files of children’s records than anybody may. No more can be asked for until tomorrow.`,
        },
        { kind: 'page', text: 'Look at it', path: '/children/exports/desk' },
      ],
      askedBy: undefined,
    });
  }
  await ctx.record({ type: 'families.export-alarm-raised', subject: { kind: 'person', id: personId } });
}
