import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpAreas } from '../actions/set-up-areas.ts';
import { bringInTexts } from '../actions/bring-in-files.ts';
import { dictionaryText, importGround, laitText, testPartnership } from '../testing.ts';
import { measureSubjects } from './measure-subjects.ts';

test('a measure on the thread says its latest figure here and in England, in one line', async (t) => {
  const ground = await importGround(t);
  const find = async (...ids: string[]) => ground.act('read', (ctx) => measureSubjects.find(ctx, ids));
  assert.deepEqual(await find('lait:PrevRegCPR', 'lait:NOBODY', 'nonsense'), [
    {
      kind: 'measure',
      id: 'lait:PrevRegCPR',
      title: (await find('lait:PrevRegCPR'))[0]?.title ?? '',
      link: '/measures/lait/PrevRegCPR',
      state: 'No figure brought in yet',
    },
  ]);
  const codes = ['PrevRegCPR', 'FirstYJS', 'KS_5%'];
  const texts = [
    { name: 'dictionary.csv', text: dictionaryText(codes.map((code) => ({ code, name: `About ${code}` }))) },
    {
      name: 'bulk.csv',
      text: laitText([
        ['PrevRegCPR', '2024', 'Norfolk', '17', '926'],
        ['PrevRegCPR', '2025', 'Norfolk', '18.8', '926'],
        ['PrevRegCPR', '2026', 'Norfolk', '-', '926'],
        ['PrevRegCPR', '2025', 'England', '24.5', '970'],
        ['FirstYJS', '2025', 'Norfolk', '110', '926'],
        ['FirstYJS', '2025', 'England', '1258', '970'],
        ['KS_5%', '2025', 'England', '12', '970'],
      ]),
    },
  ];
  assert.ok((await bringInTexts(ground.act, { texts, keepIn: ground.keepIn })).done);
  await ground.transactions.inTransaction(
    { actor: { kind: 'service', name: 'test' }, partnershipId: testPartnership },
    'write',
    (ctx) => setUpAreas(ctx, { home: 'E10000020', areas: [] }),
  );
  const [plans, youth, free] = await find('lait:PrevRegCPR', 'lait:FirstYJS', 'lait:KS_5%').then((found) =>
    ['lait:PrevRegCPR', 'lait:FirstYJS', 'lait:KS_5%'].map((id) => found.find((one) => one.id === id)),
  );
  assert.equal(plans?.state, 'Latest: 18.8% (2024/25), England 24.5%');
  assert.doesNotMatch(youth?.state ?? '', /1,?258/, 'a row known to be wrong is not shown as England’s');
  assert.equal(free?.link, '/measures/lait/KS_5%25');
  assert.match(free?.state ?? '', /^England 12.*no figure here$/);
});

test('measures are found by words of their names, the catalogue’s first and at most twenty', async (t) => {
  const ground = await importGround(t);
  const search = (words: string) => ground.act('read', (ctx) => measureSubjects.search(ctx, words));
  assert.deepEqual(
    (await search('prevreg')).map(({ id }) => id),
    ['lait:PrevRegCPR'],
  );
  assert.equal((await search('e')).length, 20);
  assert.deepEqual(await search('  '), []);
  assert.deepEqual(
    await search('%'),
    (await search('%')).filter(({ id, title }) => `${id}${title}`.includes('%')),
  );
});
