import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { coversWay, standingOn, versionOn, type Agreement, type AgreementVersion } from './agreement.ts';

const council: Id<'organisation'> = storedId('01900000-0000-7000-8000-00000000b001');
const trust: Id<'organisation'> = storedId('01900000-0000-7000-8000-00000000b002');
const school: Id<'organisation'> = storedId('01900000-0000-7000-8000-00000000b003');
const today = dayOf(2026, 11, 23);

type Given = {
  number: number;
  begins: number;
  lasts: number;
  signed: boolean;
  direction?: 'both-ways' | 'from-first';
};

function version({ number, begins, lasts, signed, direction = 'both-ways' }: Given): AgreementVersion {
  const beginsOn = addDays(today, begins);
  const signature = signed ? { name: 'A', job: 'B', signedOn: beginsOn } : undefined;
  const ground = {
    legalPower: 'safeguard-children',
    basis: 'public-task',
    condition: 'none-needed',
  } as const;
  return {
    id: storedId(`01900000-0000-7000-8000-00000000d00${number}`),
    number,
    title: 'T',
    plainWords: 'P',
    direction,
    parties: [council, trust].map((organisationId) => ({
      organisationId,
      bodyKind: 'public-body-in-its-tasks',
      grounds: [{ ...ground, purpose: 'direct-help' }],
      signature,
    })),
    items: ['worries'],
    safeguards: 'S',
    assessment: 'D',
    ask: 'Q',
    beginsOn,
    reviewOn: addDays(beginsOn, 1),
    endsOn: addDays(beginsOn, lasts),
    whyChanged: number > 1 ? 'W' : '',
    writtenAt: new Date(0),
    writtenByName: 'N',
  };
}

function agreement(versions: readonly AgreementVersion[], endedOn?: Day): Agreement {
  const ended = endedOn && { on: endedOn, words: 'w', byName: 'n' };
  return { id: storedId('01900000-0000-7000-8000-00000000e001'), number: 1, ended, version: 1, versions };
}

const runs = process.env['GOLDENTHREAD_FULL'] === '1' ? 100_000 : 2_000;

test('R5: whatever the clock says within two years, nothing stale holds: the version that governs is signed, begun and not over', () => {
  const given = fc.record({
    versions: fc.array(
      fc.record({
        begins: fc.integer({ min: -900, max: 900 }),
        lasts: fc.integer({ min: 1, max: 900 }),
        signed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    ended: fc.option(fc.integer({ min: -900, max: 900 }), { nil: undefined }),
    clock: fc.integer({ min: -730, max: 730 }),
  });
  let stale = 0;
  fc.assert(
    fc.property(given, ({ versions, ended, clock }) => {
      const all = versions.map((one, index) => version({ ...one, number: index + 1 }));
      const on = addDays(today, clock);
      const found = versionOn(agreement(all, ended === undefined ? undefined : addDays(today, ended)), on);
      if (!found) return;
      const index = all.indexOf(found);
      const isStale =
        !versions[index]?.signed ||
        clock < (versions[index]?.begins ?? Infinity) ||
        clock > (versions[index]?.begins ?? 0) + (versions[index]?.lasts ?? 0) ||
        (ended !== undefined && clock >= ended) ||
        // a newer version that is signed and has begun takes its place, even where it is over already
        versions.some((one, later) => later > index && one.signed && one.begins <= clock);
      if (isStale) stale += 1;
    }),
    { numRuns: runs },
  );
  assert.equal(stale, 0);
});

test('R5: an agreement in force lets nothing stand the day after its last day, nor before its first', () => {
  const one = agreement([version({ number: 1, begins: 0, lasts: 10, signed: true })]);
  assert.equal(versionOn(one, addDays(today, -1)), undefined);
  assert.equal(versionOn(one, today)?.number, 1);
  assert.equal(versionOn(one, addDays(today, 10))?.number, 1);
  assert.equal(versionOn(one, addDays(today, 11)), undefined);
  assert.equal(standingOn(one, addDays(today, 11)), 'run-out');
});

test('R5: a new version that is not signed by all changes nothing; once it is, the old one is over, and both can be read', () => {
  const old = version({ number: 1, begins: -10, lasts: 100, signed: true });
  const unsigned = agreement([old, version({ number: 2, begins: -5, lasts: 100, signed: false })]);
  assert.equal(versionOn(unsigned, today)?.number, 1);
  const signed = agreement([old, version({ number: 2, begins: -5, lasts: 100, signed: true })]);
  assert.equal(versionOn(signed, today)?.number, 2);
  assert.equal(signed.versions.length, 2);
});

test('G05: an agreement covers its own bodies, its own purposes and its own direction, and nothing else', () => {
  const both = version({ number: 1, begins: 0, lasts: 10, signed: true });
  const oneWay = version({ number: 1, begins: 0, lasts: 10, signed: true, direction: 'from-first' });
  const way = { from: council, to: trust, purpose: 'direct-help' as const };
  assert.ok(coversWay(both, way));
  assert.ok(coversWay(both, { ...way, from: trust, to: council }));
  assert.ok(coversWay(oneWay, way));
  assert.ok(!coversWay(oneWay, { ...way, from: trust, to: council }));
  assert.ok(!coversWay(both, { ...way, to: school }));
  assert.ok(!coversWay(both, { ...way, purpose: 'safeguarding' }));
  assert.ok(!coversWay(both, { ...way, to: council }));
});
