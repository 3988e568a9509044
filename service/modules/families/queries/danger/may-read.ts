import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { readConcerns } from '../../domain/permissions.ts';

type Asked = { settingId: string | undefined; handedTo: readonly (string | undefined)[] };

/** By what somebody reads a concern; undefined where their roles do not open it. The database asks who was named. */
export function readsAs(
  actor: Actor,
  { settingId, handedTo }: Asked,
): 'safeguarding-reader' | 'setting-lead' | undefined {
  if (actor.kind !== 'person' || !allowed(actor, readConcerns)) return undefined;
  if (actor.roles.includes('safeguarding-reader')) return 'safeguarding-reader';
  const own = settingId !== undefined && settingId === actor.organisationId;
  return own || handedTo.includes(actor.personId) ? 'setting-lead' : undefined;
}
