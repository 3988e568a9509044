import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { addChildrensFinding, keepFindings } from '../permissions.ts';
import { seesNames } from '../who-sees.ts';

/** Whether somebody answers for it with their own account. */
export function ownsFinding({ owner }: Pick<Finding, 'owner'>, actor: Actor): boolean {
  return actor.kind === 'person' && owner.personId === actor.personId;
}

/** Who writes a finding of this kind, and closes it where it is not their own: what children found, young people may too. */
export function mayKeepKind(actor: Actor, kind: FindingKind): boolean {
  return allowed(actor, keepFindings) || (kind === 'children' && allowed(actor, addChildrensFinding));
}

/** Whether the whole of it is for this person: its words, who owns and closed it, and what was said along the way. */
export function seesWhole(actor: Actor, finding: Finding): boolean {
  return seesNames(actor) || ownsFinding(finding, actor) || mayKeepKind(actor, finding.kind);
}

/** A finding as somebody may see it: everybody sees its title, source, state, organisation and what became of it. */
export function findingAsSeen(actor: Actor, finding: Finding): Finding {
  if (seesWhole(actor, finding)) return finding;
  const { organisationKey } = finding.owner;
  return {
    ...finding,
    words: '',
    // a group of children may be so small that its name tells who
    foundBy: '',
    owner: { personId: undefined, name: '', organisationKey },
    closed: finding.closed && { ...finding.closed, byName: '' },
  };
}
