import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roles, type Role } from '#platform/access/policy.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { powerfulRoles, rolesThatOpenRecords, staffRoles } from '../../domain/people/built-in-roles.ts';
import { grantsOf } from '../../store/people/grants.ts';
import { comeBack, leave } from './leave.ts';
import { makeOwnRole } from './own-roles.ts';
import { proposeRole, type RoleToPropose } from './propose-role.ts';
import { confirmRole, endRole } from './settle-role.ts';
import { peopleGround } from './testing/people-ground.ts';

const full = process.env['GOLDENTHREAD_FULL'] === '1';

function wanted(personId: Id<'person'>, role: string, more: Partial<RoleToPropose> = {}): RoleToPropose {
  return { personId, role, teamId: undefined, why: '', from: undefined, until: undefined, ...more };
}

test('R10: a powerful role waits until another person says yes, and opens nothing until then', async (t) => {
  const ground = await peopleGround(t);
  const mei = await ground.person('Mei', ['administrator']);
  const iolo = await ground.person('Iolo', ['governance-lead']);
  const rosie = await ground.person('Rosie', ['practitioner']);
  const proposed = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(rosie, 'supervisor')));
  assert.ok(proposed.done && proposed.value.waits);
  const { id } = proposed.value;
  const rolesOf = async (who: Id<'person'>) => {
    const actor = await ground.actor(who);
    return actor?.kind === 'person' ? actor.roles : undefined;
  };
  assert.deepEqual(await rolesOf(rosie), ['practitioner']);
  const own = await ground.as(mei, (ctx) => confirmRole(ctx, id));
  assert.ok(!own.done && own.refusal.reason === 'proposed-by-you');
  const confirmed = await ground.as(iolo, (ctx) => confirmRole(ctx, id));
  assert.ok(confirmed.done);
  assert.deepEqual(await rolesOf(rosie), ['practitioner', 'supervisor']);
  const ended = await ground.as(mei, (ctx) => endRole(ctx, id));
  assert.ok(ended.done, 'one person alone takes it back');
  assert.deepEqual(await rolesOf(rosie), ['practitioner']);
});

test('R10: of fifty who say yes at once, one does', async (t) => {
  const ground = await peopleGround(t);
  const mei = await ground.person('Mei', ['administrator']);
  const iolo = await ground.person('Iolo', ['governance-lead']);
  const ash = await ground.person('Ash', []);
  const proposed = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(ash, 'setting-lead')));
  assert.ok(proposed.done);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => ground.as(iolo, (ctx) => confirmRole(ctx, proposed.value.id))),
  );
  assert.equal(answers.filter(({ done }) => done).length, 1);
  assert.equal(ground.facts.filter((fact) => fact === 'accounts.role-confirmed').length, 1);
});

test('R10: nobody who lets people in opens a child’s record beside it, by whatever way the two came together', async (t) => {
  const ground = await peopleGround(t);
  const mei = await ground.person('Mei', ['administrator']);
  const other = await ground.person('Other', ['administrator']);
  const iolo = await ground.person('Iolo', ['governance-lead']);
  for (const role of rolesThatOpenRecords.filter((one) => staffRoles.includes(one))) {
    const beside = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(other, role)));
    assert.ok(!beside.done && beside.refusal.reason === 'excludes', role);
    const bundle = await ground.as(mei, (ctx) =>
      makeOwnRole(ctx, { name: `Both ${role}`, words: '', roles: ['administrator', role] }),
    );
    assert.ok(!bundle.done && bundle.refusal.reason === 'excludes', role);
    await assert.rejects(ground.person('Both', ['administrator', role]), /cannot be/);
  }
  // two that wait: whichever is said yes to first, the other never holds beside it
  const ash = await ground.person('Ash', []);
  const first = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(ash, 'administrator')));
  assert.ok(first.done);
  const second = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(ash, 'supervisor')));
  assert.ok(!second.done && second.refusal.reason === 'excludes');
  await ground.as(iolo, (ctx) => confirmRole(ctx, first.value.id));
  // even where a row came past every action
  await ground.database.asOwner((db) =>
    runStatement(
      db,
      `insert into accounts.role_grant (id, partnership_id, person_id, role, granted_at, powerful, set_up, state)
       select gen_random_uuid(), partnership_id, id, 'practitioner', '2026-11-23', false, true, 'confirmed'
       from accounts.person where id = $1`,
      [ash],
    ),
  );
  const actor = await ground.actor(ash);
  assert.ok(actor?.kind === 'person');
  assert.deepEqual(actor.roles, ['administrator']);
});

