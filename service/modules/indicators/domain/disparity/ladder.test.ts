import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownGroups, type ChildGroup } from '#reference/groups.ts';
import { judgeAll, takenAt, type Judged } from './ladder-comparisons.ts';
import { overTime, together } from './over-time.ts';
import { sayGroup, sayLooked, sayWhere, type GroupRow } from './say-ladder.ts';
import { ladderTable } from './ladder-table.ts';
import { testCounts, testLadder, type TestYear } from './testing.ts';

const published = testLadder('published');

/** A difference at the door and none at the next step; a group of nine that would win if it were let. */
const honest: TestYear = {
  children: { '': 60_009, Mixed: 2000, White: 58_000, Black: 9 },
  referred: { '': 3009, Mixed: 140, White: 2860, Black: 9 },
  assessed: { '': 2739, Mixed: 127, White: 2603, Black: 9 },
  'looked-after': { '': 450, Mixed: 'c', White: 430, Black: 'c' },
};

async function judged(year: TestYear = honest, reference = 'others') {
  const counts = await testCounts(published, { 2025: year });
  const groups = ['black', 'mixed', 'white'].filter((key) => key !== reference);
  const all = judgeAll(published, counts, { year: '2025', base: 'before', reference, groups });
  return { ...all, counts };
}

function known(found: Judged | undefined): Extract<Judged, { known: true }> {
  assert.ok(found?.known, found && !found.known ? found.why : 'nothing');
  return found;
}

function near(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 1e-9 * Math.max(1, expected), `${found} for ${expected}`);
}

function rowOf(of: Awaited<ReturnType<typeof judged>>['of'], key: string): GroupRow {
  const group = knownGroups().groups.find((each): each is ChildGroup => each.key === key);
  assert.ok(group);
  return {
    group,
    steps: published.steps.flatMap((step) => {
      const found = of(key, step.key);
      return found ? [{ step, judged: found }] : [];
    }),
  };
}

// ratio and limits: MOVER-R written anew in Python over Byar's and Wilson's (statsmodels 0.15.0) limits; SciPy 1.17.1
test('C13 the ratio at the door is of rates per child, the next of shares of those who came, each with its interval', async () => {
  const { of } = await judged(honest, 'white');
  const door = known(of('mixed', 'referred')).compared;
  near(door.ratio, 1.4195804195804198);
  near(door.limits.lower, 1.1898259858899116);
  near(door.limits.upper, 1.6823722615881045);
  near(door.chance, 0.00010708813202578438);
  const next = known(of('mixed', 'assessed')).compared;
  near(next.ratio, 0.9967070962076725);
  near(next.limits.lower, 0.9305113228827511);
  near(next.limits.upper, 1.0400989909192686);
  near(next.chance, 0.8796617876909129);
  assert.match(door.method, /Poisson/);
  assert.match(next.method, /Wilson/);
});

test('C13 the chance is corrected for every comparison that the picture makes', async () => {
  const { of, looked } = await judged(honest, 'white');
  assert.equal(looked, 2);
  near(known(of('mixed', 'referred')).corrected, 2 * 0.00010708813202578438);
  assert.equal(known(of('mixed', 'referred')).standing, 'more');
  assert.equal(known(of('mixed', 'assessed')).standing, 'alike');
  assert.match(
    sayLooked(14),
    /^14 comparisons are made here\. If there were no differences at all, less than one would/,
  );
});

test('C13 a difference that a single test would call sure is not, among many', async () => {
  // alone p 0.034 (SciPy 1.17.1, fisher_exact 30 of 100, 120 of 600); three groups and two steps are looked at
  const year: TestYear = {
    children: { '': 3000, Mixed: 1000, White: 1000, Asian: 1000 },
    referred: { '': 700, Mixed: 100, White: 300, Asian: 300 },
    assessed: { '': 150, Mixed: 30, White: 60, Asian: 60 },
  };
  const counts = await testCounts(published, { 2025: year });
  const asked = { year: '2025', base: 'before', reference: 'others' } as const;
  const alone = judgeAll(published, counts, { ...asked, groups: ['mixed'] });
  const among = judgeAll(published, counts, { ...asked, groups: ['mixed', 'white', 'asian'] });
  near(known(alone.of('mixed', 'assessed')).compared.chance, 0.034364918093020114);
  assert.equal(known(alone.of('mixed', 'assessed')).standing, 'more');
  assert.equal(known(among.of('mixed', 'assessed')).standing, 'unsure');
});

test('C13 a tiny group cannot win, whatever its ratio', async () => {
  const { of } = await judged();
  for (const step of ['referred', 'assessed']) {
    const found = of('black', step);
    assert.ok(found && !found.known);
    assert.equal(found.why, 'too-few');
  }
});

