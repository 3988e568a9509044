import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  keepReasons,
  removeReasons,
  type KeepBackReason,
  type KeepReason,
  type RemoveReason,
} from '../../domain/rights/answer.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { addSpan, decideSpans, gatheredFacts, keepFactBack } from '../../store/rights/answers.ts';
import { changed, holdRequest, type HoldRefusal, type Seen } from './take-step.ts';

export type Decided = { decision: 'remove'; reason: RemoveReason } | { decision: 'keep'; reason: KeepReason };

export type DecideRefusal =
  | HoldRefusal
  | { reason: 'answered-already' }
  | { reason: 'nothing-chosen' }
  | { reason: 'words-not-there' };

type Officer = { id: string; name: string };

async function held(
  ctx: Ctx,
  seen: Seen,
): Promise<Outcome<{ request: RightsRequest; officer: Officer }, DecideRefusal>> {
  const found = await holdRequest(ctx, seen);
  if (!found.done) return found;
  if (found.value.answer) return refuse({ reason: 'answered-already' });
  if (ctx.actor.kind !== 'person') return refuse({ reason: 'not-allowed' });
  const officer = { id: ctx.actor.personId, name: nameOfActor(ctx.actor) };
  return { done: true, value: { request: found.value, officer } };
}

/** Says of some stretches whether they are taken out or left in, and why. `alike` are those with the same words. */
export async function decide(
  ctx: Ctx,
  given: Seen & { spanIds: readonly string[]; decided: Decided; alike: 'these' | 'same-words' },
): Promise<Outcome<RightsRequest, DecideRefusal>> {
  const found = await held(ctx, given);
  if (!found.done) return found;
  const { request, officer } = found.value;
  const ids = given.alike === 'these' ? given.spanIds : await withSameWords(ctx, request.id, given.spanIds);
  const count = await decideSpans(ctx, { requestId: request.id, ids, by: officer }, given.decided);
  return count === 0 ? refuse({ reason: 'nothing-chosen' }) : changed(ctx, request, 'words-decided');
}

async function withSameWords(ctx: Ctx, requestId: string, ids: readonly string[]): Promise<string[]> {
  const all = (await gatheredFacts(ctx, requestId)).flatMap((fact) =>
    fact.spans.map((span) => ({
      id: span.id,
      words: fact[wordsOf(span.field)].slice(span.from, span.to).toLowerCase(),
    })),
  );
  const wanted = new Set(all.filter(({ id }) => ids.includes(id)).map(({ words }) => words));
  return all.filter(({ words }) => wanted.has(words)).map(({ id }) => id);
}

function wordsOf(field: 'title' | 'words' | 'whose' | 'source' | 'field_group') {
  return field === 'field_group' ? 'fieldGroup' : field;
}

/** Takes out words that nobody proposed: everywhere in the fact where they stand. */
export async function takeOutWords(
  ctx: Ctx,
  given: Seen & { factId: string; words: string; reason: RemoveReason },
): Promise<Outcome<RightsRequest, DecideRefusal>> {
  const found = await held(ctx, given);
  if (!found.done) return found;
  const { request, officer } = found.value;
  const fact = (await gatheredFacts(ctx, request.id)).find(({ id }) => id === given.factId);
  const words = given.words.trim();
  const places = fact && words !== '' ? placesIn(fact.words, words) : [];
  if (!fact || places.length === 0) return refuse({ reason: 'words-not-there' });
  for (const from of places)
    await addSpan(
      ctx,
      { requestId: request.id, factId: fact.id, by: officer.id },
      {
        id: ctx.newId(),
        field: 'words',
        from,
        to: from + words.length,
        who: 'marked by hand',
        kind: 'third-party',
        foundBy: 'person',
        decision: 'remove',
        reason: given.reason,
        byName: officer.name,
      },
    );
  return changed(ctx, request, 'words-marked');
}

function placesIn(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}

/** Keeps a whole fact back, with a reason, or gives it after all. */
export async function keepBack(
  ctx: Ctx,
  given: Seen & { factId: string; reason: KeepBackReason | undefined },
): Promise<Outcome<RightsRequest, DecideRefusal>> {
  const found = await held(ctx, given);
  if (!found.done) return found;
  const { request, officer } = found.value;
  const of = { requestId: request.id, factId: given.factId, byName: officer.name };
  if (!(await keepFactBack(ctx, of, given.reason))) return refuse({ reason: 'nothing-chosen' });
  return changed(ctx, request, given.reason ? 'fact-kept-back' : 'fact-given');
}

/** A decision from a form: the reason says which it is. */
export function decidedBy(reason: string): Decided | undefined {
  const remove = removeReasons.find((one) => one === reason);
  if (remove) return { decision: 'remove', reason: remove };
  const keep = keepReasons.find((one) => one === reason);
  return keep && { decision: 'keep', reason: keep };
}
