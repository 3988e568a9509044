import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  checkEvidence,
  type Evidence,
  type EvidenceRefusal,
  type EvidenceWords,
} from '../../domain/evidence/evidence.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { namedSubject } from '../../queries/evidence/named-subjects.ts';
import { addEvidence, changeEvidence, evidenceById } from '../../store/evidence/evidence.ts';

export type AddEvidenceRefusal = NotAllowed | EvidenceRefusal | { reason: 'no-such-subject' };

export type EvidenceGiven = { words: EvidenceWords; quoteAgreed: 'yes' | 'no' };

/** Writes down what was found or said about an element or a measure that is there. */
export async function addFindingOrVoice(
  ctx: Ctx,
  { words, quoteAgreed }: EvidenceGiven,
): Promise<Outcome<Id<'evidence'>, AddEvidenceRefusal>> {
  if (!allowed(ctx.actor, keepEvidence)) return refuse({ reason: 'not-allowed' });
  if (!(await namedSubject(ctx, words.subject))) return refuse({ reason: 'no-such-subject' });
  const checked = checkEvidence(words, { quoteAgreed, today: ctx.today });
  if (!checked.done) return checked;
  const id = ctx.newId<'evidence'>();
  await addEvidence(ctx, id, checked.value);
  await ctx.record({
    type: 'indicators.evidence-added',
    subject: { kind: 'evidence', id },
    details: { kind: words.said.kind, about: words.subject.id },
  });
  return done(id);
}

export type ChangeEvidenceRefusal =
  | AddEvidenceRefusal
  | { reason: 'evidence-missing' }
  | { reason: 'changed-meanwhile'; theirs: Evidence };

/** Changes a finding or a voice; what somebody else saved meanwhile is not written over unseen. */
export async function changeFindingOrVoice(
  ctx: Ctx,
  given: EvidenceGiven & { id: Id<'evidence'>; seen: number },
): Promise<Outcome<number, ChangeEvidenceRefusal>> {
  if (!allowed(ctx.actor, keepEvidence)) return refuse({ reason: 'not-allowed' });
  const before = await evidenceById(ctx, given.id, 'lock');
  if (!before || before.said.kind !== given.words.said.kind) return refuse({ reason: 'evidence-missing' });
  const words = { ...given.words, subject: before.subject };
  const checked = checkEvidence(words, { quoteAgreed: given.quoteAgreed, today: ctx.today });
  if (!checked.done) return checked;
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const version = before.version + 1;
  await changeEvidence(ctx, { id: before.id, version, words });
  await ctx.record({
    type: 'indicators.evidence-changed',
    subject: { kind: 'evidence', id: before.id },
    details: { kind: words.said.kind, version },
  });
  return done(version);
}
