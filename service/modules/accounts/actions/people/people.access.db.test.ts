import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { closeBody, openBody, renameBody, reopenBody } from '../organisations/keep-bodies.ts';
import { introduceFamily } from './introduce.ts';
import { inviteColleague } from './invite.ts';
import { sendAnew, withdrawInvitation } from './invitations.ts';
import { closeTeam, keepTeamMember, openTeam } from './keep-teams.ts';
import { comeBack, leave, signOutEverywhere } from './leave.ts';
import { makeOwnRole, retireOwnRole } from './own-roles.ts';
import { proposeRole } from './propose-role.ts';
import { confirmWayAnew, openWayAnew } from './recover.ts';
import { confirmRole, endRole } from './settle-role.ts';
import { peopleGround, type PeopleGround } from './testing/people-ground.ts';

/** Whom and what an action is tried on. */
type Target = {
  person: Id<'person'>;
  grant: Id<'role-grant'>;
  way: Id<'invitation'>;
  team: Id<'team'>;
  ownRole: Id<'own-role'>;
};

type Act = (ctx: Ctx, on: Target) => Promise<Outcome<unknown, { reason: string }>>;

const families = { relationship: 'mother', email: '', identitySeen: 'passport' } as const;

/** What can be done, to somebody or at all. */
const acts: Readonly<Record<string, Act>> = {
  'propose a role': (ctx, { person }) =>
    proposeRole(ctx, {
      personId: person,
      role: 'board-member',
      teamId: undefined,
      why: '',
      from: undefined,
      until: undefined,
    }),
  'say yes to a role': (ctx, { grant }) => confirmRole(ctx, grant),
  'end a role': (ctx, { grant }) => endRole(ctx, grant),
  'name a role': (ctx) => makeOwnRole(ctx, { name: 'New', words: '', roles: ['manager', 'analyst'] }),
  'retire a role': (ctx, { ownRole }) => retireOwnRole(ctx, ownRole),
  'open a team': (ctx) => openTeam(ctx, { organisationKey: 'council', name: 'New' }),
  'close a team': (ctx, { team }) => closeTeam(ctx, team),
  'put into a team': (ctx, { team, person }) =>
    keepTeamMember(ctx, { teamId: team, personId: person, part: 'lead' }),
  'invite a colleague': (ctx) =>
    inviteColleague(ctx, {
      name: 'New',
      job: '',
      email: 'new@larkmere.example',
      organisationKey: 'council',
      role: '',
      why: '',
    }),
  'introduce a family': (ctx) =>
    introduceFamily(ctx, { ...families, name: 'New', responsibilitySeen: 'not-held' }),
  'send anew': (ctx, { person }) => sendAnew(ctx, person),
  'withdraw an invitation': (ctx, { person }) => withdrawInvitation(ctx, person),
  'say that somebody left': (ctx, { person }) => leave(ctx, { personId: person, why: 'new-job' }),
  'let somebody return': (ctx, { person }) => comeBack(ctx, person),
  'sign somebody out everywhere': (ctx, { person }) => signOutEverywhere(ctx, person),
  'open a way anew': (ctx, { person }) => openWayAnew(ctx, { personId: person, recognised: 'in-person' }),
  'say yes to a way anew': (ctx, { way }) => confirmWayAnew(ctx, way),
  'open a body': (ctx) => openBody(ctx, { name: 'New', kind: 'charity', from: undefined }),
  'rename a body': (ctx) => renameBody(ctx, { key: 'school', name: 'New', from: dayOf(2026, 12, 1) }),
  'close a body': (ctx) => closeBody(ctx, { key: 'school', until: dayOf(2026, 12, 1), intoKey: undefined }),
  'open a body again': (ctx) => reopenBody(ctx, 'old'),
};

type Whom =
  | 'a colleague'
  | 'an invited colleague'
  | 'a colleague who left'
  | 'a family of their own'
  | 'another’s family';

type Line = { act: string; whom: Whom | 'nobody in particular'; may: readonly Role[] };

