import { organisationSubjects } from '#modules/partners/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { isLate, isOver, stateWords, type Action } from '../../domain/action.ts';
import type { PackAction, PackWho } from '../../domain/packs/pack-document.ts';
import { heldUpBy, type Wait } from '../../domain/plan/waits-for.ts';

/** The names of organisations by their keys; those that are no more have theirs too. */
export type Named = ReadonlyMap<string, string>;

export async function organisationNames(ctx: Ctx, keys: readonly string[]): Promise<Named> {
  const asked = [...new Set(keys)].filter((key) => key !== '');
  const found = await organisationSubjects.find(ctx, asked);
  return new Map(found.map(({ id, title }) => [id, title]));
}

/** Who answers for something, by the names of the day on which it is written down. */
export function whoOf(
  { name, organisationKey }: { name: string; organisationKey: string },
  named: Named,
): PackWho {
  return { name, organisation: named.get(organisationKey) ?? organisationKey };
}

/** Actions as a pack keeps them. */
export function packActions(
  actions: readonly Action[],
  around: { actions: readonly Action[]; waits: readonly Wait[]; today: Day; named: Named },
): PackAction[] {
  const byId = new Map<string, Action>(around.actions.map((action) => [action.id, action]));
  return actions.map((action) => ({
    number: action.number,
    title: action.title,
    owner: whoOf(action.owner, around.named),
    due: action.due,
    state: stateWords[action.state],
    isLate: isLate(action, around.today),
    isOver: isOver(action),
    reason: action.reason,
    doneOn: action.doneOn,
    holdsUp: heldUpBy(around.waits, action.id).flatMap((id) => {
      const held = byId.get(id);
      return held && !isOver(held) ? [held.title] : [];
    }),
  }));
}
