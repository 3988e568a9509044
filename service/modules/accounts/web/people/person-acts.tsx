import {
  redirectTo,
  notFound,
  page,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import type { Ctx } from '#platform/db/database.ts';
import { sendAnew, withdrawInvitation } from '../../actions/people/invitations.ts';
import { comeBack, signOutEverywhere } from '../../actions/people/leave.ts';
import { confirmWayAnew } from '../../actions/people/recover.ts';
import { confirmRole, endRole } from '../../actions/people/settle-role.ts';
import { confirmRoles, introduceFamilies, keepPeople, seePeople } from '../../domain/permissions.ts';
import { HandedOver } from './handed-over.tsx';
import { peopleRefusals, type PeopleRefusal } from './people-words.ts';
import { peoplePlaces } from './places.ts';

type Act = (ctx: Ctx, request: PageRequest, id: Id<'person'>) => Promise<Outcome<unknown, PeopleRefusal>>;

/** One press that does one thing; what is in the way of it is said where one came from. */
function press(path: string, act: Act, notice: string): Route {
  return {
    method: 'POST',
    path,
    policy: path.endsWith('/confirm') ? confirmRoles : path.includes('/roles/') ? seePeople : keepPeople,
    freshProof: true,
    standsOn: ({ id = '' }) => peoplePlaces.person(id),
    answer: (request) =>
      pressed(request, { act, notice, back: peoplePlaces.person(request.params['id'] ?? '') }),
  };
}

async function pressed(
  request: PageRequest,
  { act, notice, back }: { act: Act; notice: string; back: string },
): Promise<Answer> {
  const id = idFrom<'person'>(request.params['id'] ?? '');
  if (!id) return notFound();
  const outcome = await request.write((ctx) => act(ctx, request, id));
  if (!outcome.done && outcome.refusal.reason === 'not-allowed') return notFound();
  if (!outcome.done) return redirectTo(back, `${wordsOf(peopleRefusals, outcome.refusal)}.`);
  const token = tokenOf(outcome.value);
  return token === undefined
    ? redirectTo(back, notice)
    : page({ title: 'Hand this over', body: <HandedOver request={request} token={token} back={back} /> });
}

function tokenOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string'
    ? value.token
    : undefined;
}

function grantOf(request: PageRequest): Id<'role-grant'> {
  return idFrom<'role-grant'>(request.params['grant'] ?? '') ?? nobodys;
}

/** An id of nothing: what an address that is none asks for. */
const nobodys = idFrom<never>('00000000-0000-7000-8000-000000000000') ?? fault();

function fault(): never {
  throw new Error('an id that is written down here is none');
}

/** What is done to somebody's way in and roles with one press. */
export const personActs: readonly Route[] = [
  press(
    peoplePlaces.confirmRole(':id', ':grant'),
    (ctx, request) => confirmRole(ctx, grantOf(request)),
    'Confirmed: the role holds from now on.',
  ),
  press(
    peoplePlaces.endRole(':id', ':grant'),
    (ctx, request) => endRole(ctx, grantOf(request)),
    'Ended. It opens nothing any more.',
  ),
  press(
    peoplePlaces.confirmWay(':id', ':invitation'),
    (ctx, request) =>
      confirmWayAnew(ctx, idFrom<'invitation'>(request.params['invitation'] ?? '') ?? nobodys),
    'Confirmed: the letter is on its way.',
  ),
  press(
    peoplePlaces.signOut(':id'),
    (ctx, _request, id) => signOutEverywhere(ctx, id),
    'They are signed out everywhere.',
  ),
  press(
    peoplePlaces.anew(':id'),
    (ctx, _request, id) => sendAnew(ctx, id),
    'A new invitation is on its way. The one before opens nothing any more.',
  ),
  press(
    peoplePlaces.withdraw(':id'),
    (ctx, _request, id) => withdrawInvitation(ctx, id),
    'The invitation was taken back.',
  ),
  press(
    peoplePlaces.comeBack(':id'),
    (ctx, _request, id) => comeBack(ctx, id),
    'They are back: a letter to let them in is on its way. Give them the roles that they need.',
  ),
  ...familyActs(),
];

/**
 * The same for parents and young people, by the worker who introduced them. What ends something is one press; what lets
 * somebody in asks who presses it.
 */
function familyActs(): Route[] {
  const family = (name: string, act: Act, notice: string): Route => ({
    method: 'POST',
    freshProof: name === 'anew' || name === 'return',
    standsOn: () => peoplePlaces.introductions,
    path: peoplePlaces.introducedAct(':id', name),
    policy: introduceFamilies,
    answer: (request) => pressed(request, { act, notice, back: peoplePlaces.introductions }),
  });
  return [
    family('anew', (ctx, _request, id) => sendAnew(ctx, id), 'A new letter is on its way.'),
    family('withdraw', (ctx, _request, id) => withdrawInvitation(ctx, id), 'The way in was taken back.'),
    family('sign-out', (ctx, _request, id) => signOutEverywhere(ctx, id), 'They are signed out everywhere.'),
    family('return', (ctx, _request, id) => comeBack(ctx, id), 'They can come in again.'),
  ];
}
