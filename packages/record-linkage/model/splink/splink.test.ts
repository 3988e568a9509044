import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { keyOf } from '../expression.ts';
import type { Comparison, Condition, Expression, LinkageModel } from '../model.ts';
import type { Values } from '../ask.ts';
import { frequenciesOf, scorePair } from '../score-pair.ts';
import { readCondition } from './read-condition.ts';
import { readSplinkModel } from './read-splink-model.ts';
import { writeSplinkModel } from './write-splink-model.ts';

const folder = new URL('../../test/fixtures/splink/', import.meta.url);

function modelOf(name: string): LinkageModel {
  const read = readSplinkModel(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  assert.ok(read.done, read.done ? '' : read.refusal.words);
  return read.value;
}

/** Every expression that a model reads. */
function expressionsIn(part: unknown): readonly Expression[] {
  if (Array.isArray(part)) return part.flatMap(expressionsIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('is' in part && part.is === 'pair-sql') return [];
  if ('sql' in part && typeof part.sql === 'string') return [{ sql: part.sql }];
  return Object.values(part).flatMap(expressionsIn);
}

/** The invented people, with what DuckDB makes of each expression of SQL that the model reads. */
async function peopleFor(model: LinkageModel): Promise<ReadonlyMap<string, Values>> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const file = decodeURIComponent(new URL('people.csv', folder).pathname);
  const expressions = new Map(expressionsIn(model.comparisons).map((each) => [keyOf(each), each]));
  const read = [...expressions].flatMap(([key, each]) =>
    'sql' in each ? [`CAST((${each.sql}) AS VARCHAR) AS "${key.replaceAll('"', '""')}"`] : [],
  );
  const answer = await connection.runAndReadAll(
    `select ${['*', ...read].join(', ')} from read_csv('${file}', all_varchar = true, nullstr = '')`,
  );
  const rows = answer.getRowObjects().map((row) => {
    const values = Object.entries(row).map(([column, value]) => [
      column,
      value === null ? null : String(value),
    ]);
    return Object.fromEntries(values);
  });
  return new Map(rows.map((row): [string, Values] => [String(row['unique_id']), row]));
}

/** A CSV without quotes, as rows. */
function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  const columns = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, at) => [columns[at] ?? '', value])),
  );
}

async function assertScores(model: LinkageModel, pairs: string): Promise<void> {
  const people = await peopleFor(model);
  const frequencyOf = frequenciesOf(model, [...people.values()]);
  let furthest = 0;
  const rows = rowsOf(pairs);
  for (const row of rows) {
    const [left, right] = [people.get(row['unique_id_l'] ?? ''), people.get(row['unique_id_r'] ?? '')];
    assert.ok(left && right);
    const scored = scorePair({ model, frequencyOf }, left, right);
    assert.ok(scored.done, scored.done ? '' : scored.refusal.words);
    for (const [at, { comparison, answer }] of scored.value.parts.entries()) {
      const levels = model.comparisons[at]?.levels.length ?? 0;
      const theirs = answer === -1 ? -1 : levels - 1 - answer;
      assert.equal(String(theirs), row[`gamma_${comparison}`], `${comparison} of ${JSON.stringify(row)}`);
    }
    furthest = Math.max(furthest, Math.abs(scored.value.weight - Number(row['match_weight'])));
  }
  assert.ok(rows.length > 400);
  assert.ok(furthest < 1e-9, `a weight is ${furthest} away from Splink's`);
}

for (const [version, major] of [
  ['5.0.0', '5'],
  ['4.0.16', '4'],
])
  void test(`a model of Splink ${version} gives Splink's answers, and its weights to 1e-9`, async () => {
    const model = modelOf(`model-${major}.json`);
    await assertScores(model, `pairs-${major}.csv`);
    const written = writeSplinkModel(model);
    assert.ok(written.done, written.done ? '' : written.refusal.words);
    const again = readSplinkModel(JSON.parse(JSON.stringify(written.value)));
    assert.deepEqual(again, { done: true, value: model });
  });

const a = { column: 'a' };
const b = { column: 'b' };

