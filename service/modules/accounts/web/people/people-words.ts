import type { WordsFor } from '#platform/kernel/outcome.ts';
import { addDays, dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import type { AcceptRefusal, SendAnewRefusal, WithdrawRefusal } from '../../actions/people/invitations.ts';
import type { IntroduceRefusal } from '../../actions/people/introduce.ts';
import type { InviteRefusal } from '../../actions/people/invite.ts';
import type { KeepMemberRefusal, OpenTeamRefusal } from '../../actions/people/keep-teams.ts';
import type { LeaveRefusal, ReturnRefusal } from '../../actions/people/leave.ts';
import type { OwnRoleRefusal, RetireOwnRoleRefusal } from '../../actions/people/own-roles.ts';
import type { ConfirmWayRefusal, RecoverRefusal } from '../../actions/people/recover.ts';
import type { ConfirmRoleRefusal, EndRoleRefusal } from '../../actions/people/settle-role.ts';
import { builtInRoles } from '../../domain/people/built-in-roles.ts';
import type { RoleGrant } from '../../domain/people/grant.ts';

export type PeopleRefusal =
  | InviteRefusal
  | ConfirmRoleRefusal
  | EndRoleRefusal
  | OwnRoleRefusal
  | RetireOwnRoleRefusal
  | OpenTeamRefusal
  | KeepMemberRefusal
  | IntroduceRefusal
  | SendAnewRefusal
  | WithdrawRefusal
  | LeaveRefusal
  | ReturnRefusal
  | RecoverRefusal
  | ConfirmWayRefusal;

export const peopleRefusals: WordsFor<PeopleRefusal> = {
  'not-allowed': () => 'Only whoever looks after who comes in can do this',
  'not-for-yourself': () => 'Nobody gives themselves anything. Ask another administrator',
  'person-missing': () => 'This person is not here any more',
  'no-such-role': () => 'Choose a role from the list',
  'no-such-team': () => 'Choose a team from the list',
  'ends-before-it-begins': () => 'The last day must be on or after the first day',
  'held-already': () => 'They hold this role already, or it waits for a second person',
  excludes: ({ role, beside, because }) =>
    `Nobody is ${article(builtInRoles[role].title)} and ${article(builtInRoles[beside].title)} at once: ${because}`,
  'no-address': () => 'Enter an e-mail address, such as name@organisation.example',
  'address-taken': () => 'Somebody here has this e-mail address already',
  'body-missing': () => 'Choose the body that they come from',
  'grant-missing': () => 'This role is no longer there',
  'proposed-by-you': () => 'You proposed it, so somebody else has to say yes',
  'about-you': () => 'It is about you, so somebody else has to say yes',
  'settled-already': () => 'Somebody settled this meanwhile',
  'person-left': () => 'This person left meanwhile',
  'last-administrator': () => 'Nobody could let people in any more. Make somebody else administrator first',
  'name-taken': () => 'There is one of this name already',
  'too-few-roles': () => 'Choose two roles or more: a single one has its name already',
  'role-missing': () => 'This role is no longer there',
  'team-missing': () => 'This team is no longer there',
  'responsibility-not-said': () =>
    'Say how you saw that they hold parental responsibility, or that they do not',
  'not-invited': () => 'They came in already',
  'gone-already': () => 'They left already',
  'not-gone': () => 'They have not left',
  'never-came': () => 'They never came. Invite them as somebody new',
  'not-here': () => 'They have not come in yet. Send their invitation anew',
  'invitation-missing': () => 'This was settled meanwhile',
  'asked-by-you': () => 'You asked for it, so somebody else has to say yes',
};

/** Why an invitation opens nothing, for whoever followed its link. */
export const overWords: Readonly<Record<AcceptRefusal['how'], string>> = {
  waiting: 'A second person has to say yes first. You get another letter then.',
  open: 'Try the link once more.',
  expired: 'An invitation works for fourteen days. Ask whoever invited you for a new one.',
  accepted: 'It was used already. If it was you, sign in.',
  withdrawn: 'Whoever invited you took it back.',
  replaced: 'There is a newer letter. Use the link in that one.',
  unknown: 'Look whether the whole address came over from the letter.',
};

/** "an analyst", "a manager". */
function article(title: string): string {
  const low = title.slice(0, 1).toLocaleLowerCase('en-GB') + title.slice(1);
  return `${/^[aeiou]/.test(low) ? 'an' : 'a'} ${low}`;
}

/** Since when and until when a role holds, and who gave it. */
export function sayGrant(grant: RoleGrant): string {
  const parts = [
    grant.team ? `for ${grant.team.name}` : '',
    grant.from ? `from ${sayDay(grant.from)}` : '',
    grant.until ? `until ${sayDay(lastDay(grant.until))}` : '',
  ].filter(Boolean);
  return parts.join(', ');
}

/** Who proposed it, and who said yes. */
export function sayGivers({
  setUp,
  proposedByName,
  proposedAt,
  confirmedByName,
  confirmedAt,
}: RoleGrant): string {
  if (setUp) return 'Held since the partnership was set up';
  const proposed = `Proposed by ${proposedByName} on ${sayInstant(proposedAt)}`;
  return confirmedAt
    ? `${proposed}, confirmed by ${confirmedByName} on ${sayInstant(confirmedAt)}`
    : proposed;
}

export function sayInstant(at: Date): string {
  return sayDay(dayInEngland(at));
}

/** The last day on which something holds that ends on a day. */
export function lastDay(until: Day): Day {
  return addDays(until, -1);
}
