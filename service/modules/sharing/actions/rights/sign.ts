import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { answerRights, signRights } from '../../domain/permissions.ts';
import { digestOf } from '../../domain/rights/signed.ts';
import { readyToSign, type NotReady } from '../../domain/rights/ready-to-sign.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { gatheredFacts } from '../../store/rights/answers.ts';
import { addSignature, signatures, type Signature } from '../../store/rights/released.ts';
import { lockRequest } from '../../store/rights/requests.ts';
import type { Seen } from './take-step.ts';
import { touchRequest } from '../../domain/rights/touch-request.ts';

export type SignRefusal =
  | NotAllowed
  | { reason: 'request-missing' }
  | { reason: 'changed-meanwhile'; theirs: RightsRequest }
  | NotReady
  | { reason: 'signed-by-you' }
  | { reason: 'signed-by-two' };

/** Signs an answer as it stands: first whoever decided, then somebody else who looked at every decision. */
export async function sign(ctx: Ctx, { id, seen }: Seen): Promise<Outcome<Signature, SignRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, signRights)) return refuse({ reason: 'not-allowed' });
  const request = await lockRequest(ctx, id);
  if (!request) return refuse({ reason: 'request-missing' });
  if (request.version !== seen) return refuse({ reason: 'changed-meanwhile', theirs: request });
  const facts = await gatheredFacts(ctx, id);
  const ready = readyToSign(request, facts);
  if (!ready.done) return ready;
  const before = await signatures(ctx, id);
  if (before.some(({ personId }) => personId === actor.personId)) return refuse({ reason: 'signed-by-you' });
  if (before.length >= 2) return refuse({ reason: 'signed-by-two' });
  // the first signature says that it is done, and is of whoever does it
  if (before.length === 0 && !allowed(actor, answerRights)) return refuse({ reason: 'not-allowed' });
  const signature = {
    place: before.length + 1,
    personId: actor.personId,
    name: actor.name,
    digest: digestOf(facts),
  };
  await addSignature(ctx, id, signature);
  touchRequest(ctx, id, { act: 'rights-answer-signed', way: 'written' });
  await ctx.record({
    type: 'sharing.rights-answer-signed',
    subject: { kind: 'rights-request', id },
    details: { place: signature.place },
  });
  return done({ ...signature, at: ctx.now });
}
