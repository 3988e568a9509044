import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { setUpOrganisations } from '#modules/partners/index.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { addSeat, endSeat } from '../../actions/boards/keep-seats.ts';
import type { SeatWords } from '../../domain/boards/new-body.ts';
import { addBoard, deliveryGround } from '../../store/testing.ts';
import { boardsWait } from './waiting.ts';

const seat: SeatWords = {
  personId: undefined,
  name: 'Ada Lune',
  organisationKey: 'open-gate',
  part: 'member',
  votes: true,
  email: '',
  from: dayOf(2025, 1, 1),
};

test('H01 a seat whose holder or whose organisation is no longer with us waits to be filled, for whoever keeps boards', async (t) => {
  const ground = await deliveryGround(t);
  const { as } = ground;
  const priya = await ground.person('Priya North', 'manager');
  const sam = await ground.person('Sam South', 'board-member');
  const personId = sam.actor.kind === 'person' ? sam.actor.personId : undefined;
  const charity = { kind: 'charity', from: undefined };
  const service = { kind: 'service', name: 'test' } as const;
  await as({ actor: service, partnershipId: ground.partnershipId }, (ctx) =>
    setUpOrganisations(ctx, [
      { ...charity, key: 'open-gate', name: 'Open Gate', until: undefined },
      // it has joined Open Gate
      { ...charity, key: 'the-well', name: 'The Well', until: dayOf(2026, 9, 1) },
      { ...charity, key: 'the-ark', name: 'The Ark', until: dayOf(2026, 9, 4) },
    ]),
  );
  const [gone, sams] = await as(priya, async (ctx) => {
    await addBoard(ctx);
    await addBoard(ctx, { key: 'over', name: 'The Forum', until: dayOf(2026, 4, 1) });
    const take = async (key: string, given: Partial<SeatWords>) => {
      const taken = await addSeat(ctx, { key, words: { ...seat, ...given } });
      assert.ok(taken.done);
      return taken.value.id;
    };
    await take('board', {});
    await take('board', { organisationKey: 'the-ark', name: 'Closes Tomorrow' });
    await take('over', { organisationKey: 'the-well' });
    const ended = await take('board', { organisationKey: 'the-well', name: 'Left Before' });
    assert.ok((await endSeat(ctx, { key: 'board', seatId: ended, on: ctx.today, next: undefined })).done);
    return [
      await take('board', { organisationKey: 'the-well', name: 'Bo Reed' }),
      await take('board', { personId, name: 'Sam South' }),
    ];
  });
  const seats = async (who = priya) =>
    (await as(who, boardsWait)).filter(({ link }) => link.includes('/seats/'));
  assert.deepEqual(
    (await seats()).map(({ link }) => link),
    [`/boards/board/seats/${gone}`],
  );
  await as(priya, (ctx) =>
    sql`update accounts.person set left_on = '2026-09-03' where name = 'Sam South'`.execute(ctx.db),
  );
  const found = await seats();
  assert.deepEqual(
    found.map(({ title, words }) => [title, words]),
    [
      [
        'A seat to fill: The Board',
        'The Well is no more since 1 September 2026, and Bo Reed still has its seat. Say who follows, or end the seat.',
      ],
      [
        'A seat to fill: The Board',
        'Sam South is no longer with us, and still has the seat for Open Gate. Say who follows, or end the seat.',
      ],
    ],
  );
  assert.equal(found[1]?.link, `/boards/board/seats/${sams}`);
  assert.deepEqual(await seats(await ground.person('Ann', 'analyst')), [], 'it waits for nobody else');
  for (const seatId of [gone, sams]) {
    const next = { ...seat, name: 'Cy Fell' };
    const filled = await as(priya, (ctx) => endSeat(ctx, { key: 'board', seatId, on: ctx.today, next }));
    assert.ok(filled.done);
  }
  assert.deepEqual(await seats(), []);
  const left = await as(priya, (ctx) => addSeat(ctx, { key: 'board', words: { ...seat, personId } }));
  assert.equal(!left.done && left.refusal.reason, 'seat-person-missing');
});
