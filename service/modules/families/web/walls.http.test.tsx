import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedId } from '#platform/kernel/id.ts';
import { childrenSeen, childrenSeenIn, tablesOfChildren } from '../store/testing.ts';
import { testFamilies } from '../testing.ts';
import { familyPlaces } from './places.ts';
import { house } from './testing/house.ts';
import { planting, type PlantedChild } from './testing/planted-children.ts';

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';

const everybody = [
  'lead',
  'colleague',
  'stranger',
  'outsider',
  'supervisor',
  'setting-lead',
  'reader',
  'reporter',
  'child',
  'sibling',
  'parent',
  'other-parent',
  'governance',
  'administrator',
  'manager',
  'analyst',
  'board',
  'partner',
  'participation',
  'inspector',
];

/** In a short run those who come closest to what is not theirs. */
const few = [
  'lead',
  'setting-lead',
  'stranger',
  'outsider',
  'child',
  'sibling',
  'parent',
  'other-parent',
  'governance',
  'administrator',
];

/** Every address at which something of a child could be read, and what answers a form that was filled in wrongly. */
function addressesOf({ childId, entryIds }: PlantedChild): readonly (readonly ['GET' | 'POST', string])[] {
  const entries = (isFull ? entryIds : entryIds.slice(2, 5)).flatMap((entry) => [
    ['GET', familyPlaces.entry(childId, entry)] as const,
    ['GET', familyPlaces.readers(childId, entry)] as const,
    ['GET', familyPlaces.contest(childId, entry)] as const,
    ['POST', familyPlaces.entry(childId, entry)] as const,
  ]);
  return [
    ['GET', familyPlaces.one(childId)],
    ['GET', familyPlaces.around(childId)],
    ['GET', familyPlaces.looked(childId)],
    ['GET', familyPlaces.addresses(childId)],
    ['GET', familyPlaces.newEntry(childId)],
    ['GET', familyPlaces.openGlass(childId)],
    ['POST', familyPlaces.begin(childId)],
    ['POST', familyPlaces.end(childId)],
    ['POST', familyPlaces.named(childId)],
    ['POST', familyPlaces.addresses(childId)],
    ['POST', familyPlaces.contest(childId)],
    ...entries,
  ];
}

test('R8, R15, R60: a word planted in every field is read on every page by those who may, and by nobody else', async (t) => {
  const { families, come } = await house(t);
  const { canaries, plant } = planting(families);
  const planted: PlantedChild[] = [];
  for (let n = 0; n < (isFull ? 30 : 3); n += 1)
    planted.push(await plant((['normal', 'protected', 'closed'] as const)[n % 3] ?? 'normal'));
  const may = new Map(canaries.map((canary) => [canary.word, canary]));
  const wrong = new Set<string>();
  const seenBy = new Map<string, Set<string>>();
  let requests = 0;
  const asked = isFull ? everybody : everybody.filter((key) => few.includes(key));
  for (const key of asked) {
    const send = await come(key);
    const general = [
      ['GET', familyPlaces.all],
      ['GET', familyPlaces.own],
      ['GET', familyPlaces.glass],
      ['POST', familyPlaces.search],
    ] as const;
    for (const [method, url] of [...general, ...planted.flatMap(addressesOf)]) {
      requests += 1;
      const search = {
        familyName: 'Canary',
        reason: 'because of a test',
        'bornOn-day': '9',
        'bornOn-month': '5',
        'bornOn-year': '2014',
      };
      const { status, all } = await send(
        method,
        url,
        method === 'POST' ? (url === familyPlaces.search ? search : {}) : undefined,
      );
      assert.ok(status < 500, `${key} ${method} ${url} ${status}`);
      for (const [word] of all.matchAll(/Canary\d+x/g)) {
        const canary = may.get(word);
        if (!canary?.may.includes(key)) wrong.add(`${key} read ${canary?.where ?? word} at ${method} ${url}`);
        seenBy.set(word, (seenBy.get(word) ?? new Set()).add(key));
      }
    }
  }
  t.diagnostic(
    `${canaries.length} planted, ${asked.length} people, ${requests} pages: ${wrong.size} seen where they should not be`,
  );
  assert.deepEqual([...wrong], []);
  const unread = canaries.filter(
    ({ word, may: readers }) => readers.includes('lead') && !seenBy.get(word)?.has('lead'),
  );
  assert.ok(
    unread.length < canaries.length / 10,
    `the lead worker does not read ${unread.map(({ where }) => where).join('; ')}`,
  );
});

test('R9: with no rule of ours asked, the database alone shows nobody a child to whom they do not stand, nor another partnership', async (t) => {
  const families = await testFamilies(t);
  const { plant } = planting(families);
  const planted: PlantedChild[] = [];
  for (const level of ['normal', 'protected', 'closed'] as const) planted.push(await plant(level));
  const standing = [
    'lead',
    'colleague',
    'supervisor',
    'setting-lead',
    'reader',
    'child',
    'parent',
    'other-parent',
  ];
  const onList = ['lead', 'reader', 'child'];
  const elsewhere = storedId<'partnership'>('01900000-0000-7000-8000-0000000000bb');
  let tables = 0;
  for (const key of everybody) {
    const may = planted
      .filter(({ level }) => (level === 'closed' ? onList : standing).includes(key))
      .map(({ childId }) => String(childId));
    await families.as(key, async (ctx) => {
      assert.deepEqual((await childrenSeen(ctx)).toSorted(), may.toSorted(), key);
      for (const table of await tablesOfChildren(ctx)) {
        tables += 1;
        // of one's own standing a row is seen after it ended too, and of an emergency by those who were told
        const own =
          table === 'standing' || table === 'glass' ? planted.map(({ childId }) => String(childId)) : may;
        const beyond = (await childrenSeenIn(ctx, table)).filter((id) => !own.includes(id));
        assert.deepEqual(beyond, [], `${key} in ${table}`);
      }
    });
    await families.as(
      key,
      async (ctx) => {
        assert.deepEqual(await childrenSeen(ctx), [], `${key} from another partnership`);
        for (const table of await tablesOfChildren(ctx))
          assert.deepEqual(await childrenSeenIn(ctx, table), []);
      },
      { elsewhere },
    );
  }
  t.diagnostic(`${tables} readings of tables with the rules off: 0 rows beyond`);
  assert.ok(tables > 100);
});

test('R9: what is not there and what nobody may know of are answered with the same page', async (t) => {
  const { families, come } = await house(t);
  const childId = await families.child();
  const send = await come('stranger');
  const missing = '01900000-0000-7000-8000-00000000dead';
  for (const place of [
    familyPlaces.one,
    familyPlaces.around,
    familyPlaces.looked,
    familyPlaces.newEntry,
    familyPlaces.addresses,
  ]) {
    const [forbidden, nothing] = [await send('GET', place(childId)), await send('GET', place(missing))];
    assert.equal(forbidden.status, 404);
    assert.equal(nothing.status, 404);
    const bare = (text: string, id: string) =>
      text
        .replaceAll(id, 'ID')
        .replaceAll(
          /"(content-length|date|set-cookie|etag|x-[a-z-]+|content-security-policy)":("[^"]*"|\[[^\]]*\]),?/g,
          '',
        )
        .replaceAll(/nonce-[^'"]+/g, '')
        .replaceAll(/value="[^"]{20,}"/g, '');
    assert.equal(bare(forbidden.all, childId), bare(nothing.all, missing));
  }
});