/** SQL as Splink's comparison library writes it (5.0.0), and what it means. */
const written: readonly [string, Condition][] = [
  ['"a_l" IS NULL OR "a_r" IS NULL', { is: 'missing', of: a }],
  ['ELSE', { is: 'else' }],
  ['"a_l" = "a_r"', { is: 'equal', left: a, right: a }],
  ['l.a = r.a', { is: 'equal', left: a, right: a }],
  ['NOT ("a_l" = "a_r")', { is: 'not', of: { is: 'equal', left: a, right: a } }],
  ['l."a" <> r."a"', { is: 'not', of: { is: 'equal', left: a, right: a } }],
  [
    '"a_l" = "b_r" AND "a_r" = "b_l"',
    all({ is: 'equal', left: a, right: b }, { is: 'equal', left: b, right: a }),
  ],
  [
    'jaro_winkler_similarity("a_l", "a_r") >= 0.9',
    { is: 'similar', by: 'jaro-winkler', left: a, right: a, atLeast: 0.9 },
  ],
  ['jaro_similarity("a_l", "a_r") >= 0.9', { is: 'similar', by: 'jaro', left: a, right: a, atLeast: 0.9 }],
  ['jaccard("a_l", "a_r") >= 0.9', { is: 'similar', by: 'jaccard', left: a, right: a, atLeast: 0.9 }],
  ['levenshtein("a_l", "a_r") <= 1', { is: 'edits', by: 'levenshtein', left: a, right: a, atMost: 1 }],
  ['levenshtein("a_l", "a_r") < 2', { is: 'edits', by: 'levenshtein', left: a, right: a, atMost: 1 }],
  ['ABS("a_l" - "a_r") <= 2', { is: 'numbers-apart', left: a, right: a, atMost: 2 }],
  [
    'ABS(EPOCH("a_l") - EPOCH("a_r")) <= 2629800.0',
    { is: 'days-apart', left: a, right: a, atMost: 2_629_800 },
  ],
  ['"a_l" = \'x\' AND "a_r" = \'x\'', all(isX('left'), isX('right'))],
  [
    'SUBSTRING(LOWER("a_l"), 1, 3) = SUBSTRING(LOWER("a_r"), 1, 3)',
    {
      is: 'equal',
      left: { sql: 'SUBSTRING(LOWER("a"), 1, 3)' },
      right: { sql: 'SUBSTRING(LOWER("a"), 1, 3)' },
    },
  ],
  [
    '"n_l" = CAST(3 AS INT)',
    { is: 'value', side: 'left', of: { sql: 'CAST(("n" = CAST(3 AS INT)) AS VARCHAR)' }, text: 'true' },
  ],
  ['hamming("a_l", "a_r") <= 2', { is: 'pair-sql', sql: 'hamming("a_l", "a_r") <= 2' }],
  [
    '("a_l" IS NULL OR "a_r" IS NULL) AND ("b_l" IS NULL OR "b_r" IS NULL)',
    all({ is: 'missing', of: a }, { is: 'missing', of: b }),
  ],
  [
    '("a_l" IS NULL OR "a_r" IS NULL) OR ("b_l" IS NULL OR "b_r" IS NULL)',
    {
      is: 'any',
      of: [
        { is: 'missing', of: a },
        { is: 'missing', of: b },
      ],
    },
  ],
];

function all(...of: readonly Condition[]): Condition {
  return { is: 'all', of };
}

function isX(side: 'left' | 'right'): Condition {
  return { is: 'value', side, of: a, text: 'x' };
}

void test('the SQL of Splink’s comparison library is understood', () => {
  for (const [sql, condition] of written) assert.deepEqual(readCondition(sql), condition, sql);
});

void test('lists in common are read as parts of a text, and written back as lists', () => {
  const sql = 'array_length(list_intersect("a_l", "a_r")) >= 2';
  const shared = readCondition(sql);
  assert.equal(shared.is, 'shared');
  const comparison: Comparison = {
    name: 'a',
    nullWhen: { is: 'missing', of: a },
    levels: [
      { label: 'shared', when: shared, m: 0.9, u: 0.1 },
      { label: 'else', when: { is: 'else' }, m: 0.1, u: 0.9 },
    ],
  };
  const model = { ...modelOf('model-5.json'), comparisons: [comparison] };
  const back = writeSplinkModel(model);
  assert.ok(back.done);
  assert.match(JSON.stringify(back.value), /array_length\(list_intersect\(\\"a_l\\", \\"a_r\\"\)\) >= 2/);
});

void test('a level that was never observed is said so in Splink’s words, and read back as unknown', () => {
  const model = modelOf('model-5.json');
  const [comparison] = model.comparisons;
  assert.ok(comparison);
  const [first, ...others] = comparison.levels;
  assert.ok(first);
  const { m: _, ...unobserved } = first;
  const changed = { ...model, comparisons: [{ ...comparison, levels: [unobserved, ...others] }] };
  const written = writeSplinkModel(changed);
  assert.ok(written.done);
  assert.deepEqual(readSplinkModel(written.value), { done: true, value: changed });
});

void test('what is no model of Splink is refused with its place', () => {
  const level = { sql_condition: 'ELSE' };
  const missing = { sql_condition: '"a_l" IS NULL', is_null_level: true };
  const cases: readonly [unknown, string][] = [
    [[], 'model'],
    [{ link_type: 'guess' }, 'link_type'],
    [{ link_type: 'dedupe_only', comparisons: [] }, 'comparisons'],
    [{ link_type: 'dedupe_only', comparisons: [{ comparison_levels: [{}] }] }, 'comparisons[0]'],
    [{ link_type: 'dedupe_only', comparisons: [{ comparison_levels: [level, missing] }] }, 'comparisons[0]'],
  ];
  for (const [json, place] of cases) {
    const read = readSplinkModel(json);
    assert.ok(!read.done);
    assert.equal(read.refusal.place, place);
  }
});

void test('what Splink has no SQL for is refused with the level’s name', () => {
  const model = modelOf('model-5.json');
  const agree: Condition = { is: 'agree', by: 'nicknames', left: a, right: a };
  const comparison = {
    name: 'forename',
    nullWhen: { is: 'missing', of: a },
    levels: [{ label: 'nickname', when: agree }],
  } as const;
  const refused = writeSplinkModel({ ...model, comparisons: [comparison] });
  assert.ok(!refused.done);
  assert.equal(refused.refusal.place, 'forename: nickname');
});
