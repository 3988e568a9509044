import { permission } from '#platform/access/policy.ts';

/** Letting colleagues in, proposing their roles, ending their access; bodies and teams. Nobody does it for themselves. */
export const keepPeople = permission('accounts.keep-people', ['administrator']);

/** Saying yes or no to a powerful role that somebody else proposed for somebody else. */
export const confirmRoles = permission('accounts.confirm-roles', ['administrator', 'governance-lead']);

/** Introducing a parent or a young person whom one helps, and ending their way in. */
export const introduceFamilies = permission('accounts.introduce-families', ['practitioner', 'supervisor']);

/** Seeing who works here, what they may open and who waits for a second person. Nobody of a family stands there. */
export const seePeople = permission('accounts.see-people', ['administrator', 'governance-lead']);