const admin: readonly Role[] = ['administrator'];
const second: readonly Role[] = ['administrator', 'governance-lead'];
const workers: readonly Role[] = ['practitioner', 'supervisor'];

/** Written from what the product promises, apart from the code. Whatever is not here is refused to everybody. */
const promised: readonly Line[] = [
  { act: 'propose a role', whom: 'a colleague', may: admin },
  { act: 'say yes to a role', whom: 'a colleague', may: second },
  { act: 'end a role', whom: 'a colleague', may: second },
  { act: 'name a role', whom: 'nobody in particular', may: admin },
  { act: 'retire a role', whom: 'nobody in particular', may: admin },
  { act: 'open a team', whom: 'nobody in particular', may: admin },
  { act: 'close a team', whom: 'nobody in particular', may: admin },
  { act: 'put into a team', whom: 'a colleague', may: admin },
  { act: 'invite a colleague', whom: 'nobody in particular', may: admin },
  { act: 'introduce a family', whom: 'nobody in particular', may: workers },
  { act: 'send anew', whom: 'an invited colleague', may: admin },
  { act: 'withdraw an invitation', whom: 'an invited colleague', may: admin },
  { act: 'say that somebody left', whom: 'a colleague', may: admin },
  { act: 'say that somebody left', whom: 'a family of their own', may: workers },
  { act: 'say that somebody left', whom: 'another’s family', may: ['supervisor'] },
  { act: 'let somebody return', whom: 'a colleague who left', may: admin },
  { act: 'sign somebody out everywhere', whom: 'a colleague', may: admin },
  { act: 'sign somebody out everywhere', whom: 'a family of their own', may: workers },
  { act: 'sign somebody out everywhere', whom: 'another’s family', may: ['supervisor'] },
  { act: 'open a way anew', whom: 'a colleague', may: admin },
  { act: 'open a way anew', whom: 'a family of their own', may: workers },
  { act: 'open a way anew', whom: 'another’s family', may: ['supervisor'] },
  { act: 'say yes to a way anew', whom: 'a colleague', may: second },
  { act: 'open a body', whom: 'nobody in particular', may: admin },
  { act: 'rename a body', whom: 'nobody in particular', may: admin },
  { act: 'close a body', whom: 'nobody in particular', may: admin },
  { act: 'open a body again', whom: 'nobody in particular', may: admin },
];

class Undone extends Error {}

/** Does something as somebody and takes it back, so that every cell meets the same state. */
async function tried(
  ground: PeopleGround,
  by: Id<'person'>,
  work: (ctx: Ctx) => ReturnType<Act>,
): Promise<string> {
  let came = 'nothing';
  await ground
    .as(by, async (ctx) => {
      const outcome = await work(ctx);
      came = outcome.done ? 'done' : outcome.refusal.reason;
      throw new Undone();
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof Undone)) throw fault;
    });
  return came;
}

test('R10, R71: every action on people, teams and bodies is open to whom the product says, for every role, for oneself and for others', async (t) => {
  const ground = await peopleGround(t);
  const world = await worldOf(ground);
  const wrong: string[] = [];
  let cells = 0;
  for (const role of roles) {
    const by = await ground.person(`By ${role}`, [role]);
    const own = await familyOf(ground, by);
    for (const { act, whom, may } of promised) {
      const work = acts[act];
      assert.ok(work, act);
      cells += 1;
      const on =
        whom === 'a family of their own'
          ? { ...world.targets['a colleague'], person: own }
          : world.targets[whom];
      const came = await tried(ground, by, (ctx) => work(ctx, on));
      if ((came === 'done') !== may.includes(role)) wrong.push(`${role}: ${act}, ${whom}: ${came}`);
    }
    const oneself = await targetsOf(ground, world, by);
    for (const [act, work] of Object.entries(acts)) {
      if (promised.some((line) => line.act === act && line.whom === 'nobody in particular')) continue;
      cells += 1;
      const came = await tried(ground, by, (ctx) => work(ctx, oneself));
      const stepsDown = act === 'end a role' && second.includes(role);
      if ((came === 'done') !== stepsDown) wrong.push(`${role}: ${act}, themselves: ${came}`);
    }
  }
  t.diagnostic(`${cells} cells`);
  assert.deepEqual(wrong, []);
  assert.ok(cells > 500);
});

