import type { Actor } from '../kernel/context.ts';

/**
 * How lately somebody must have proved who they are before a page that asks for it is shown, and how long they then have
 * to fill it in.
 */
const proofLimits = { toSeeMinutes: 5, toActMinutes: 20 } as const;

/** Whether who asks has proved who they are in the last five minutes: enough to be shown the form. */
export function provedToSee(actor: Actor, now: Date): boolean {
  return provedWithin(actor, now, proofLimits.toSeeMinutes);
}

/** Whether who acts proved who they are before they began to fill the form in: enough to do what it asks. */
export function provedToAct(actor: Actor, now: Date): boolean {
  return provedWithin(actor, now, proofLimits.toActMinutes);
}

function provedWithin(actor: Actor, now: Date, minutes: number): boolean {
  if (actor.kind !== 'person' || !actor.provedAt) return false;
  const age = now.getTime() - actor.provedAt.getTime();
  // a proof from the future is a clock that went wrong
  return age >= -60_000 && age <= minutes * 60_000;
}
