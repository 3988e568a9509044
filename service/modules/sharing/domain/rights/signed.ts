import { createHash } from 'node:crypto';
import { givenOf, type GatheredFact } from './answer.ts';

/** SHA-256 of an answer as it would leave: a signature holds only for that. */
export function digestOf(facts: readonly GatheredFact[]): string {
  return createHash('sha256')
    .update(JSON.stringify(givenOf(facts)))
    .digest('hex');
}

/** Whether two different people signed just this. */
export function isSignedByTwo(
  signed: readonly { personId: string; digest: string }[],
  facts: readonly GatheredFact[],
): boolean {
  const digest = digestOf(facts);
  return new Set(signed.filter((one) => one.digest === digest).map(({ personId }) => personId)).size >= 2;
}
