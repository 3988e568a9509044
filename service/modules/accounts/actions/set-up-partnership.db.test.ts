import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '#platform/http/testing.ts';
import { identify, ownPartnership, people, setUpPartnership } from '../index.ts';
import type { PartnershipSetUp } from './set-up-partnership.ts';

const county: PartnershipSetUp = {
  partnership: {
    slug: 'test',
    name: 'Test Partnership',
    shortName: 'Test',
    brandColour: '#265b3c',
    isInvented: true,
  },
  people: [
    { key: 'ash', name: 'Ash Tester', job: 'Analyst', organisation: 'Test Council', roles: ['analyst'] },
    {
      key: 'bo',
      name: 'Bo Tester',
      job: 'Manager',
      organisation: 'Test Council',
      roles: ['manager', 'analyst'],
    },
  ],
};

test('a partnership and its people are set up once, however often it is said, and roles are just those given', async (t) => {
  const service = await testService(t, []);
  await service.asService((ctx) => setUpPartnership(ctx, county));
  const fewer = { ...county, people: county.people.map((person) => ({ ...person, roles: [] })) };
  await service.asService((ctx) => setUpPartnership(ctx, fewer));
  const found = await service.asService(people);
  assert.deepEqual(
    found.map(({ name, roles }) => [name, roles]),
    [
      ['Ash Tester', []],
      ['Bo Tester', []],
    ],
  );
  assert.equal((await service.asService(ownPartnership))?.name, 'Test Partnership');
});

test('a person is identified with the roles held at that moment, and not at all once they are unknown', async (t) => {
  const service = await testService(t, []);
  await service.asService((ctx) => setUpPartnership(ctx, county));
  const [, bo] = await service.asService(people);
  assert.ok(bo);
  const actor = await service.asService((ctx) => identify(ctx, bo.id));
  assert.deepEqual(actor, {
    kind: 'person',
    personId: bo.id,
    name: 'Bo Tester',
    roles: ['manager', 'analyst'],
  });
  assert.equal(await service.asService((ctx) => identify(ctx, ctx.newId<'person'>())), undefined);
});

test('a brand colour on which white words cannot be read is refused', async (t) => {
  const service = await testService(t, []);
  const pale = { ...county, partnership: { ...county.partnership, brandColour: '#f2b53c' } };
  await assert.rejects(
    service.asService((ctx) => setUpPartnership(ctx, pale)),
    /choose a darker colour/,
  );
  assert.equal(await service.asService(ownPartnership), undefined);
});
