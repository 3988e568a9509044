import type { Ctx } from '#platform/db/database.ts';
import type { Keys } from '#platform/keys/keys.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { letterUsed, lockLetter } from '../../store/sign-in/sign-in-letters.ts';
import { giveAppCode, type CodeRefusal } from './app-codes.ts';
import { giveRecoveryCode } from './recovery-codes.ts';

export type LetterRefusal = CodeRefusal | { reason: 'letter-over' };

/** Comes in by a letter that was opened and a code: of the app, or one for a bad day. The letter alone opens nothing. */
export async function comeInByLetter(
  ctx: Ctx,
  given: { keys: Keys; letterId: string; code: string; kind: 'app' | 'recovery' },
): Promise<Outcome<{ personId: Id<'person'>; next: string }, LetterRefusal>> {
  const { keys, letterId, code, kind } = given;
  const letter = await lockLetter(ctx, letterId);
  if (!letter) return refuse({ reason: 'letter-over' });
  const { personId, next } = letter;
  const told =
    kind === 'app'
      ? await giveAppCode(ctx, { keys, personId, code })
      : await giveRecoveryCode(ctx, { personId, code });
  if (!told.done) return told;
  await letterUsed(ctx, letter.id);
  return done({ personId, next });
}
