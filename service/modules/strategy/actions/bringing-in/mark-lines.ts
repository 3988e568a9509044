import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { PastedBringIn } from '../../domain/editing/bring-in.ts';
import {
  draftFromMarks,
  tierNamed,
  type DraftRefusal,
  type LineMark,
} from '../../domain/pasting/draft-from-marks.ts';
import type { TierRole } from '../../domain/framework-document.ts';
import { editStrategy } from '../../domain/permissions.ts';
import { keyFor } from '../../domain/reading/element-key.ts';
import { bringInById, updateBringIn } from '../../store/bring-ins.ts';

export type BringInMissing = { reason: 'bring-in-missing' };

export type LinesToMark = {
  id: Id<'bring-in'>;
  /** the lines of one page of marks; marks of other lines stay */
  lines: readonly number[];
  marks: readonly LineMark[];
};

/** Keeps what a person said the lines of one page are. Nothing is judged yet: see `draftFromLines`. */
export async function markLines(
  ctx: Ctx,
  { id, lines, marks }: LinesToMark,
): Promise<Outcome<null, NotAllowed | BringInMissing>> {
  const held = await pastedHeld(ctx, id);
  if (!held.done) return held;
  const others = held.value.marks.filter(({ line }) => !lines.includes(line));
  const known = new Set(held.value.lines.map(({ number }) => number));
  const own = marks.filter(({ line }) => lines.includes(line) && known.has(line));
  await updateBringIn(ctx, id, {
    ...held.value,
    marks: [...others, ...own].toSorted((a, b) => a.line - b.line),
  });
  return done(null);
}

/** Makes a draft of all marks so far and keeps it beside them, to be looked at before it is created. */
export async function draftFromLines(
  ctx: Ctx,
  id: Id<'bring-in'>,
): Promise<Outcome<null, NotAllowed | BringInMissing | DraftRefusal>> {
  const held = await pastedHeld(ctx, id);
  if (!held.done) return held;
  const { about, tiers, lines, marks } = held.value;
  const slug = keyFor(about.name, new Set());
  const used = new Set(marks.map((mark) => (mark.as === 'element' ? mark.tier : '')));
  const draft = draftFromMarks({ lines, marks, tiers, about: { slug, ...about } });
  if (!draft.done) return draft;
  const document = { ...draft.value, tiers: draft.value.tiers.filter(({ key }) => used.has(key)) };
  await updateBringIn(ctx, id, { ...held.value, document });
  return done(null);
}

/** Adds a tier of the partnership's own to those that lines can be marked with. */
export async function addTierToMark(
  ctx: Ctx,
  { id, name, role }: { id: Id<'bring-in'>; name: string; role: TierRole },
): Promise<Outcome<null, NotAllowed | BringInMissing>> {
  const held = await pastedHeld(ctx, id);
  if (!held.done) return held;
  const { tiers } = held.value;
  await updateBringIn(ctx, id, { ...held.value, tiers: [...tiers, tierNamed(name, role, tiers)] });
  return done(null);
}

async function pastedHeld(
  ctx: Ctx,
  id: Id<'bring-in'>,
): Promise<Outcome<PastedBringIn, NotAllowed | BringInMissing>> {
  if (!allowed(ctx.actor, editStrategy)) return refuse({ reason: 'not-allowed' });
  const content = await bringInById(ctx, id);
  return content?.kind === 'pasted' ? done(content) : refuse({ reason: 'bring-in-missing' });
}