test('C13 where it arises is said as the plain truth: at the door, and alike at the next step', async () => {
  const { of } = await judged(honest, 'white');
  const row = rowOf(of, 'mixed');
  assert.equal(
    sayGroup(row, 'White children'),
    'Children of mixed heritage were 1.4 times as likely to be referred as White children; of those referred, about as likely to be assessed.',
  );
  assert.equal(
    sayWhere(row),
    'The difference is at the door: of those who came in, no later step adds one that we can be sure of.',
  );
});

test('C13 a withheld group, a missing population, and more at a step than came to it are said, not worked out', async () => {
  const { of } = await judged();
  const hidden = of('mixed', 'looked-after');
  assert.ok(hidden && !hidden.known && hidden.why === 'withheld');
  const { children: _, ...rest } = honest;
  const without = await judged(rest);
  const door = without.of('mixed', 'referred');
  assert.ok(door && !door.known && door.why === 'no-base');
  const more = await judged({ ...honest, assessed: { '': 2900, Mixed: 170, White: 2721, Black: 9 } });
  const next = more.of('mixed', 'assessed');
  assert.ok(next && !next.known && next.why === 'more-than-came');
});

test('C13 a table from which a hidden number could be worked out is not shown at all', async () => {
  // one hidden group and every other shown: the total gives it away
  const opened = {
    ...honest,
    assessed: { '': 2734, Mixed: 127, White: 2603, Black: 'c' },
  } satisfies TestYear;
  const { of, counts } = await judged(opened);
  const found = of('mixed', 'assessed');
  assert.ok(found && !found.known && found.why === 'would-open');
  const table = counts.steps.get('assessed')?.get('2025');
  assert.ok(table && [table.all, ...table.groups.values()].every((count) => !count.known));
  // what stands beside it is as it was
  assert.ok(of('mixed', 'referred')?.known);
});

test('C13 R36 counts of ours are rounded and small ones held back before anything is worked out from them', async () => {
  const own = testLadder('own');
  const year: TestYear = {
    children: { '': 61_240, Mixed: 2203, White: 58_900, Black: 128 },
    referred: { '': 3181, Mixed: 156, White: 3011, Black: 8 },
    assessed: { '': 2892, Mixed: 153, White: 2731, Black: 7 },
  };
  const counts = await testCounts(own, { 2025: year });
  const { groups } = counts.steps.get('assessed')?.get('2025') ?? {};
  assert.deepEqual(groups?.get('mixed'), { known: true, count: 155 });
  assert.deepEqual(groups?.get('black'), { known: false, why: 'too-small' });
  const asked = { group: 'mixed', year: '2025', base: 'before', reference: 'white' } as const;
  const step = own.steps[1];
  assert.ok(step);
  // three of 156 were not assessed: rounded, nobody can tell
  assert.deepEqual(takenAt(own, counts, { step, asked }).four.groupBase, { known: true, count: 155 });
});

test('C13 over the years a ratio comes closer, surely or not, and never across a break', async () => {
  const earlier: TestYear = {
    ...honest,
    referred: { '': 3069, Mixed: 200, White: 2860, Black: 9 },
    assessed: { '': 2794, Mixed: 182, White: 2603, Black: 9 },
  };
  const counts = await testCounts(published, { 2022: earlier, 2025: honest });
  const asked = { group: 'mixed', base: 'before', reference: 'white' } as const;
  const [referred, assessed] = overTime(published, counts, { asked, cuts: [] });
  assert.equal(referred?.change?.verdict, 'closer');
  assert.ok((referred?.change?.limits.upper ?? 1) < 1);
  assert.equal(assessed?.change?.verdict, 'unsure');
  const cut = overTime(published, counts, { asked, cuts: [{ on: '2024-04-01', words: 'Counted anew.' }] });
  assert.equal(cut[0]?.change, undefined);
});

test('C13 neighbours are taken together from those of whom all four counts may be shown', async () => {
  const step = published.steps[0];
  assert.ok(step);
  const asked = { group: 'mixed', year: '2025', base: 'before', reference: 'white' } as const;
  const whole = takenAt(published, await testCounts(published, { 2025: honest }), { step, asked });
  const { children: _, ...rest } = honest;
  const part = takenAt(published, await testCounts(published, { 2025: rest }), { step, asked });
  const { found, areas } = together([whole, whole, part]);
  assert.equal(areas, 2);
  assert.ok(found.known);
  assert.deepEqual(found.group, { count: 280, base: 4000 });
  assert.equal(together([part]).areas, 0);
});

test('R36 the table of the page and its file gives no count that is not shown', async () => {
  const { of } = await judged({ ...honest, assessed: { '': 2734, Mixed: 127, White: 2603, Black: 'c' } });
  const rows = ['black', 'mixed', 'white'].map((key) => rowOf(of, key));
  const text = JSON.stringify(ladderTable({ caption: 'Short', others: 'all others', rows, outOfAll: [] }));
  for (const given of ['2734', '2603', '"number":127']) assert.equal(text.includes(given), false, given);
  assert.match(text, /could be worked out/);
});
