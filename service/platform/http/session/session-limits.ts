import type { Role } from '../../access/policy.ts';

/** How long a session lasts. The one place where it is said; docs/guides/sign-in.md tells people. */
export const sessionLimits = {
  /** without a page asked for */
  idleMinutes: 60,
  /** the same, for whoever can open a child's record */
  idleMinutesNearChildren: 20,
  /** whatever happens */
  wholeHours: 12,
  /** "last seen" is no more exact than this: one write a minute, not one a page */
  seenEverySeconds: 60,
  /** a browser in which nobody has signed in for so long is new again */
  browserKnownDays: 180,
} as const;

const nearChildren: readonly string[] = [
  'practitioner',
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
  'governance-lead',
  'young-person',
  'parent',
] satisfies readonly Role[];

/** After how many minutes without a page a session of somebody with these roles ends. */
export function idleMinutesFor(roles: readonly string[]): number {
  return roles.some((role) => nearChildren.includes(role))
    ? sessionLimits.idleMinutesNearChildren
    : sessionLimits.idleMinutes;
}
