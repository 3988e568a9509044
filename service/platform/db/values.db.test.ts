import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Database, Db } from './database.ts';
import { jsonb } from './jsonb.ts';
import { testDatabase } from './testing.ts';
import { writeValue } from './engine/write-value.ts';

let database: Database;
const ends: (() => unknown)[] = [];

before(async () => {
  database = await testDatabase({ after: (end: () => unknown) => void ends.push(end) }, []);
});

after(async () => {
  for (const end of ends) await end();
});

async function one(db: Db, text: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(text)} as value`.execute(db);
  return rows[0]?.value;
}

/** SQL and what it is read as: the same table on the embedded database and on a server. */
const readings: readonly (readonly [string, unknown])[] = [
  [`true`, true],
  [`1::smallint`, 1],
  [`(-2147483648)::int`, -2147483648],
  [`9007199254740991::bigint`, 9007199254740991],
  [`(select count(*) from generate_series(1, 3))`, 3],
  [`1.10::numeric`, '1.10'],
  [`0.1::float8`, 0.1],
  [`'NaN'::float8`, NaN],
  [`'-Infinity'::float8`, -Infinity],
  [`0.5::real`, 0.5],
  [`'2026-02-28'::date`, '2026-02-28'],
  [`'2026-09-03 10:00:00.123+01'::timestamptz`, new Date('2026-09-03T09:00:00.123Z')],
  [`'0099-01-01 00:00:00+00'::timestamptz`, new Date('0099-01-01T00:00:00Z')],
  [`'2026-09-03 10:00'::timestamp`, '2026-09-03 10:00:00'],
  [`'{"a": [1, null, "x"]}'::jsonb`, { a: [1, null, 'x'] }],
  [`'null'::jsonb`, null],
  [`null::int`, null],
  [`''::text`, ''],
  [`'Zoë’s “plan”'::varchar`, 'Zoë’s “plan”'],
  [`'00000000-0000-7000-8000-000000000001'::uuid`, '00000000-0000-7000-8000-000000000001'],
  [`'\\x00ff'::bytea`, new Uint8Array([0, 255])],
  [`array[1, null, 3]::int[]`, [1, null, 3]],
  [`'{}'::text[]`, []],
  [`array['a,b', 'NULL', null, '', 'c"d\\e', '{f}']`, ['a,b', 'NULL', null, '', 'c"d\\e', '{f}']],
  [
    `array[array[1, 2], array[3, 4]]`,
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [`array['2026-01-01'::date]`, ['2026-01-01']],
  [`array[true, false]`, [true, false]],
];

for (const [text, expected] of readings)
  test(`select ${text} is read as the same value on both kinds of database`, async () => {
    assert.deepEqual(await database.asOwner((db) => one(db, text)), expected);
  });

test('a bigint that a number cannot hold exactly is refused, not rounded', async () => {
  await assert.rejects(
    database.asOwner((db) => one(db, '9007199254740993::bigint')),
    /too large to be exact/,
  );
  assert.equal(await database.asOwner((db) => one(db, '1::int')), 1);
});

test('whatever is written as text, an array, a number or JSON is read back as it was', async () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0') && each.isWellFormed());
  const json = fc
    .jsonValue()
    .filter((value) => !JSON.stringify(value).includes('\\u0000') && JSON.stringify(value).isWellFormed());
  const property = fc.asyncProperty(
    text,
    fc.array(fc.option(text)),
    fc.tuple(fc.double({ noDefaultInfinity: true }), json),
    async (word, words, [number, value]) => {
      const { rows } = await database.asOwner((db) =>
        sql<object>`select ${word}::text as word, ${words}::text[] as words, ${number}::float8 as number, ${jsonb(value)} as value`.execute(
          db,
        ),
      );
      assert.deepEqual(rows, [{ word, words, number: number + 0, value: JSON.parse(JSON.stringify(value)) }]);
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('what PostgreSQL cannot hold is refused before it is sent', () => {
  assert.throws(() => writeValue(() => 1), TypeError);
  assert.throws(() => writeValue(Symbol('x')), TypeError);
});
