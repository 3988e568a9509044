import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { familyRelationships, identitySeen, responsibilitySeen } from '../../domain/people/invitation.ts';
import { accounts } from '../accounts-tables.ts';

/** One thing that the accounts hold about a person, in words that they can read. */
export type AccountFact = {
  id: string;
  title: string;
  text: string;
  whose: string;
  on: Day;
  /** others whom the text names: they acted in their work */
  names: readonly string[];
};

/** Everything that is held about somebody who can, or could, sign in. Secrets are named and never said. */
export async function heldAboutPerson(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  const person = await accounts(ctx)
    .selectFrom('accounts.person')
    .selectAll()
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) return [];
  const whole = [
    `Your name is kept as ${person.name}.`,
    person.job === '' ? '' : `Your work: ${person.job}.`,
    person.organisation === '' ? '' : `Where you come from: ${person.organisation}.`,
    person.email === null ? 'No address for letters is kept.' : `Letters to you go to ${person.email}.`,
    person.last_came_on === null ? '' : `You last came on ${sayDay(person.last_came_on)}.`,
    person.left_on === null
      ? ''
      : `Your way in ended on ${sayDay(person.left_on)}${person.left_why === null ? '' : `: ${person.left_why}`}.`,
  ];
  const account: AccountFact = {
    id: person.id,
    title: 'Your account',
    text: whole.filter(Boolean).join(' '),
    whose: 'the service itself',
    on: person.last_came_on ?? person.left_on ?? ctx.today,
    names: [],
  };
  return [
    account,
    ...(await roles(ctx, personId)),
    ...(await invitations(ctx, personId)),
    ...(await identityChecks(ctx, personId)),
    ...(await teams(ctx, personId)),
    ...(await waysIn(ctx, personId)),
  ];
}

/** A code as the form said it. */
function inWords(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? plain(code);
}

function plain(code: string): string {
  return code.replaceAll('-', ' ');
}

async function roles(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.role_grant')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: 'A role that you were given',
    text: [
      `The role: ${row.role === null ? 'one of this partnership’s own' : plain(row.role)} (${row.state}).`,
      row.why === '' ? '' : `The reason that was given: ${row.why}.`,
      row.from_on === null ? '' : `From ${sayDay(row.from_on)}.`,
      row.until_on === null ? '' : `Until ${sayDay(row.until_on)}.`,
      row.proposed_by_name === '' ? '' : `Proposed by ${row.proposed_by_name}.`,
      row.confirmed_by_name === '' ? '' : `Confirmed by ${row.confirmed_by_name}.`,
    ]
      .filter(Boolean)
      .join(' '),
    whose: row.proposed_by_name === '' ? 'the service itself' : row.proposed_by_name,
    on: dayInEngland(row.granted_at),
    names: [row.proposed_by_name, row.confirmed_by_name].filter(Boolean),
  }));
}

async function invitations(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.invitation')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: 'An invitation to come in',
    text: [
      `You were invited by ${row.invited_by_name}${row.to_address === null ? ', face to face' : `, at ${row.to_address}`}.`,
      row.recognised === '' ? '' : `How you were recognised: ${row.recognised}.`,
      `The invitation is ${row.state}.`,
    ]
      .filter(Boolean)
      .join(' '),
    whose: row.invited_by_name,
    on: dayInEngland(row.made_at),
    names: [row.invited_by_name],
  }));
}

async function identityChecks(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.identity_check')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: 'Somebody made sure who you are',
    text: [
      `${row.checked_by_name} made sure: “${inWords(identitySeen, row.identity_seen)}”.`,
      `Who you are to the family: ${inWords(familyRelationships, row.relationship)}.`,
      row.responsibility_seen === null
        ? ''
        : `Parental responsibility: ${inWords(responsibilitySeen, row.responsibility_seen)}.`,
    ]
      .filter(Boolean)
      .join(' '),
    whose: row.checked_by_name,
    on: row.checked_on,
    names: [row.checked_by_name],
  }));
}

