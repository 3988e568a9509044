import { TicksField, type Answers } from '#platform/forms/inputs.tsx';
import type { Actor } from '#platform/kernel/context.ts';
import { ownAccount } from '../../../domain/rights/own-account.ts';

/**
 * For somebody who comes signed in for themselves: whether the answer is to stand in their own account. It is never taken
 * for granted: a child may use the telephone of a parent.
 */
export function InOwnAccount({ actor, answers }: { actor: Actor; answers: Answers }) {
  if (actor.kind !== 'person' || ownAccount(actor) === undefined) return null;
  return (
    <TicksField
      answers={answers}
      name="own"
      label={`Are you ${actor.name}?`}
      hint="Then you can read our answer when you sign in, and need not tell us how to reach you."
      options={[{ value: 'yes', text: 'Yes. Show me the answer in my own account' }]}
    />
  );
}
