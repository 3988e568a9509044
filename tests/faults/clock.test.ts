// Clocks that are wrong, and nights on which they are put forward or back. The application's clock is handed in, so it can
// be put anywhere; what counts is that nothing outlives its time and that nothing is done twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openly, redirectTo, type Route } from '#platform/http/route.ts';
import { ownPartnership, testService } from '#platform/http/testing.ts';
import { addDays, dayFrom, dayInEngland, type Day } from '#platform/kernel/day.ts';
import { openSchedules, type Schedule } from '#platform/outbox/schedules.ts';
import { tally } from './tally.ts';

const hourMs = 3_600_000;
const inside: Route = {
  method: 'GET',
  path: '/inside',
  policy: 'signed-in',
  answer: async () => openly('text/plain; charset=utf-8', 'inside'),
};
const note: Route = {
  method: 'POST',
  path: '/note',
  policy: 'signed-in',
  async answer(request) {
    await request.write((ctx) => ctx.record({ type: 'test.noted', subject: { kind: 'note', id: '1' } }));
    return redirectTo('/inside');
  },
};

/** A service whose clock a test puts where it likes. */
async function withClock(t: { after(act: () => void): void }, start: string) {
  let now = new Date(start);
  const service = await testService(t, [inside, note], { clock: () => now });
  return { service, put: (at: string | number) => void (now = new Date(at)), now: () => now.getTime() };
}

const nights: readonly [string, string][] = [
  ['an ordinary evening', '2026-11-23T21:00:00Z'],
  ['the night on which clocks go back', '2026-10-25T00:30:00Z'],
  ['the night on which clocks go forward', '2027-03-28T00:30:00Z'],
  ['the eve of a leap day', '2028-02-28T23:30:00Z'],
  ['the last hour of a year', '2026-12-31T23:30:00Z'],
];

for (const [name, start] of nights)
  test(`fault, clock skew: on ${name} a session ends when its time is over, neither sooner nor later, and no wrong clock brings it back`, async (t) => {
    const { service, put, now } = await withClock(t, start);
    const began = now();
    const browser = await service.signedIn('manager');
    const status = async () => (await browser.get('/inside')).status;
    for (let minutes = 0; minutes < 12 * 60; minutes += 50) {
      put(began + minutes * 60_000);
      assert.equal(await status(), 200, `after ${minutes} minutes`);
    }
    put(began + 12 * hourMs + 1);
    assert.equal(await status(), 303, 'twelve hours are its end');
    const idle = await service.signedIn('manager');
    const idleFrom = now();
    put(idleFrom + hourMs + 1);
    assert.equal((await idle.get('/inside')).status, 303, 'an hour without a page ends it');
    for (const skewH of [-24, -2, 24]) {
      const skewed = await service.signedIn('manager');
      const right = now();
      put(right + skewH * hourMs);
      assert.equal((await skewed.get('/inside')).status, 303, `a clock ${skewH} hours wrong`);
      put(right);
    }
    tally.tried(5);
  });

test('fault, clock skew: a day of England begins at midnight there, in both halves of the year and on both nights', () => {
  const midnights: readonly [string, string][] = [
    ['2026-10-24T22:59:59Z', '2026-10-24'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:59:59Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
    ['2027-03-27T23:59:59Z', '2027-03-27'],
    ['2027-03-28T00:00:00Z', '2027-03-28'],
    ['2027-03-28T22:59:59Z', '2027-03-28'],
    ['2027-03-28T23:00:00Z', '2027-03-29'],
    ['2028-02-29T23:59:59Z', '2028-02-29'],
  ];
  for (const [instant, expected] of midnights)
    assert.equal(dayInEngland(new Date(instant)), expected, instant);
  let at: Day = dayFrom('2026-01-01') ?? assert.fail();
  const seen = new Set<Day>();
  for (let count = 0; count < 366 * 3; count += 1) {
    seen.add(at);
    at = addDays(at, 1);
  }
  assert.equal(seen.size, 366 * 3, 'no day comes twice and none is left out');
  assert.ok(seen.has(dayFrom('2028-02-29') ?? at));
  tally.tried(midnights.length);
});

test('fault, clock skew: work that comes round once a day is done once a day, on the nights that are too long or too short as well', async (t) => {
  const { service, put } = await withClock(t, '2026-10-24T12:00:00Z');
  const worked: string[] = [];
  const daily: Schedule = {
    name: 'test.daily',
    turn: ({ today }) => today,
    work: async ({ turn }) => void worked.push(turn),
  };
  const schedules = openSchedules({
    transactions: service.transactions,
    partnershipId: ownPartnership,
    schedules: [daily],
  });
  for (const start of ['2026-10-24T12:00:00Z', '2027-03-27T12:00:00Z'])
    for (let step = 0; step < 96; step += 1) {
      // half an hour on, and now and then a clock that jumps back for a moment
      put(Date.parse(start) + (step - (step % 7 === 6 ? 3 : 0)) * (hourMs / 2));
      await schedules.runDue();
    }
  assert.deepEqual(worked.toSorted(), [
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
  ]);
});
