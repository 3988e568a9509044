import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { OwnAudience } from '../../domain/own/own-table.ts';
import { asked } from '../../domain/own/testing.ts';
import { isNumber } from '../../domain/value.ts';
import { setUpAreas } from '../../index.ts';
import { ownMeasureView, partnersView } from '../../queries/own/own-measure-view.ts';
import { placesOfOwn } from '../../queries/own/places-of-own.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { importGround } from '../../testing.ts';
import { describeOwnMeasure, redescribeOwnMeasure } from './describe-own-measure.ts';
import { enterOwnFigures, type TypedLine } from './enter-own-figures.ts';
import { previewRelease, releaseOwnFigures } from './release-own-figures.ts';

const { code: _, version: __, ...words } = asked;
const spring = '2026-04-01';

async function ground(t: Parameters<typeof importGround>[0]) {
  const made = await importGround(t);
  await made.actAs({ kind: 'service', name: 'test' })('write', (ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
        ...['East', 'North', 'West'].map((name, index) => ({
          code: `X9000000${index + 1}`,
          dfeCode: undefined,
          name,
          kind: 'zone',
          regionCode: undefined,
        })),
      ],
    }),
  );
  const described = await made.act('write', (ctx) => describeOwnMeasure(ctx, words));
  assert.ok(described.done);
  const { code } = described.value;
  const enter = (lines: readonly TypedLine[], start = spring) =>
    made.act('write', (ctx) => enterOwnFigures(ctx, { code, start, breakdown: '', lines }));
  const release = async (audience: OwnAudience) => {
    const preview = await previewRelease(made.act, { code, audience });
    assert.ok(preview.done);
    return releaseOwnFigures(made.act, { code, audience, seen: preview.value.seen });
  };
  return { ...made, code, enter, release };
}

function line(areaCode: string, [count, base]: readonly [string, string], seen = 0): TypedLine {
  return { areaCode, count, base, schools: '', seen };
}

const springLines = [
  line('X10000001', ['100', '200']),
  line('X90000001', ['4', '60']),
  line('X90000002', ['46', '70']),
  line('X90000003', ['50', '70']),
];

test('B03: a measure of our own is described, counted by place, and changed; the place comes first, then its zones', async (t) => {
  const { act, code, enter } = await ground(t);
  assert.deepEqual(
    (await act('read', placesOfOwn)).map(({ name }) => name),
    ['Brackenshire', 'East', 'North', 'West'],
  );
  assert.deepEqual(await enter(springLines), { done: true, value: { kept: 4, removed: 0 } });
  const changed = await enter([
    { ...line('X10000001', ['100', '200'], 1), count: '101' },
    { ...line('X90000001', ['4', '60'], 1), count: '', base: '' },
  ]);
  assert.deepEqual(changed, { done: true, value: { kept: 1, removed: 1 } });
  const view = await act('write', (ctx) => ownMeasureView(ctx, code));
  assert.deepEqual(
    view?.figures.map(({ areaCode, count, base }) => [areaCode, count, base]),
    [
      ['X10000001', 101, 200],
      ['X90000002', 46, 70],
      ['X90000003', 50, 70],
    ],
  );
});

test('nothing of a page is kept where one of its lines does not fit', async (t) => {
  const { act, code, enter } = await ground(t);
  const refused = await enter([line('X10000001', ['5', '10']), line('X90000001', ['11', '10'])]);
  assert.equal(refused.done ? '' : refused.refusal.reason, 'lines-wrong');
  const view = await act('write', (ctx) => ownMeasureView(ctx, code));
  assert.deepEqual(view?.figures, []);
  const elsewhere = await enter([line('E10000013', ['5', '10'])]);
  assert.equal(elsewhere.done ? '' : elsewhere.refusal.reason, 'no-such-place');
  const early = await enter([line('X10000001', ['5', '10'])], '2026-07-01');
  assert.equal(early.done ? '' : early.refusal.reason, 'no-such-period');
});

test('two people who enter the same figure: the second is shown the first one’s', async (t) => {
  const { enter } = await ground(t);
  await enter([line('X10000001', ['100', '200'])]);
  const late = await enter([line('X10000001', ['90', '200'])]);
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
  assert.deepEqual(
    late.refusal.theirs.map(({ count, byName }) => [count, byName]),
    [[100, 'Ada Bright']],
  );
});

test('R69: what was counted reaches the public only through disclosure control, and is then a figure like any other', async (t) => {
  const { act, code, enter, release } = await ground(t);
  await enter(springLines);
  const seen = () =>
    act('read', (ctx) =>
      measureView(ctx, { id: `local:${code}`, areaCode: 'X10000001', neighbourSet: undefined }),
    );
  const before = await seen();
  assert.equal(before?.row?.latest, undefined, 'nobody sees it before it is released');
  assert.deepEqual(await release('public'), { done: true, value: { figures: 4 } });
  const after = await seen();
  const latest = after?.row?.latest;
  assert.ok(latest && isNumber(latest.value));
  assert.equal(latest.value, 50);
});

