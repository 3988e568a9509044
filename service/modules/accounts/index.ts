export { setUpPartnership } from './actions/set-up-partnership.ts';
export { setUpOrganisations } from './actions/organisations/set-up-organisations.ts';
export { identify } from './queries/identify.ts';
export { ownPartnership } from './queries/own-partnership.ts';
export { everybody, hasLeft, people, peopleAndOwnFamilies } from './queries/people.ts';
export { namesOfPeople, sayPerson, type NamedPerson } from './queries/people/names-of-people.ts';
export type { Person } from './domain/person.ts';
export {
  organisationNames,
  organisations,
  organisationsById,
  organisationsNamed,
  organisationsWithWords,
} from './queries/organisations/organisations.ts';
export { isClosed, sayKind, sayStanding, standsOn } from './domain/organisations/organisation.ts';
export type { Organisation, OrganisationName } from './domain/organisations/organisation.ts';
export {
  accountFacts,
  accountsCalled,
  accountsEnded,
  deleteAccounts,
} from './queries/people/held-about-person.ts';
export { signInLinkPath, writeSignInLetters } from './actions/sign-in/ask-for-letter.ts';
export type { SignInTools } from './actions/sign-in/tools.ts';
export { welcomePath } from './actions/people/offer-way-in.ts';
export { introduceFamilies, keepPeople } from './domain/permissions.ts';
export { acceptInvitation } from './actions/people/invitations.ts';
export { introduceFamily } from './actions/people/introduce.ts';
export { firstRoles, inviteFirst, type InviteFirstRefusal } from './actions/people/invite-first.ts';
export { inviteColleague } from './actions/people/invite.ts';
export { keepTeamMember, openTeam } from './actions/people/keep-teams.ts';
export { makeOwnRole } from './actions/people/own-roles.ts';
export { proposeRole } from './actions/people/propose-role.ts';
