import type { Ctx } from '#platform/db/database.ts';
import type { Action } from '../../domain/action.ts';
import { actionsById } from '../../store/actions.ts';
import { progressNotesOf, type ProgressNote } from '../../store/progress-notes.ts';

/** An action as whoever holds its link sees it: with what was last said by a link, and nothing that others said. */
export type ActionOfLink = { action: Action; byLink: ProgressNote | undefined };

export async function actionOfLink(ctx: Ctx, id: string): Promise<ActionOfLink | undefined> {
  const [action] = await actionsById(ctx, [id]);
  if (!action) return undefined;
  const notes = await progressNotesOf(ctx, [action.id]);
  return { action, byLink: notes.find(({ way }) => way === 'link') };
}
