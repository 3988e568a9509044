import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays } from '#platform/kernel/day.ts';
import { holdsOn, isOpen, type RoleGrant } from '../../domain/people/grant.ts';
import type { Invitation } from '../../domain/people/invitation.ts';
import { quietDays, type KeptPerson } from '../../domain/people/kept-person.ts';
import { confirmRoles, keepPeople, seePeople } from '../../domain/permissions.ts';
import { grantsOf } from '../../store/people/grants.ts';
import { openInvitations } from '../../store/people/invitations.ts';
import { colleagues, countFamilyAccounts } from '../../store/people/kept-people.ts';

export type { Invitation, KeptPerson, RoleGrant };

/** Somebody who works here, with what they hold and what waits for them. */
export type PersonListed = {
  person: KeptPerson;
  holds: readonly RoleGrant[];
  waits: readonly RoleGrant[];
  invitation: Invitation | undefined;
};

/** Something that a second person has to say yes or no to. */
export type ToConfirm = { person: KeptPerson; mayConfirm: boolean } & (
  | { what: 'role'; grant: RoleGrant }
  | { what: 'way'; invitation: Invitation }
);

export type PeopleAsked = {
  words: string;
  /** a built-in role, or the id of one of the partnership's own; '' for any */
  role: string;
  /** id of a body; '' for any */
  body: string;
};

export type PeopleFound = {
  here: readonly PersonListed[];
  invited: readonly PersonListed[];
  left: readonly PersonListed[];
  toConfirm: readonly ToConfirm[];
  /** who did not come for a long time */
  quiet: readonly KeptPerson[];
  /** parents and young people who have a way in: counted, and never named */
  families: number;
  mayKeep: boolean;
};

/** Who works here, as somebody may see it who looks after it; undefined for everybody else. */
export async function peopleFound(ctx: Ctx, asked: PeopleAsked): Promise<PeopleFound | undefined> {
  if (!allowed(ctx.actor, seePeople)) return undefined;
  const everyone = await listed(ctx);
  const found = everyone.filter((one) => answers(one, asked));
  const standing = (which: KeptPerson['standing']) => found.filter(({ person }) => person.standing === which);
  return {
    here: standing('here'),
    invited: standing('invited'),
    left: standing('left'),
    toConfirm: toConfirmOf(ctx, everyone),
    quiet: quietOf(ctx, everyone),
    families: await countFamilyAccounts(ctx),
    mayKeep: allowed(ctx.actor, keepPeople),
  };
}

/** What waits for a yes or a no of this person. */
export async function toConfirm(ctx: Ctx): Promise<readonly ToConfirm[]> {
  if (!allowed(ctx.actor, confirmRoles)) return [];
  return toConfirmOf(ctx, await listed(ctx)).filter(({ mayConfirm }) => mayConfirm);
}

/** Invitations that end soon, of people whom this person invited. */
export async function invitationsThatEnd(ctx: Ctx): Promise<readonly PersonListed[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, keepPeople)) return [];
  const soon = new Date(ctx.now.getTime() + 4 * 86_400_000);
  return (await listed(ctx)).filter(
    ({ invitation }) => invitation?.invitedBy === actor.personId && invitation.expiresAt < soon,
  );
}

async function listed(ctx: Ctx): Promise<PersonListed[]> {
  const everyone = await colleagues(ctx);
  const grants = Map.groupBy(
    await grantsOf(
      ctx,
      everyone.map(({ id }) => id),
    ),
    ({ personId }) => personId,
  );
  const invitations = new Map((await openInvitations(ctx)).map((one) => [one.personId, one]));
  return everyone.map((person) => {
    const open = (grants.get(person.id) ?? []).filter((grant) => isOpen(grant, ctx.today));
    return {
      person,
      holds: open.filter((grant) => holdsOn(grant, ctx.today)),
      waits: open.filter(({ state }) => state === 'waiting'),
      invitation: invitations.get(person.id),
    };
  });
}

function answers({ person, holds, waits }: PersonListed, { words, role, body }: PeopleAsked): boolean {
  const told = `${person.name} ${person.job} ${person.organisation}`.toLocaleLowerCase('en-GB');
  const asked = words.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  if (!asked.every((word) => told.includes(word))) return false;
  if (body !== '' && person.organisationId !== body) return false;
  return (
    role === '' ||
    [...holds, ...waits].some((grant) => grant.ownRoleId === role || grant.roles.some((one) => one === role))
  );
}

function toConfirmOf(ctx: Ctx, everyone: readonly PersonListed[]): ToConfirm[] {
  const { actor } = ctx;
  const may = allowed(actor, confirmRoles);
  const self = actor.kind === 'person' ? actor.personId : undefined;
  const other = (person: KeptPerson, by: string | undefined) => may && person.id !== self && by !== self;
  return everyone
    .filter(({ person }) => person.standing !== 'left')
    .flatMap(({ person, waits, invitation }): ToConfirm[] => [
      ...waits.map((grant) => ({
        what: 'role' as const,
        person,
        grant,
        mayConfirm: other(person, grant.proposedBy),
      })),
      ...(invitation?.state === 'waiting'
        ? [{ what: 'way' as const, person, invitation, mayConfirm: other(person, invitation.invitedBy) }]
        : []),
    ]);
}

function quietOf(ctx: Ctx, everyone: readonly PersonListed[]): KeptPerson[] {
  const before = addDays(ctx.today, -quietDays);
  return everyone
    .map(({ person }) => person)
    .filter(
      ({ standing, lastCameOn }) =>
        standing === 'here' && lastCameOn !== undefined && compareDays(lastCameOn, before) < 0,
    );
}