test('the people of the partnership see a release of their own, and no figure as it was counted', async (t) => {
  const { act, code, enter, release } = await ground(t);
  await enter(springLines);
  await release('partners');
  const view = await act('read', (ctx) => partnersView(ctx, code));
  const east = view?.release?.figures.find(({ areaCode }) => areaCode === 'X90000001');
  assert.deepEqual(east?.value, { status: 'suppressed' });
  assert.equal(view?.release?.figures.filter(({ value }) => typeof value === 'number').length, 2);
});

test('what partners were shown is not held against the public, who have not seen it', async (t) => {
  const { act, code, enter, release } = await ground(t);
  await enter([line('X90000001', ['7', '40']), line('X90000002', ['30', '70'])]);
  assert.ok((await release('partners')).done);
  assert.ok((await release('public')).done);
  assert.ok((await release('partners')).done);
  const view = await act('write', (ctx) => ownMeasureView(ctx, code));
  const shown = view?.releases.map(
    ({ audience, figures }) =>
      `${audience} see ${figures.filter(({ value }) => typeof value === 'number').length}`,
  );
  assert.deepEqual(shown?.toSorted(), ['partners see 2', 'partners see 2', 'public see 1']);
});

test('a release is of what its owner looked at: a figure entered since is not released unseen', async (t) => {
  const { act, code, enter } = await ground(t);
  await enter(springLines);
  const preview = await previewRelease(act, { code, audience: 'public' });
  assert.ok(preview.done);
  await enter([line('X10000001', ['120', '200'], 1)]);
  const late = await releaseOwnFigures(act, { code, audience: 'public', seen: preview.value.seen });
  assert.equal(late.done ? '' : late.refusal.reason, 'changed-meanwhile');
});

test('a second release takes the place of the first', async (t) => {
  const { act, code, enter, release } = await ground(t);
  await enter([line('X10000001', ['100', '200'])]);
  await release('public');
  await enter([line('X10000001', ['140', '200'], 1)]);
  assert.ok((await release('public')).done);
  const view = await act('read', (ctx) =>
    measureView(ctx, { id: `local:${code}`, areaCode: 'X10000001', neighbourSet: undefined }),
  );
  assert.equal(view?.row?.latest?.value, 70);
});

test('what is said of a measure is changed by one at a time, and what its figures are made of stays', async (t) => {
  const { act, code, enter } = await ground(t);
  const change = (seen: number, more: object) =>
    act('write', (ctx) => redescribeOwnMeasure(ctx, { code, seen, words: { ...words, ...more } }));
  assert.ok((await change(1, { owner: 'Another team' })).done);
  const late = await change(1, { owner: 'A third team' });
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
  assert.equal(late.refusal.theirs.owner, 'Another team');
  await enter([line('X10000001', ['100', '200'])]);
  const otherwise = await change(2, { rhythm: 'month' });
  assert.equal(otherwise.done ? '' : otherwise.refusal.reason, 'has-figures');
  const taken = await act('write', (ctx) => describeOwnMeasure(ctx, words));
  assert.equal(taken.done ? '' : taken.refusal.reason, 'title-taken');
});

test('who looks at figures as they were counted, enters or releases them is written down, and no count with it', async (t) => {
  const { act, code, enter, release, facts } = await ground(t);
  await enter(springLines);
  await act('write', (ctx) => ownMeasureView(ctx, code));
  await release('public');
  assert.deepEqual(
    facts.map(({ type }) => type).filter((type) => type.startsWith('indicators.own')),
    [
      'indicators.own-measure-described',
      'indicators.own-figures-entered',
      'indicators.own-figures-looked-at',
      'indicators.own-figures-released',
    ],
  );
  assert.doesNotMatch(JSON.stringify(facts), /"count"|46/);
});

test('only an analyst describes, enters and releases', async (t) => {
  const { actAs, code } = await ground(t);
  for (const role of ['manager', 'board-member', 'partner-lead', 'administrator', 'practitioner'] as const) {
    const actor: Actor = {
      kind: 'person',
      personId: storedId('00000000-0000-7000-8000-0000000000c1'),
      name: 'Somebody else',
      roles: [role],
    };
    const act = actAs(actor);
    const outcomes = [
      await act('write', (ctx) => describeOwnMeasure(ctx, { ...words, title: 'Another' })),
      await act('write', (ctx) => redescribeOwnMeasure(ctx, { code, seen: 1, words })),
      await act('write', (ctx) =>
        enterOwnFigures(ctx, { code, start: spring, breakdown: '', lines: springLines }),
      ),
      await previewRelease(act, { code, audience: 'partners' }),
      await releaseOwnFigures(act, { code, audience: 'public', seen: '' }),
    ];
    for (const outcome of outcomes)
      assert.equal(outcome.done ? '' : outcome.refusal.reason, 'not-allowed', role);
  }
});
