/** How the links are known by which somebody without an account says how an action goes. */
export const actionPurpose = 'action-progress';

const dayMs = 86_400_000;

/** A letter goes, then a reminder after one week and another after three; then a person has to ring. */
const reminderDays = [7, 21] as const;

/** Which reminder of a link is due; undefined where none is. A link that was answered or taken back asks nothing. */
export function reminderDue(
  link: { madeAt: Date; ended: object | undefined },
  now: Date,
): number | undefined {
  if (link.ended) return undefined;
  const days = (now.getTime() - link.madeAt.getTime()) / dayMs;
  const due = reminderDays.findLastIndex((after) => days >= after);
  return due === -1 ? undefined : due + 1;
}
