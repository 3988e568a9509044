import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { dayOf, type Day } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { calendarText } from './calendar-text.ts';

const body: Body = {
  id: storedId('01900000-0000-7000-8000-000000000001'),
  ...{ key: 'board', name: 'The Board; all of it, really', kind: 'board', lifeStage: '', purpose: '' },
  ...{ partOf: undefined, from: dayOf(2024, 4, 1), until: undefined, followedBy: undefined, version: 1 },
  quorum: { people: 3, organisations: 2 },
};

function meeting(last: number, on: Day, given: Partial<Meeting> = {}): Meeting {
  return {
    id: storedId(`01900000-0000-7000-8000-0000000001${String(last).padStart(2, '0')}`),
    bodyId: body.id,
    cycleId: undefined,
    key: `board-${on}`,
    kind: 'ordinary',
    title: 'Oversight',
    theme: '',
    element: { frameworkSlug: '', elementKey: '' },
    ...{ on, at: '14:30', minutes: 90, place: 'The Corn Hall, Alderwick', joining: 'https://secret.example' },
    ...{ state: 'planned', cancelledBecause: '', sequence: 0, version: 1 },
    ...given,
  };
}

const changedAt = new Date('2026-09-03T09:00:00Z');
const meetings = [
  // the Fridays on either side of the clocks going back, and of their going forward
  meeting(1, dayOf(2026, 10, 23)),
  meeting(2, dayOf(2026, 10, 26)),
  meeting(3, dayOf(2027, 3, 26)),
  meeting(4, dayOf(2027, 3, 29), { sequence: 3 }),
  meeting(5, dayOf(2027, 5, 10), { state: 'cancelled', cancelledBecause: 'Snow', sequence: 2 }),
];
const text = calendarText(
  { body, meetings: meetings.map((one) => ({ meeting: one, body, changedAt })) },
  { origin: 'https://thread.example', partnership: 'Test' },
);

const expected = [
  ['2026-10-23T13:30:00.000Z', '2026-10-23T15:00:00.000Z'],
  ['2026-10-26T14:30:00.000Z', '2026-10-26T16:00:00.000Z'],
  ['2027-03-26T14:30:00.000Z', '2027-03-26T16:00:00.000Z'],
  ['2027-03-29T13:30:00.000Z', '2027-03-29T15:00:00.000Z'],
  ['2027-05-10T13:30:00.000Z', '2027-05-10T15:00:00.000Z'],
];

test('H03 ical.js reads the feed with the right instants on both sides of each clock change', () => {
  const component = new ICAL.Component(ICAL.parse(text));
  const zones = component.getAllSubcomponents('vtimezone');
  assert.equal(zones.length, 1);
  const zone = new ICAL.Timezone(zones[0]);
  const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  assert.deepEqual(
    events.map(({ startDate, endDate }) =>
      [startDate, endDate].map((time) => {
        time.zone = zone;
        return time.toJSDate().toISOString();
      }),
    ),
    expected,
  );
  assert.deepEqual(
    events.map(({ sequence, component: one }) => [sequence, one.getFirstPropertyValue('status')]),
    [
      [0, 'CONFIRMED'],
      [0, 'CONFIRMED'],
      [0, 'CONFIRMED'],
      [3, 'CONFIRMED'],
      [2, 'CANCELLED'],
    ],
  );
});

test('H03 node-ical, which shares no code with the other, reads the same day and hour', () => {
  const events = Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
    one?.type === 'VEVENT' ? [one] : [],
  );
  assert.deepEqual(
    events.map(({ start, end }) => [start.toISOString(), end?.toISOString()]),
    expected,
  );
  assert.equal(events[4]?.status, 'CANCELLED');
  assert.equal(events[0]?.summary, 'The Board; all of it, really: Oversight');
});

test('H03 every line ends as RFC 5545 says, none is longer than 75 octets, and what calendars need stands there', () => {
  const lines = text.split('\r\n');
  assert.ok(!text.replaceAll('\r\n', '').includes('\n'));
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
  for (const line of [
    'METHOD:PUBLISH',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'DTSTAMP:20260903T090000Z',
    'LAST-MODIFIED:20260903T090000Z',
    `UID:${meetings[0]?.id ?? ''}@golden-thread`,
  ])
    assert.ok(lines.includes(line), line);
});

test('H03 what only members may know is not in the feed', () => {
  assert.ok(!text.includes('secret.example'));
});
