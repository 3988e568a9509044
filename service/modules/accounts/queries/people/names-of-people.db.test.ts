import assert from 'node:assert/strict';
import { test } from 'node:test';
import { introduceFamily } from '../../actions/people/introduce.ts';
import { leave } from '../../actions/people/leave.ts';
import { peopleGround } from '../../actions/people/testing/people-ground.ts';
import { colleagues } from '../../store/people/kept-people.ts';
import { deleteAccounts } from './held-about-person.ts';
import { namesOfPeople, sayPerson } from './names-of-people.ts';

test('R19: who acted is named whether here or gone, a family as such, and an id nobody knows is said so', async (t) => {
  const ground = await peopleGround(t);
  const admin = await ground.person('Mo Keeper', ['administrator']);
  const rosie = await ground.person('Rosie Lane', ['practitioner']);
  const gone = await ground.person('Ada Bright', ['practitioner']);
  const parent = await ground.as(rosie, (ctx) =>
    introduceFamily(ctx, {
      name: 'Rhona Brightwater',
      relationship: 'grandparent',
      email: '',
      identitySeen: 'passport',
      responsibilitySeen: 'court-order',
    }),
  );
  assert.ok(parent.done);
  await ground.as(admin, (ctx) => leave(ctx, { personId: gone, why: 'new-job' }));
  const nobody = '01900000-0000-7000-8000-00000000dead';
  const family = parent.value.personId;
  const said = async () => {
    const names = await ground.asService((ctx) => namesOfPeople(ctx, [rosie, gone, family, nobody, rosie]));
    return [rosie, gone, family, nobody].map((id) => sayPerson(names.get(id)));
  };
  assert.deepEqual(await said(), [
    'Rosie Lane',
    'Ada Bright, who has left',
    'Rhona Brightwater, grandparent',
    'Somebody whose account is no longer kept',
  ]);
  await ground.as(rosie, (ctx) => leave(ctx, { personId: family, why: 'no-need' }));
  await ground.asService((ctx) => deleteAccounts(ctx, [gone]));
  assert.deepEqual((await said()).slice(1, 3), [
    'Somebody whose account is no longer kept',
    'Rhona Brightwater, grandparent, whose way in has ended',
  ]);
});

test('a family stays a family when the account of whoever introduced them is deleted', async (t) => {
  const ground = await peopleGround(t);
  const rosie = await ground.person('Rosie Lane', ['practitioner']);
  const other = await ground.person('Dele Okoro', ['administrator']);
  const young = await ground.as(rosie, (ctx) =>
    introduceFamily(ctx, {
      name: 'Izzy Penrose',
      relationship: 'young-person',
      email: '',
      identitySeen: 'known-long',
      responsibilitySeen: undefined,
    }),
  );
  assert.ok(young.done);
  await ground.as(other, (ctx) => leave(ctx, { personId: rosie, why: 'new-job' }));
  await ground.asService((ctx) => deleteAccounts(ctx, [rosie]));
  const names = await ground.asService((ctx) => namesOfPeople(ctx, [young.value.personId]));
  assert.equal(sayPerson(names.get(young.value.personId)), 'Izzy Penrose, young person');
  const found = await ground.asService(colleagues);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['Dele Okoro'],
    'and does not come to stand among those who work here',
  );
});
