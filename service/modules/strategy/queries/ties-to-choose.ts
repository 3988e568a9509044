import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ThreadSubject } from '#platform/kernel/subject.ts';
import { editStrategy } from '../domain/permissions.ts';
import { measureSubjectId, type SubjectRegistry } from '../domain/thread.ts';
import { tiesOfElements } from '../store/ties.ts';
import type { FrameworkView } from './framework.ts';

/** Something that stands tied to an element, as the person who unties it sees it. */
export type TieHeld = {
  /** `measure …` for a tie in the document, `tie …` for one made by hand */
  value: string;
  title: string;
  state: string;
  role: string;
};

/**
 * What is tied to an element now. A measure that nobody has brought in yet is named as the document names it; anything else
 * that this person may not see is left out.
 */
export async function tiesHeld(
  ctx: Ctx,
  at: { view: FrameworkView; key: string; registry: SubjectRegistry<Ctx> },
): Promise<TieHeld[]> {
  const ties = await tiesOfElements(ctx, at.view.stored.id, [at.key]);
  const found = new Map<string, ThreadSubject>();
  for (const room of at.registry) {
    const ids = ties.filter((tie) => tie.subjectKind === room.kind).map((tie) => tie.subjectId);
    if (ids.length === 0) continue;
    for (const subject of await room.find(ctx, ids)) found.set(`${room.kind} ${subject.id}`, subject);
  }
  const measures = at.view.document.measures
    .filter(({ element }) => element === at.key)
    .map((measure): TieHeld => {
      const subject = found.get(`measure ${measureSubjectId(measure)}`);
      return {
        value: `measure ${measure.source} ${measure.role} ${measure.code}`,
        title: subject?.title ?? measure.code,
        state: subject?.state ?? 'Its figures have not been brought in yet.',
        role: measure.role,
      };
    });
  const others = ties
    .filter(({ origin }) => origin === 'thread')
    .flatMap((tie): TieHeld[] => {
      const subject = found.get(`${tie.subjectKind} ${tie.subjectId}`);
      return subject
        ? [{ value: `tie ${tie.id}`, title: subject.title, state: subject.state, role: tie.role }]
        : [];
    });
  return [...measures, ...others];
}

/** What could be tied, found by words, kind by kind; only what this person may see. */
export type Tieable = { kind: string; name: string; subjects: readonly ThreadSubject[] };

export async function tieable(
  ctx: Ctx,
  { words, registry }: { words: string; registry: SubjectRegistry<Ctx> },
): Promise<Tieable[]> {
  if (!allowed(ctx.actor, editStrategy) || words.trim() === '') return [];
  const groups: Tieable[] = [];
  for (const room of registry) {
    const subjects = await room.search(ctx, words.trim().slice(0, 200));
    if (subjects.length > 0) groups.push({ kind: room.kind, name: room.name, subjects });
  }
  return groups;
}
