import type { Ctx } from '#platform/db/database.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import { actionsById } from '../../store/actions.ts';
import { decisionsById } from '../../store/decisions.ts';
import { findingsById } from '../../store/findings.ts';

/** The element that an item of an agenda is about: that of what it speaks of, else of the meeting. */
export async function elementOfItem(
  ctx: Ctx,
  item: AgendaItem | undefined,
  meeting: Meeting,
): Promise<ElementName> {
  const { kind = '', id = '' } = item?.subject ?? {};
  const [found] =
    kind === 'action'
      ? await actionsById(ctx, [id])
      : kind === 'decision'
        ? await decisionsById(ctx, [id])
        : kind === 'finding'
          ? await findingsById(ctx, [id])
          : [];
  return found?.element ?? meeting.element;
}
