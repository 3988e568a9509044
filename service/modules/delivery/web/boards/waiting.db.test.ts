import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '#platform/access/policy.ts';
import { addDays } from '#platform/kernel/day.ts';
import { addItem } from '../../actions/agenda/write-agenda.ts';
import { addBoard, addMeeting, deliveryGround } from '../../store/testing.ts';
import { boardsWait } from './waiting.ts';

const item = {
  ...{ title: 'Buses', words: '', minutes: 20, leadName: '' },
  ...({ asks: 'to-talk', publishing: { publish: 'publish', ground: '' } } as const),
};

test('H03 a meeting within 14 days without an agenda waits for whoever keeps boards, and for nobody else', async (t) => {
  const ground = await deliveryGround(t);
  const manager = await ground.person('Mina Manager', 'manager');
  await ground.as(manager, async (ctx) => {
    const board = await addBoard(ctx);
    for (const [key, inDays, state] of [
      ['today', 0, 'planned'],
      ['in-14', 14, 'planned'],
      ['in-15', 15, 'planned'],
      ['cancelled', 3, 'cancelled'],
      ['with-agenda', 4, 'planned'],
    ] as const)
      await addMeeting(ctx, board, { key, on: addDays(ctx.today, inDays), state });
    assert.ok((await addItem(ctx, { meetingKey: 'with-agenda', words: item })).done);
  });
  const links = async (who: typeof manager) =>
    (await ground.as(who, boardsWait)).map(({ title, link }) => [title, link]);
  const title = 'A meeting soon, with nothing on it';
  assert.deepEqual(await links(manager), [
    [title, '/meetings/today/agenda'],
    [title, '/meetings/in-14/agenda'],
  ]);
  const [first] = await ground.as(manager, boardsWait);
  assert.equal(first?.words, 'The Board meets on 3 September 2026, and its agenda is empty.');
  for (const role of roles.filter((one) => one !== 'manager'))
    assert.deepEqual(await links(await ground.person(`As ${role}`, role)), [], role);
  await ground.as(manager, async (ctx) => {
    for (const meetingKey of ['today', 'in-14'])
      assert.ok((await addItem(ctx, { meetingKey, words: item })).done);
  });
  assert.deepEqual(await links(manager), [], 'an item on the agenda, and nothing waits');
});
