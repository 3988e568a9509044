import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpOrganisations } from '#modules/accounts/index.ts';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { asked } from '../../domain/own/testing.ts';
import { givenView } from '../../queries/supply/asked-view.ts';
import { askedOf } from '../../store/supply/suppliers.ts';
import { importGround } from '../../testing.ts';
import type { Act } from '../bring-in/handed-file.ts';
import { describeOwnMeasure } from '../own/describe-own-measure.ts';
import { setUpAreas } from '../set-up-areas.ts';
import { askAgain, askForFigures } from './ask-for-figures.ts';
import { givenBefore } from './given-before.ts';
import { takeFigures } from './give-figures.ts';
import { nameSupplier, stopSupplier } from './suppliers-named.ts';

/** Written apart from the code: who names those that send figures, looks at what they gave, takes it in and asks again. */
const may: { readonly [Name in Role]: boolean } = {
  manager: false,
  analyst: true,
  'board-member': false,
  'partner-lead': false,
  'participation-worker': false,
  'young-inspector': false,
  practitioner: false,
  'governance-lead': false,
  supervisor: false,
  'setting-lead': false,
  'safeguarding-reader': false,
  'report-only': false,
  'young-person': false,
  parent: false,
  administrator: false,
};

test('only an analyst says who sends figures, sees what was given, takes it in, asks again and stops', async (t) => {
  const ground = await importGround(t);
  const service = ground.actAs({ kind: 'service', name: 'test' });
  await service('write', (ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
      ],
    }),
  );
  await service('write', (ctx) =>
    setUpOrganisations(ctx, [{ key: 'lantern', name: 'Lantern Families', kind: 'charity' }]),
  );
  const { code: _code, version: _version, ...described } = asked;
  const own = await service('write', (ctx) => describeOwnMeasure(ctx, described));
  assert.ok(own.done);
  const toName = {
    code: own.value.code,
    organisationKey: 'lantern',
    email: 'sam@lantern.example',
    areaCodes: ['X10000001'],
  };
  const supplier = await service('write', (ctx) => nameSupplier(ctx, toName));
  assert.ok(supplier.done);
  await service('write', askForFigures);
  const [ask] = await service('read', (ctx) => askedOf(ctx, [supplier.value]));
  assert.ok(ask);

  const people: { who: string; actor: Actor; may: boolean }[] = [
    { who: 'visitor', actor: { kind: 'visitor' }, may: false },
    ...roles.map((role) => ({
      who: role,
      actor: {
        kind: 'person' as const,
        personId: storedId<'person'>('00000000-0000-7000-8000-0000000000c1'),
        name: 'Somebody',
        roles: [role],
      },
      may: may[role],
    })),
  ];
  const { id, start } = ask;
  const supplierId = supplier.value;
  for (const { who, actor, may: isAllowed } of people) {
    const act: Act = ground.actAs(actor);
    const outcomes = [
      await act('write', (ctx) => nameSupplier(ctx, { ...toName, email: 'x' })),
      await act('write', (ctx) => askAgain(ctx, { id, words: '' })),
      await act('write', (ctx) => takeFigures(ctx, { id, seen: '' })),
      await act('write', (ctx) => stopSupplier(ctx, id)),
    ];
    for (const outcome of outcomes) {
      assert.ok(!outcome.done);
      assert.equal(outcome.refusal.reason === 'not-allowed', !isAllowed, who);
    }
    const view = await act('write', (ctx) => givenView(ctx, id));
    assert.equal(view !== undefined, isAllowed, who);
    await assert.rejects(
      act('write', (ctx) => givenBefore(ctx, { supplierId, start: start, lines: [] })),
      /only the service/,
    );
  }
});
