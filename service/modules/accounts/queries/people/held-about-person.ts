import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import {
  deletePeople,
  heldAboutPerson,
  peopleCalled,
  peopleLeft,
  type AccountFact,
} from '../../store/people/held-about-person.ts';

export type { AccountFact } from '../../store/people/held-about-person.ts';

/** Everything that the accounts hold about somebody, for an answer to them. Whoever asks says so in the audit. */
export function accountFacts(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  return heldAboutPerson(ctx, personId);
}

/** Whoever is called just so, here or gone, at most 20. */
export function accountsCalled(ctx: Ctx, name: string) {
  return peopleCalled(ctx, name);
}

/** Whose way in ended on a day or before. */
export function accountsEnded(ctx: Ctx, onOrBefore: Day) {
  return peopleLeft(ctx, onOrBefore);
}

/** Deletes accounts for good, with all that hangs on them, after people approved it; answers with how many rows went. */
export function deleteAccounts(ctx: Ctx, ids: readonly string[]): Promise<number> {
  return deletePeople(ctx, ids);
}
