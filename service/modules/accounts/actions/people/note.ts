import type { Ctx } from '#platform/db/database.ts';
import type { Touch } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';

/** Who acts, as a person; undefined for the service and for visitors. */
export function self(ctx: Ctx): { id: Id<'person'>; name: string } | undefined {
  const { actor } = ctx;
  return actor.kind === 'person' ? { id: actor.personId, name: actor.name } : undefined;
}

export type Noted = {
  /** past tense, as in `role-proposed` */
  act: string;
  personId: Id<'person'>;
  /** how whoever acts stands to the person: keeps-people, second-person, introduced-them, themselves */
  relationship: string;
  purpose?: Touch['purpose'];
  part?: Touch['part'];
  details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Writes a change of somebody down: in the audit, and as a fact that others hear of. */
export async function note(ctx: Ctx, noted: Noted): Promise<void> {
  const { act, personId, relationship, purpose = 'record-keeping', part, details } = noted;
  const subject = { kind: 'person', id: personId };
  const type = `accounts.${act}`;
  ctx.audit({ act: type, way: 'written', subject, relationship, purpose, ...(part ? { part } : {}) });
  await ctx.record({ type, subject, ...(details ? { details } : {}) });
}
