import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { undecided, type GatheredFact } from './answer.ts';
import type { RightsRequest } from './rights-request.ts';

/** Why an answer cannot be signed yet. */
export type NotReady =
  | { reason: 'answered-already' }
  | { reason: 'not-to-be-given' }
  | { reason: 'identity-not-proved' }
  | { reason: 'not-gathered' }
  | { reason: 'still-undecided'; count: number }
  | { reason: 'harm-not-tested' }
  | { reason: 'harm-says-otherwise' };

/** An answer is signed only when somebody proved who they are, every proposal was decided and harm was thought of. */
export function readyToSign(
  request: RightsRequest,
  facts: readonly GatheredFact[],
): Outcome<undefined, NotReady> {
  if (request.answer) return refuse({ reason: 'answered-already' });
  if (request.kind !== 'see') return refuse({ reason: 'not-to-be-given' });
  if (!request.identity) return refuse({ reason: 'identity-not-proved' });
  if (!request.gatheredAt) return refuse({ reason: 'not-gathered' });
  const count = undecided(facts);
  if (count > 0) return refuse({ reason: 'still-undecided', count });
  if (!request.harm) return refuse({ reason: 'harm-not-tested' });
  const saysHarm = request.harm.found === 'some-kept-back';
  if (saysHarm !== keptBackForHarm(facts)) return refuse({ reason: 'harm-says-otherwise' });
  return done(undefined);
}

function keptBackForHarm(facts: readonly GatheredFact[]): boolean {
  return facts.some(
    ({ keptBack, spans }) =>
      keptBack === 'serious-harm' ||
      (keptBack === undefined &&
        spans.some((span) => span.decision === 'remove' && span.reason === 'serious-harm')),
  );
}
