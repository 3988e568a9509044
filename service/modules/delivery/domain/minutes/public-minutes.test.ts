import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayNext, type MinutesSaid } from './minutes-said.ts';
import { publicMinutes, type AgreedMinutes, type PublicMinutes } from './public-minutes.ts';

const exempt = { publish: 'exempt', ground: 'Paragraph 3' } as const;
const published = { publish: 'publish', ground: '' } as const;
const came = { organisations: ['Open Gate'], forThemselves: 1, apologies: [] };
const note = (words: string) => ({ words, author: 'Ada Member' });
const agreed: AgreedMinutes = {
  document: {
    items: [
      {
        title: 'Buses',
        isExempt: false,
        ground: '',
        notes: [note('Ada Member asked why.')],
        decisions: [1, 2],
      },
      {
        title: 'A lease',
        isExempt: true,
        ground: 'Paragraph 3',
        notes: [note('The price.')],
        decisions: [3],
      },
      { title: '', isExempt: false, ground: '', notes: [note('Cake.')], decisions: [] },
    ],
  },
  decisions: new Map([
    [1, { number: 1, title: 'A later bus', publishing: published }],
    [2, { number: 2, title: 'A quiet word', publishing: exempt }],
    [3, { number: 3, title: 'The lease', publishing: published }],
  ]),
  came,
  people: ['Ada Member', 'Ada'],
  withhold: new Map(),
};

test('H02 R65 the minutes for everybody: exempt items and decisions say only their ground, and names are gone', () => {
  const open = publicMinutes(agreed);
  assert.deepEqual(open, {
    came,
    items: [
      {
        title: 'Buses',
        ground: '',
        notes: ['a named person asked why.'],
        decisions: [{ number: 1, title: 'A later bus' }],
        exemptDecisions: ['Paragraph 3'],
      },
      { title: '', ground: 'Paragraph 3', notes: [], decisions: [], exemptDecisions: [] },
      { title: '', ground: '', notes: ['Cake.'], decisions: [], exemptDecisions: [] },
    ],
  });
  assert.doesNotMatch(JSON.stringify(open), /lease|price|quiet|Ada/);
});

test('H02 R65 one more item is kept back on its ground; an exempt one stays so whatever is chosen', () => {
  const open = publicMinutes({
    ...agreed,
    withhold: new Map([
      [0, 'Paragraph 1'],
      [1, ''],
    ]),
  });
  assert.deepEqual(
    open.items.map(({ ground, notes }) => [ground, notes.length]),
    [
      ['Paragraph 1', 0],
      ['Paragraph 3', 0],
      ['', 1],
    ],
  );
});

test('H02 the first word on minutes needs no reason, every later one does; nothing is said twice', () => {
  const document: PublicMinutes = publicMinutes(agreed);
  const at = new Date('2026-09-03T09:00:00Z');
  const first = sayNext(undefined, { publish: 'publish', document, ground: '', reason: '' });
  assert.ok(first.done && first.value.publish === 'publish');
  assert.deepEqual([first.value.nth, first.value.edition], [1, 1]);
  const last: MinutesSaid = {
    publish: 'publish',
    nth: 1,
    edition: 1,
    ground: '',
    reason: '',
    document,
    at,
    byName: 'M',
  };
  // a database keeps the parts of a document in an order of its own
  const shuffled = { items: document.items, came: { ...document.came } };
  const why = (given: Parameters<typeof sayNext>[1], before: MinutesSaid | 'nothing' = last) => {
    const next = sayNext(before === 'nothing' ? undefined : before, given);
    return next.done ? [next.value.nth, next.value.edition] : next.refusal.reason;
  };
  assert.equal(
    why({ publish: 'publish', document: shuffled, ground: '', reason: 'Once more' }),
    'already-so',
  );
  assert.equal(why({ publish: 'exempt', ground: ' ', reason: 'x' }), 'ground-missing');
  assert.equal(why({ publish: 'withdraw', ground: '', reason: ' ' }), 'saying-reason-missing');
  assert.equal(why({ publish: 'withdraw', ground: '', reason: 'x' }, 'nothing'), 'already-so');
  assert.deepEqual(why({ publish: 'withdraw', ground: '', reason: 'A name' }), [2, 1]);
  const back: MinutesSaid = {
    publish: 'withdraw',
    nth: 2,
    edition: 1,
    ground: '',
    reason: 'A name',
    at,
    byName: 'M',
  };
  assert.deepEqual(why({ publish: 'publish', document, ground: '', reason: 'Mended' }, back), [3, 2]);
  assert.deepEqual(why({ publish: 'exempt', ground: 'Paragraph 1', reason: '' }, 'nothing'), [1, 0]);
});
