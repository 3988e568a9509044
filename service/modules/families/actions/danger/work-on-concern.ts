import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Act, Concern } from '../../domain/danger/concern.ts';
import { readConcerns } from '../../domain/permissions.ts';
import { noteReading } from '../../queries/danger/note-reading.ts';
import { readsAs } from '../../queries/danger/may-read.ts';
import { mayReach } from '../../queries/standing/reach.ts';
import { addStep, concernById, type StepToAdd } from '../../store/danger/concerns.ts';
import { readersNow } from '../../store/danger/front-doors.ts';
import { letterTo } from './letters.ts';

export type WorkRefusal =
  | NotAllowed
  | { reason: 'concern-missing' }
  /** somebody else wrote a step since this page was opened */
  | { reason: 'changed-meanwhile' }
  | { reason: 'no-such-reader' }
  | { reason: 'child-missing' };

type Held = { concern: Concern; as: string };

/** Opens a concern: from this moment it is read, and its receipt says so. Opened twice, it was read the first time. */
export async function openConcern(ctx: Ctx, id: string): Promise<Outcome<Concern, WorkRefusal>> {
  const held = await holdConcern(ctx, id);
  if (!held.done) return held;
  const { concern, as } = held.value;
  noteReading(ctx, { concern, as, act: 'families.concern-read', way: 'read' });
  if (concern.steps.length > 0 || !(await addStep(ctx, concern.id, { nth: 1, kind: 'read' })))
    return done(concern);
  await tellOf(ctx, concern, 'read');
  return done(concern);
}

/** Writes down what was done, and what the sender may read of it. `seen` is how many steps the page showed. */
export async function actOnConcern(
  ctx: Ctx,
  given: { id: string; seen: number; act: Act; words: string; answer: string },
): Promise<Outcome<Concern, WorkRefusal>> {
  const held = await holdOpened(ctx, given);
  if (!held.done) return held;
  const acted = await addAll(ctx, held.value, [
    { nth: given.seen + 1, kind: 'acted', act: given.act, words: given.words },
    ...(given.answer === '' ? [] : [{ nth: given.seen + 2, kind: 'answered' as const, words: given.answer }]),
  ]);
  if (!acted.done) return acted;
  await tellOf(ctx, held.value.concern, 'acted-on');
  return acted;
}

/** Hands a concern to somebody else who is named to read; they get a letter that says only that something waits. */
export async function handConcern(
  ctx: Ctx,
  given: { id: string; seen: number; toPerson: string; words: string },
): Promise<Outcome<Concern, WorkRefusal>> {
  const held = await holdOpened(ctx, given);
  if (!held.done) return held;
  const reader = (await readersNow(ctx)).find(({ personId }) => personId === given.toPerson);
  if (!reader) return refuse({ reason: 'no-such-reader' });
  const step = { toPerson: reader.personId, toName: reader.name, words: given.words };
  const handed = await addAll(ctx, held.value, [{ nth: given.seen + 1, kind: 'handed', ...step }]);
  if (!handed.done) return handed;
  await letterTo(ctx, [reader], {
    key: `concern-handed:${given.id}:${given.seen + 1}`,
    subject: 'Something was handed to you to read',
    words: 'A colleague handed you something that somebody told us. What it is does not stand in a letter.',
    path: `/concerns/${given.id}`,
  });
  await tellOf(ctx, held.value.concern, 'handed-on');
  return handed;
}

/** Links a concern to the record of a child whom this reader can reach; who reads the concern does not change by it. */
export async function linkConcern(
  ctx: Ctx,
  given: { id: string; seen: number; childId: string },
): Promise<Outcome<Concern, WorkRefusal>> {
  const held = await holdOpened(ctx, given);
  if (!held.done) return held;
  const reach = await mayReach(ctx, given.childId);
  if (!reach) return refuse({ reason: 'child-missing' });
  const step: StepToAdd = { nth: given.seen + 1, kind: 'linked', childId: reach.childId };
  const linked = await addAll(ctx, held.value, [step]);
  if (linked.done) await tellOf(ctx, held.value.concern, 'linked');
  return linked;
}

async function holdOpened(
  ctx: Ctx,
  { id, seen }: { id: string; seen: number },
): Promise<Outcome<Held, WorkRefusal>> {
  const held = await holdConcern(ctx, id);
  if (!held.done) return held;
  if (held.value.concern.steps.length !== seen || seen === 0) return refuse({ reason: 'changed-meanwhile' });
  return held;
}

async function holdConcern(ctx: Ctx, given: string): Promise<Outcome<Held, WorkRefusal>> {
  const { actor } = ctx;
  if (!allowed(actor, readConcerns)) return refuse({ reason: 'not-allowed' });
  const id = idFrom<'concern'>(given);
  const concern = id && (await concernById(ctx, id));
  if (!concern) return refuse({ reason: 'concern-missing' });
  const handedTo = concern.steps.map(({ toPerson }) => toPerson);
  const as = readsAs(actor, { settingId: concern.settingId, handedTo });
  return as ? done({ concern, as }) : refuse({ reason: 'concern-missing' });
}

async function addAll(
  ctx: Ctx,
  { concern, as }: Held,
  steps: readonly StepToAdd[],
): Promise<Outcome<Concern, WorkRefusal>> {
  for (const step of steps)
    if (!(await addStep(ctx, concern.id, step))) return refuse({ reason: 'changed-meanwhile' });
  noteReading(ctx, { concern, as, act: 'families.concern-worked-on', way: 'written' });
  return done(concern);
}

async function tellOf(
  ctx: Ctx,
  { id }: Concern,
  what: 'read' | 'acted-on' | 'handed-on' | 'linked',
): Promise<void> {
  await ctx.record({ type: `families.concern-${what}`, subject: { kind: 'concern', id } });
}