test('R10: the last administrator cannot be taken away, nor leave', async (t) => {
  const ground = await peopleGround(t);
  const mei = await ground.person('Mei', ['administrator']);
  const noor = await ground.person('Noor', ['administrator']);
  const iolo = await ground.person('Iolo', ['governance-lead']);
  const grantOf = (who: Id<'person'>) =>
    ground.asService(async (ctx) => {
      const [grant] = await grantsOf(ctx, [who]);
      assert.ok(grant);
      return grant.id;
    });
  const [ofMei, ofNoor] = [await grantOf(mei), await grantOf(noor)];
  const both = await Promise.all([
    ground.as(iolo, (ctx) => endRole(ctx, ofMei)),
    ground.as(iolo, (ctx) => endRole(ctx, ofNoor)),
  ]);
  assert.equal(both.filter(({ done }) => done).length, 1, 'of two at once one stays');
});

test('R10: a role begins on its first day and stops by itself on its last', async (t) => {
  const ground = await peopleGround(t);
  const mei = await ground.person('Mei', ['administrator']);
  const ash = await ground.person('Ash', []);
  const today = await ground.asService(async (ctx) => ctx.today);
  const [from, until] = [addDays(today, 2), addDays(today, 4)];
  const given = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(ash, 'analyst', { from, until })));
  assert.ok(given.done);
  const seen: number[] = [];
  for (let day = 0; day < 6; day += 1) {
    const actor = await ground.actor(ash);
    seen.push(actor?.kind === 'person' ? actor.roles.length : -1);
    ground.later(1);
  }
  assert.deepEqual(seen, [0, 0, 1, 1, 0, 0]);
});

test('R10: the database itself refuses a powerful role that one person gave, or that was rewritten', async (t) => {
  const ground = await peopleGround(t);
  const mei = await ground.person('Mei', ['administrator']);
  const iolo = await ground.person('Iolo', ['governance-lead']);
  const ash = await ground.person('Ash', []);
  const proposed = await ground.as(mei, (ctx) => proposeRole(ctx, wanted(ash, 'supervisor')));
  assert.ok(proposed.done);
  const { id } = proposed.value;
  const run = (text: string, values: readonly unknown[]) =>
    ground.as(mei, async (ctx) => void (await runStatement(ctx.db, text, values)));
  const confirm = `update accounts.role_grant set state = 'confirmed', confirmed_by = $2 where id = $1`;
  await assert.rejects(run(confirm, [id, mei]), /powerful_takes_two|other/);
  await assert.rejects(run(confirm, [id, ash]));
  await assert.rejects(run(`update accounts.role_grant set state = 'confirmed' where id = $1`, [id]));
  await assert.rejects(run(`update accounts.role_grant set set_up = true where id = $1`, [id]));
  await assert.rejects(run(`update accounts.role_grant set powerful = false where id = $1`, [id]));
  await assert.rejects(run(`update accounts.role_grant set person_id = $2 where id = $1`, [id, mei]));
  const insert = (values: string) =>
    run(
      `insert into accounts.role_grant (id, partnership_id, person_id, role, granted_at, powerful, set_up, state, proposed_by)
       values (gen_random_uuid(), platform.partnership(), $1, ${values})`,
      [ash],
    );
  await assert.rejects(insert(`'administrator', '2026-11-23', true, true, 'confirmed', null`));
  await assert.rejects(insert(`'administrator', '2026-11-23', false, false, 'confirmed', '${mei}'`));
  await assert.rejects(insert(`'analyst', '2026-11-23', false, false, 'confirmed', '${ash}'`));
  await run('delete from accounts.role_grant where person_id = $1', [iolo]);
  const still = await ground.actor(iolo);
  assert.ok(still?.kind === 'person' && still.roles.length === 1, 'no person deletes a grant');
});

