import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpPartnership } from '#modules/accounts/index.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { MailTables } from '#platform/mail/tables.generated.ts';
import { asked } from '../../domain/own/testing.ts';
import { whomToTell } from '../../domain/freshness/late-figures.ts';
import { importGround } from '../../testing.ts';
import { writeMeasureCard } from '../../store/measure-cards.ts';
import { setUpAreas } from '../set-up-areas.ts';
import { describeOwnMeasure } from '../own/describe-own-measure.ts';
import { enterOwnFigures } from '../own/enter-own-figures.ts';
import { remindOwners } from './remind-owners.ts';

const late = (owner: string) => ({ title: 'A', path: '/a', owner, since: 'expected' });
const people = [
  { name: 'Ada Bright', email: 'ada@x.example', roles: ['analyst'] },
  { name: 'Bo Tester', email: 'bo@x.example', roles: [] },
  { name: 'Cy Nowhere', email: undefined, roles: ['analyst'] },
];

test('B20: the owner is told by name; where the owner is a team or cannot be reached, the analysts are', () => {
  assert.deepEqual([...whomToTell([late(' bo  TESTER ')], people).keys()], ['bo@x.example']);
  assert.deepEqual([...whomToTell([late('Early help team')], people).keys()], ['ada@x.example']);
  assert.deepEqual([...whomToTell([late('Cy Nowhere')], people).keys()], ['ada@x.example']);
  assert.equal(whomToTell([late('Bo Tester'), late('Bo Tester')], people).get('bo@x.example')?.length, 2);
  assert.equal(whomToTell([], people).size, 0);
});

test('B20: one letter a month lists what is late, for whoever keeps it, and none goes out where nothing is', async (t) => {
  const { act, actAs } = await importGround(t);
  const service = actAs({ kind: 'service', name: 'test' });
  const letters = () =>
    act('read', async (ctx) =>
      ctx.db
        .withTables<MailTables>()
        .selectFrom('platform.letter')
        .select(['to_address', 'subject', 'parts'])
        .orderBy('key')
        .execute(),
    );
  const partnership = {
    slug: 'test',
    name: 'Test Partnership',
    shortName: 'Test',
    brandColour: '#265b3c',
    isInvented: true,
  };
  await service('write', (ctx) =>
    setUpPartnership(ctx, {
      partnership,
      people: [
        {
          key: 'bo',
          name: 'Bo Tester',
          job: '',
          organisation: '',
          email: 'bo@x.example',
          roles: ['analyst'],
        },
      ],
    }),
  );
  await service('write', (ctx) => remindOwners(ctx, '2026-09'));
  assert.deepEqual(await letters(), []);

  await act('write', (ctx) =>
    writeMeasureCard(ctx, {
      measure: 'lait:PrevRegCPR',
      by: 'Ada Bright',
      seen: 0,
      concerns: undefined,
      asks: undefined,
      betterOff: [],
      levels: [],
      owner: 'Bo Tester',
      nextOn: dayOf(2026, 8, 1),
    }),
  );
  await service('write', (ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
      ],
    }),
  );
  const { code: _code, version: _version, ...words } = asked;
  const own = await act('write', (ctx) => describeOwnMeasure(ctx, words));
  assert.ok(own.done);
  const line = { areaCode: 'X10000001', count: '1', base: '20', schools: '', seen: 0 };
  await act('write', (ctx) =>
    enterOwnFigures(ctx, { code: own.value.code, start: '2026-01-01', breakdown: '', lines: [line] }),
  );
  await service('write', (ctx) => remindOwners(ctx, '2026-09'));
  await service('write', (ctx) => remindOwners(ctx, '2026-09'));
  const [letter, ...more] = await letters();
  assert.ok(letter && more.length === 0, 'one letter for both, once');
  assert.deepEqual([letter.to_address, letter.subject], ['bo@x.example', '2 figures are late']);
  assert.match(
    JSON.stringify(letter.parts),
    /expected on 1 August 2026.*nothing yet for April 2026 to June 2026/,
  );
  await service('write', (ctx) => remindOwners(ctx, '2026-10'));
  assert.equal((await letters()).length, 2, 'the next month there is one more');
});
