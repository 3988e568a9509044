import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { contributes, type SubjectRegistry } from '../../domain/thread.ts';
import { deleteTie, insertTie, tiesOfElements } from '../../store/ties.ts';
import { holdOwnFramework, type NotOwn } from '../edit-own-framework.ts';

export type SubjectTie = {
  slug: string;
  key: string;
  subject: { kind: string; id: string };
  role: string;
  registry: SubjectRegistry<Ctx>;
};

export type TieSubjectRefusal =
  | NotOwn
  | { reason: 'element-missing'; key: string }
  /** it does not exist, or not for the person who ties */
  | { reason: 'subject-missing' };

/** Ties something that another room holds to an element: an action, a pledge, a service, an ask. Tying twice changes nothing. */
export async function tieSubject(ctx: Ctx, given: SubjectTie): Promise<Outcome<null, TieSubjectRefusal>> {
  const { slug, key, subject, registry } = given;
  // the ways in which a measure answers are not those of an organisation
  const role = subject.kind === 'organisation' ? contributes : given.role;
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const { id: frameworkId, document } = held.value;
  if (!document.elements.some((element) => element.key === key))
    return refuse({ reason: 'element-missing', key });
  const room = registry.find(({ kind }) => kind === subject.kind);
  const [found] = room ? await room.find(ctx, [subject.id]) : [];
  if (!found) return refuse({ reason: 'subject-missing' });
  await insertTie(ctx, {
    frameworkId,
    elementKey: key,
    subjectKind: subject.kind,
    subjectId: subject.id,
    role,
  });
  await ctx.record({
    type: 'strategy.subject-tied',
    subject: { kind: 'framework', id: frameworkId },
    details: { element: key, kind: subject.kind, role },
  });
  return done(null);
}

export type UntieSubjectRefusal = NotOwn | { reason: 'not-tied' };

/** Takes a tie made by hand away. */
export async function untieSubject(
  ctx: Ctx,
  { slug, key, tieId }: { slug: string; key: string; tieId: Id<'tie'> },
): Promise<Outcome<null, UntieSubjectRefusal>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const ties = await tiesOfElements(ctx, held.value.id, [key]);
  const tie = ties.find(({ id, origin }) => id === tieId && origin === 'thread');
  if (!tie) return refuse({ reason: 'not-tied' });
  await deleteTie(ctx, tie.id);
  await ctx.record({
    type: 'strategy.subject-untied',
    subject: { kind: 'framework', id: held.value.id },
    details: { element: key, kind: tie.subjectKind, role: tie.role },
  });
  return done(null);
}
