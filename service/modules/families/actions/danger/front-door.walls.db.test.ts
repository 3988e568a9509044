import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { frontDoor } from '../../queries/danger/front-door.ts';
import { takeAwayNumbers } from '../../store/testing.ts';
import { testFamilies, testPartnership } from '../../testing.ts';
import { setFrontDoor } from './keep-front-door.ts';

test('R64: a visitor takes away none of the numbers to ring, with no rule of ours asked; whoever keeps them does', async (t) => {
  const families = await testFamilies(t);
  const number = {
    name: 'The front door',
    number: '01234 567890',
    hours: 'always',
    outOfHours: true,
    checkedOn: dayOf(2026, 11, 20),
  };
  const set = await families.as('manager', async (ctx) => {
    const { door } = await frontDoor(ctx);
    return await setFrontDoor(ctx, { ...door, numbers: [number] });
  });
  assert.ok(set.done);
  const asVisitor = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    families.transactions.inTransaction(
      { actor: { kind: 'visitor' }, partnershipId: testPartnership },
      'write',
      work,
    );
  assert.equal((await asVisitor(frontDoor)).door.numbers.length, 1, 'everybody reads them');
  assert.equal(await asVisitor(takeAwayNumbers), 0);
  assert.equal((await asVisitor(frontDoor)).door.numbers.length, 1);
  assert.equal(await families.as('manager', takeAwayNumbers), 1);
});