type World = { targets: Readonly<Record<Whom | 'nobody in particular', Target>>; mei: Id<'person'> };

async function worldOf(ground: PeopleGround): Promise<World> {
  const mei = await ground.person('Mei', ['administrator']);
  await ground.person('Second', ['administrator']);
  const worker = await ground.person('Worker', ['practitioner']);
  const [here, invited, left] = [
    await ground.person('Here', []),
    await ground.person('Invited', []),
    await ground.person('Left', []),
  ];
  const made = await ground.as(mei, async (ctx) => {
    const team = await openTeam(ctx, { organisationKey: 'council', name: 'Team' });
    const ownRole = await makeOwnRole(ctx, { name: 'Own', words: '', roles: ['manager', 'analyst'] });
    await leave(ctx, { personId: left, why: 'new-job' });
    await openBody(ctx, { name: 'Old', kind: 'charity', from: undefined });
    await closeBody(ctx, { key: 'old', until: ctx.today, intoKey: undefined });
    assert.ok(team.done && ownRole.done);
    return { team: team.value, ownRole: ownRole.value };
  });
  await owner(ground, `update accounts.person set state = 'invited' where id = $1`, [invited]);
  const base = { mei, targets: { ...made } };
  const colleague = await targetsOf(ground, base, here);
  return {
    mei,
    targets: {
      'nobody in particular': colleague,
      'a colleague': colleague,
      'an invited colleague': { ...colleague, person: invited },
      'a colleague who left': { ...colleague, person: left },
      'a family of their own': colleague,
      'another’s family': { ...colleague, person: await familyOf(ground, worker) },
    },
  };
}

/** A role and a way in that wait for a second person, of somebody; proposed by somebody else. */
async function targetsOf(
  ground: PeopleGround,
  world: { mei: Id<'person'>; targets: Partial<Target> | World['targets'] },
  person: Id<'person'>,
): Promise<Target> {
  const known = 'a colleague' in world.targets ? world.targets['a colleague'] : world.targets;
  const [grant, way] = await ground.asService(async (ctx) => [
    ctx.newId<'role-grant'>(),
    ctx.newId<'invitation'>(),
  ]);
  await owner(
    ground,
    `insert into accounts.role_grant (id, partnership_id, person_id, role, granted_at, powerful, set_up, state, proposed_by)
     select $2, partnership_id, id, 'supervisor', '2026-11-23', true, false, 'waiting', $3 from accounts.person where id = $1`,
    [person, grant, world.mei],
  );
  await owner(
    ground,
    `insert into accounts.invitation (id, partnership_id, person_id, kind, invited_by, invited_by_name, made_at, expires_at, state)
     select $2, partnership_id, id, 'again', $3, 'Mei', '2026-11-23', '2027-01-01', 'waiting' from accounts.person where id = $1`,
    [person, way, world.mei],
  );
  const { team, ownRole } = known;
  assert.ok(team && ownRole && grant && way);
  return { person, grant, way, team, ownRole };
}

/** A parent whom somebody introduced. */
async function familyOf(ground: PeopleGround, worker: Id<'person'>): Promise<Id<'person'>> {
  const name = `Family of ${worker.replaceAll(/[^a-z]/g, '')}${worker.slice(-6)}`;
  const id = await ground.person(
    name.replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit))),
    ['parent'],
  );
  await owner(ground, 'update accounts.person set introduced_by = $2 where id = $1', [id, worker]);
  return storedId<'person'>(id);
}

function owner(ground: PeopleGround, text: string, values: readonly unknown[]): Promise<unknown> {
  return ground.database.asOwner((db) => runStatement(db, text, values));
}
