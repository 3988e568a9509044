import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#platform/kernel/day.ts';
import { frontPart, withoutSigns } from './front-part.ts';
import type { PackAction, PackDecision, PackVersion } from './pack-document.ts';
import { publicVersion } from './public-version.ts';
import { sinceMade, type StandsNow } from './since-made.ts';

const action: PackAction = {
  number: 7,
  title: 'Ring every family in the first fortnight',
  owner: { name: 'Sara Lind', organisation: 'Open Gate' },
  due: dayOf(2026, 6, 30),
  state: 'under way',
  isLate: true,
  isOver: false,
  reason: 'Sara Lind was away for a month',
  holdsUp: ['Visit every family'],
};

const decision: PackDecision = {
  number: 3,
  title: 'Ring every family',
  words: 'Sara Lind rings every family.',
  dissent: '',
  owner: action.owner,
  cameOfIt: '',
  ground: '',
  actions: [action],
};

const pack: PackVersion = {
  body: { key: 'board', name: 'The Board' },
  meeting: {
    key: 'board-2026-09',
    title: 'Oversight',
    theme: '',
    on: dayOf(2026, 9, 8),
    at: '14:00',
    minutes: 120,
    place: 'The Corn Hall',
  },
  lastTime: { title: 'Workshop', on: dayOf(2026, 7, 7), decisions: [decision], notPublic: [] },
  agenda: [
    {
      place: 1,
      title: 'A lease',
      words: 'The landlord asks for more.',
      asks: 'to-decide',
      minutes: 20,
      leadName: 'Sara Lind',
      ground: 'Schedule 12A, paragraph 3',
    },
  ],
  elements: [],
  eyes: { chance: '', measures: [] },
  late: [action],
  findingsDue: [
    {
      number: 2,
      title: 'No lock on the door',
      foundBy: 'Six girls of Year 9',
      owner: action.owner,
      state: 'open',
    },
  ],
  papers: [{ id: 'x', title: 'Rents', ground: 'Schedule 12A, paragraph 3' }],
};

const spoken = (version: PackVersion) =>
  frontPart(version)
    .sections.flatMap(({ heading, sentences }) => [heading, ...sentences])
    .join(' ');

test('H03 the first thing told is what came of last time, action by action, with its reason', () => {
  const [first] = frontPart(pack).sections;
  assert.equal(first?.heading, 'Since last time');
  assert.equal(first?.sentences[0], 'We last met on 7 July 2026, and made one decision.');
  assert.match(
    first?.sentences.join(' ') ?? '',
    /Decision 3: Ring every family\. Action 7 is late, due by 30 June 2026\. The reason: Sara Lind was away for a month\./,
  );
});

test('H03 however much there is, the front part is read out in five minutes at 130 words a minute', () => {
  const words = fc
    .array(fc.lorem({ maxCount: 60 }), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 200 }), (text, many) => {
      const long = { ...action, title: text, reason: text, holdsUp: [text] };
      const decisions = Array.from({ length: many }, () => ({
        ...decision,
        title: text,
        cameOfIt: text,
        actions: [long, long, long],
      }));
      const front = frontPart({
        ...pack,
        lastTime: { title: '', on: dayOf(2026, 7, 7), decisions, notPublic: [] },
        late: Array.from({ length: many }, () => long),
        eyes: {
          chance: '',
          measures: Array.from({ length: many }, () => ({
            title: text,
            link: '',
            finding: text,
            reasons: [],
          })),
        },
        agenda: Array.from({ length: many }, (_, at) => ({
          place: at + 1,
          title: text,
          words: '',
          asks: 'to-decide' as const,
          minutes: 5,
          leadName: '',
          ground: '',
        })),
      });
      const count = front.sections
        .flatMap(({ heading, sentences }) => [heading, ...sentences])
        .join(' ')
        .split(/\s+/).length;
      assert.ok(count <= 650, `${count} words`);
      assert.ok(front.minutes <= 5);
    }),
  );
});

test('H03 words to be spoken hold no sign that a voice trips over', () => {
  assert.equal(
    withoutSigns('31.2% in 2024/25 – up ▲ from 28.5 %'),
    '31.2 per cent in 2024 to 25, up from 28.5 per cent',
  );
  assert.doesNotMatch(spoken(pack), /[%/#*|<>▲▼→]/);
});

test('H03 R65 for everybody no name is left, in free words either, and what is exempt says only its ground', () => {
  const open = publicVersion(
    {
      ...pack,
      lastTime: {
        title: '',
        on: dayOf(2026, 7, 7),
        notPublic: [],
        decisions: [decision, { ...decision, number: 4, title: 'Secret', ground: 'Paragraph 1' }],
      },
    },
    ['Sara Lind'],
  );
  const all = JSON.stringify(open);
  assert.doesNotMatch(all, /Sara|Secret|landlord|A lease/);
  assert.match(all, /a named person rings every family/);
  assert.doesNotMatch(
    all,
    /away for a month|Six girls/,
    'nor is what was said to the board, or who found something',
  );
  assert.deepEqual(open.lastTime?.notPublic, ['Paragraph 1']);
  assert.equal(open.agenda[0]?.ground, 'Schedule 12A, paragraph 3');
  assert.deepEqual(open.papers, [
    { id: '', title: 'A paper that is not public', ground: 'Schedule 12A, paragraph 3' },
  ]);
  assert.equal(open.late[0]?.owner.organisation, 'Open Gate');
});

test('H03 a meeting moved after its pack was made, and an owner who left, are told; everybody is told of the meeting alone', () => {
  const now: StandsNow = {
    meeting: { on: dayOf(2026, 9, 15), at: '10:00', place: 'The Corn Hall', state: 'planned' },
    owners: new Map([[7, 'Omar Reid']]),
    left: new Map([['Sara Lind', dayOf(2026, 8, 31)]]),
  };
  assert.deepEqual(sinceMade(pack, now, { names: 'shown' }), [
    'The meeting was moved after this pack was made: it was to be on 8 September 2026 at 14:00, and is now on 15 September 2026 at 10:00.',
    'Action 7 was Sara Lind’s when this pack was made. It is now Omar Reid’s.',
    'Sara Lind, who is named here, left the board on 31 August 2026.',
  ]);
  assert.equal(sinceMade(pack, now, { names: 'hidden' }).length, 1);
  const same: StandsNow = {
    meeting: { ...pack.meeting, state: 'planned' },
    owners: new Map([[7, 'Sara Lind']]),
    left: new Map(),
  };
  assert.deepEqual(sinceMade(pack, same, { names: 'shown' }), []);
});