async function teams(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.team_member as member')
    .innerJoin('accounts.team as team', 'team.id', 'member.team_id')
    .select(['member.id', 'team.name', 'member.leads', 'member.from_on', 'member.until_on'])
    .where('member.person_id', '=', personId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: 'A team that you were in',
    text: `${row.leads ? 'You led' : 'You were in'} the team ${row.name}, from ${sayDay(row.from_on)}${row.until_on === null ? '' : ` until ${sayDay(row.until_on)}`}.`,
    whose: 'the service itself',
    on: row.from_on,
    names: [],
  }));
}

async function waysIn(ctx: Ctx, personId: string): Promise<AccountFact[]> {
  const passkeys = await accounts(ctx)
    .selectFrom('accounts.passkey')
    .select(['id', 'name', 'made_at'])
    .where('person_id', '=', personId)
    .execute();
  const identities = await accounts(ctx)
    .selectFrom('accounts.identity')
    .select(['id', 'provider', 'subject', 'linked_at as made_at'])
    .where('person_id', '=', personId)
    .execute();
  const service = 'the service itself';
  return [
    ...passkeys.map(({ id, name, made_at }) => ({
      id,
      title: 'A passkey of yours',
      text: `You call it ${name}. Only its public half is kept.`,
      whose: service,
      on: dayInEngland(made_at),
      names: [],
    })),
    ...identities.map(({ id, provider, subject, made_at }) => ({
      id,
      title: 'A sign-in of another body',
      text: `You come in by ${provider}, which knows you as ${subject}.`,
      whose: service,
      on: dayInEngland(made_at),
      names: [],
    })),
  ];
}

/** Whoever is called by these words, here or gone. */
export async function peopleCalled(
  ctx: Ctx,
  name: string,
): Promise<{ id: string; name: string; about: string; email: string | null }[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.person')
    .select(['id', 'name', 'job', 'organisation', 'email'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .limit(20)
    .execute();
  return rows.map(({ job, organisation, ...row }) => ({
    ...row,
    about: [job, organisation].filter(Boolean).join(', '),
  }));
}

/** Whose way in ended on a day or before. */
export async function peopleLeft(
  ctx: Ctx,
  onOrBefore: Day,
): Promise<{ id: string; name: string; leftOn: Day }[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.person')
    .select(['id', 'name', 'left_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`left_on <= ${onOrBefore}::date`)
    .execute();
  return rows.flatMap(({ id, name, left_on }) => (left_on === null ? [] : [{ id, name, leftOn: left_on }]));
}

/** Deletes people with all that the accounts hold about them; answers with how many rows went. */
export async function deletePeople(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const db = accounts(ctx);
  const invited = db
    .selectFrom('accounts.invitation')
    .select('id')
    .where('person_id', 'in', [...ids]);
  const tokens = await db
    .deleteFrom('accounts.invitation_token')
    .where('invitation_id', 'in', invited)
    .executeTakeFirst();
  let rows = Number(tokens.numDeletedRows);
  for (const table of hanging) {
    const gone = await db
      .deleteFrom(table)
      .where('person_id', 'in', [...ids])
      .executeTakeFirst();
    rows += Number(gone.numDeletedRows);
  }
  // whom they introduced stays and forgets by whom, and is looked after by nobody: never somebody who works here
  await db
    .updateTable('accounts.person')
    .set((of) => ({ introduced_by: of.ref('id') }))
    .where('introduced_by', 'in', [...ids])
    .execute();
  const gone = await db
    .deleteFrom('accounts.person')
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return rows + Number(gone.numDeletedRows);
}

const hanging = [
  'accounts.invitation',
  'accounts.identity_check',
  'accounts.team_member',
  'accounts.identity',
  'accounts.passkey',
  'accounts.app_code',
  'accounts.recovery_code',
  'accounts.enrolment',
  'accounts.sign_in_letter',
  'accounts.role_grant',
] as const;
