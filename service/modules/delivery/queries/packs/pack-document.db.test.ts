import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFinding } from '../../actions/findings/write-finding.ts';
import { decide } from '../../actions/decisions/decide.ts';
import { emptyDecision, type DecisionWords } from '../../domain/decisions/new-decision.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { addBoard, addMeeting, deliveryGround, findingWords } from '../../store/testing.ts';
import { packDocument } from './pack-document.ts';

test('H03 R65 the pack for everybody holds no more of findings and of what took a decision’s place than its pages do', async (t) => {
  const { as, person } = await deliveryGround(t);
  const manager = await person('Mina Manager', 'manager');
  const decided = (given: Partial<DecisionWords>) =>
    as(manager, (ctx) =>
      decide(ctx, {
        meetingKey: 'board-july',
        itemId: undefined,
        words: { ...emptyDecision, words: 'So it is.', reason: 'Parents asked.', ...given },
      }),
    );
  await as(manager, async (ctx) => {
    const board = await addBoard(ctx);
    await addMeeting(ctx, board, { key: 'board-july', on: dayOf(2026, 7, 7), state: 'held' });
    const element = { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' };
    await addMeeting(ctx, board, { key: 'board-september', element });
    const found = await addFinding(ctx, findingWords({ foundBy: 'Six girls of Year 9', due: ctx.today }));
    assert.ok(found.done);
  });
  const first = await decided({ title: 'Stay in the hub' });
  assert.ok(first.done);
  const publishing = { publish: 'exempt', ground: 'Schedule 12A, paragraph 3' } as const;
  const later = await decided({
    title: 'Buy the mill from Harrow Estates',
    replaces: first.value.decision.id,
    publishing,
  });
  assert.ok(later.done);

  const pack = await as(manager, (ctx) => packDocument(ctx, 'board-september'));
  const members = JSON.stringify(pack?.members);
  for (const words of [/Six girls/, /nobody could read the times/, /Harrow Estates/])
    assert.match(members, words);
  const open = JSON.stringify(pack?.public);
  assert.doesNotMatch(open, /Six girls|nobody could read the times|Harrow Estates/);
  assert.match(open, /The bus shelter is dark after four/);
  assert.match(open, /Stay in the hub/);
  assert.deepEqual(pack?.public.lastTime?.notPublic, ['Schedule 12A, paragraph 3']);
});