test('R10: the roles that the database calls powerful are those that the product does', async (t) => {
  const ground = await peopleGround(t);
  const found: string[] = [];
  const ash = await ground.person('Ash', []);
  for (const role of roles)
    await ground.database
      .asOwner((db) =>
        runStatement(
          db,
          `insert into accounts.role_grant (id, partnership_id, person_id, role, granted_at, powerful, set_up, state)
           select gen_random_uuid(), partnership_id, id, $2, '2026-11-23', false, true, 'confirmed'
           from accounts.person where id = $1`,
          [ash, role],
        ),
      )
      .catch(() => found.push(role));
  assert.deepEqual(found, [...powerfulRoles]);
});

type Step = {
  by: number;
  about: number;
  role: Role;
  what: 'propose' | 'confirm' | 'end' | 'leave' | 'return';
};

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(0, 1, 2, 0, 1, 2, 3, 4, 5),
  about: fc.nat(5),
  role: fc.constantFrom(...staffRoles, ...powerfulRoles),
  what: fc.constantFrom('propose', 'propose', 'confirm', 'confirm', 'end', 'leave', 'return'),
});

test('R10: whatever is proposed, confirmed and ended in whatever order, nobody holds a powerful role without two others', async (t) => {
  const ground = await peopleGround(t);
  let run = 0;
  let powerful = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      run += 1;
      const starts: readonly (readonly Role[])[] = [
        ['administrator'],
        ['administrator'],
        ['governance-lead'],
        ['practitioner'],
        ['analyst'],
        [],
      ];
      const ids: Id<'person'>[] = [];
      for (const [at, given] of starts.entries())
        ids.push(await ground.person(`Run ${letters(run)} ${letters(at + 1)}`, given));
      for (const one of steps) await take(ground, ids, one);
      const grants = await ground.asService((ctx) => grantsOf(ctx, ids));
      for (const grant of grants) {
        if (grant.setUp) continue;
        assert.notEqual(grant.proposedBy, grant.personId, 'nobody gives themselves anything');
        if (!grant.powerful || grant.confirmedAt === undefined) continue;
        powerful += 1;
        assert.notEqual(grant.confirmedByName, grant.proposedByName, 'two different people');
        assert.notEqual(
          grant.confirmedByName,
          nameOfPerson(run, ids.indexOf(grant.personId)),
          'not themselves',
        );
      }
      for (const id of ids) {
        const actor = await ground.actor(id);
        if (actor?.kind !== 'person' || !actor.roles.includes('administrator')) continue;
        assert.ok(!actor.roles.some((role) => rolesThatOpenRecords.some((one) => one === role)));
      }
    }),
    { numRuns: full ? 1000 : 20, seed: 20261123 },
  );
  t.diagnostic(`${run} sequences, ${powerful} powerful roles given, each by two people`);
  assert.ok(powerful > 0, 'the sequences give powerful roles at all');
});

function letters(number: number): string {
  return number.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
}

function nameOfPerson(run: number, at: number): string {
  return `Run ${letters(run)} ${letters(at + 1)}`;
}

async function take(
  ground: Awaited<ReturnType<typeof peopleGround>>,
  ids: readonly Id<'person'>[],
  { by, about, role, what }: Step,
): Promise<void> {
  const [actor, person] = [ids[by], ids[about]];
  if (!actor || !person) return;
  await ground.as(actor, async (ctx) => {
    if (what === 'propose') return void (await proposeRole(ctx, wanted(person, role)));
    if (what === 'leave') return void (await leave(ctx, { personId: person, why: 'no-need' }));
    if (what === 'return') return void (await comeBack(ctx, person));
    // whoever says yes says it to whatever waits, of whomever it is
    const grants = (await grantsOf(ctx, what === 'confirm' ? ids : [person])).filter(({ state }) =>
      what === 'confirm' ? state === 'waiting' : state === 'waiting' || state === 'confirmed',
    );
    const [grant] = grants;
    if (!grant) return;
    await (what === 'confirm' ? confirmRole(ctx, grant.id) : endRole(ctx, grant.id));
  });
}
