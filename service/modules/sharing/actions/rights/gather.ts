import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { GatheredFact, GatheredSpan } from '../../domain/rights/answer.ts';
import type {
  DataSubject,
  HeldFact,
  KnownPerson,
  PersonalRecords,
} from '../../domain/rights/personal-records.ts';
import { proposeSpans } from '../../domain/rights/propose-spans.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { gatheredFacts, keepGathered, whoDecided } from '../../store/rights/answers.ts';
import { changed, holdRequest, type HoldRefusal, type Seen } from './take-step.ts';

export type GatherRefusal =
  | HoldRefusal
  | { reason: 'answered-already' }
  | { reason: 'identity-not-proved' }
  | { reason: 'nobody-linked' };

export type Gathered = { request: RightsRequest; facts: number; proposed: number };

const daysLetIn = 90;

/**
 * Gathers everything that every room holds about whom a request is about, and proposes what in it may be about somebody
 * else. Gathered again, what is new is added, what is gone goes, and what was decided of unchanged words stays decided.
 */
export async function gather(
  ctx: Ctx,
  given: Seen & { records: readonly PersonalRecords<Ctx>[] },
): Promise<Outcome<Gathered, GatherRefusal>> {
  const held = await holdRequest(ctx, given);
  if (!held.done) return held;
  const request = held.value;
  if (ctx.actor.kind !== 'person') return refuse({ reason: 'not-allowed' });
  if (request.answer) return refuse({ reason: 'answered-already' });
  if (!request.identity) return refuse({ reason: 'identity-not-proved' });
  if (request.subjects.length === 0) return refuse({ reason: 'nobody-linked' });
  const subjects = request.subjects.map(({ subject }) => subject);
  await letIn(ctx, given.records, { request, subjects });
  const { held: found, known } = await heldAbout(ctx, given.records, { requestId: request.id, subjects });
  const before = await gatheredFacts(ctx, request.id);
  const decidedBy = await whoDecided(ctx, request.id);
  const facts = found.map(({ room, fact }) => proposed(ctx, { room, fact, known, before }));
  await keepGathered(
    ctx,
    request.id,
    facts.map((fact) => ({ fact: fact.now, decidedBy: fact.decidedAs(decidedBy) })),
  );
  const kept = await changed(ctx, { ...request, gatheredAt: ctx.now }, 'gathered');
  const proposedCount = facts.flatMap(({ now }) => now.spans).length;
  return kept.done
    ? done({ request: kept.value, facts: facts.length, proposed: proposedCount })
    : refuse({ reason: 'request-missing' });
}

async function letIn(
  ctx: Ctx,
  records: readonly PersonalRecords<Ctx>[],
  { request, subjects }: { request: RightsRequest; subjects: readonly DataSubject[] },
): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  const { personId } = ctx.actor;
  const until = new Date(ctx.now.getTime() + daysLetIn * 86_400_000);
  for (const room of records)
    for (const subject of subjects)
      await room.letIn?.(ctx, { subject, personId, requestId: request.id, until });
}

type FromRoom = { room: string; fact: HeldFact };

/** What every room holds about these subjects, each thing once, and every name that the records know around them. */
export async function heldAbout(
  ctx: Ctx,
  records: readonly PersonalRecords<Ctx>[],
  { requestId, subjects }: { requestId: string; subjects: readonly DataSubject[] },
): Promise<{ held: FromRoom[]; known: KnownPerson[] }> {
  const held = new Map<string, FromRoom>();
  const known: KnownPerson[] = [];
  for (const subject of subjects) {
    ctx.audit({
      act: 'sharing.records-gathered',
      way: 'read',
      // the audit holds no address: the request says which
      subject: subject.kind === 'address' ? { kind: 'rights-request', id: requestId } : subject,
      relationship: 'subject-access',
      purpose: 'subject-rights',
    });
    for (const room of records) {
      known.push(...((await room.peopleAround?.(ctx, subject)) ?? []));
      for (const fact of await room.gather(ctx, subject))
        held.set(`${fact.class} ${fact.id}`, { room: room.room, fact });
    }
  }
  return { held: [...held.values()], known };
}

type Proposed = {
  now: GatheredFact;
  /** who decided what, carried over to the ids of now */
  decidedAs(before: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
};

function proposed(
  ctx: Ctx,
  given: FromRoom & { known: readonly KnownPerson[]; before: readonly GatheredFact[] },
): Proposed {
  const { room, fact, known } = given;
  const same = given.before.find((old) => old.class === fact.class && old.factId === fact.id);
  const unchanged = same?.words === fact.text ? same : undefined;
  const { spans, carried } = spansOf(ctx, { fact, known, before: unchanged?.spans ?? [] });
  return {
    now: {
      id: ctx.newId(),
      room,
      class: fact.class,
      factId: fact.id,
      title: fact.title,
      words: fact.text,
      whose: fact.whose,
      source: fact.source,
      on: fact.on,
      fieldGroup: fact.fieldGroup,
      keptBack: unchanged?.keptBack,
      spans,
    },
    decidedAs: (before) => new Map([...carried].map(([now, was]) => [now, before.get(was) ?? ''])),
  };
}

type Carried = {
  spans: GatheredSpan[];
  /** the ids of now, with the ids of the spans whose decisions they carry on */
  carried: ReadonlyMap<string, string>;
};

/** What is proposed of a fact now; what was decided of the same stretch stays, and so does what a person found. */
function spansOf(
  ctx: Ctx,
  given: { fact: HeldFact; known: readonly KnownPerson[]; before: readonly GatheredSpan[] },
): Carried {
  const { fact, known, before } = given;
  const carried = new Map<string, string>();
  const spans = proposeSpans(fact, known).map((span): GatheredSpan => {
    const id = ctx.newId();
    const old = before.find(
      (was) => was.field === span.field && was.from === span.from && was.to === span.to,
    );
    if (old && old.decision !== 'proposed') {
      carried.set(id, old.id);
      return { ...old, id };
    }
    return { ...span, id, decision: 'proposed' };
  });
  const byHand = before
    .filter((old) => old.foundBy === 'person')
    .map((old): GatheredSpan => {
      const id = ctx.newId();
      carried.set(id, old.id);
      return { ...old, id };
    });
  return { spans: [...spans, ...byHand], carried };
}
