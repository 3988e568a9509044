import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { isOpen, type Glass } from '../../domain/glass/glass.ts';
import { endGlassRow, glassById, glassesOfChild, glassesPast } from '../../store/glass/glasses.ts';
import { endStandingRow } from '../../store/standing/standings.ts';

export type EndGlassRefusal = NotAllowed | { reason: 'glass-missing' };

/** Whoever opened a record in an emergency has read enough: it closes at once. */
export async function endGlass(ctx: Ctx, glassId: string): Promise<Outcome<undefined, EndGlassRefusal>> {
  const id = idFrom<'glass'>(glassId);
  const glass = id && (await glassById(ctx, id));
  if (!glass || ctx.actor.kind !== 'person') return refuse({ reason: 'glass-missing' });
  if (glass.personId !== ctx.actor.personId) return refuse({ reason: 'not-allowed' });
  await close(ctx, glass);
  return done(undefined);
}

/** The same, where only the child is known: what whoever acts holds open of that record. */
export async function endGlassOfChild(ctx: Ctx, given: string): Promise<Outcome<undefined, EndGlassRefusal>> {
  const childId = idFrom<'child'>(given);
  const { actor } = ctx;
  const glasses = childId && actor.kind === 'person' ? await glassesOfChild(ctx, childId) : [];
  const open = glasses.find(
    (glass) => actor.kind === 'person' && glass.personId === actor.personId && isOpen(glass, ctx.now),
  );
  if (!open) return refuse({ reason: 'glass-missing' });
  await close(ctx, open);
  return done(undefined);
}

async function close(ctx: Ctx, glass: Glass): Promise<void> {
  await endStandingRow(ctx, glass.standingId);
  await endGlassRow(ctx, glass.id);
  ctx.audit({
    act: 'families.glass-ended',
    way: 'written',
    subject: { kind: 'child', id: glass.childId },
    relationship: 'glass',
    purpose: 'safeguarding',
    part: { kind: 'glass', id: glass.id },
  });
}

const everyMinutes = 5;

/** What has run out is ended for good, so that no clock that is put back opens it again. */
export const endGlassInTime: Schedule = {
  name: 'families.end-glass-in-time',
  turn: ({ now }) =>
    new Date(Math.floor(now.getTime() / (everyMinutes * 60_000)) * everyMinutes * 60_000).toISOString(),
  async work({ act }) {
    await act('write', async (ctx) => {
      for (const glass of await glassesPast(ctx)) await close(ctx, glass);
    });
  },
};
