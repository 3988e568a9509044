import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { bringInFiles } from '../actions/bring-in-files.ts';
import { measureAloud } from '../domain/aloud/measure-aloud.ts';
import { sayComparison } from '../domain/scorecard/comparison.ts';
import type { ScorecardRow } from '../domain/scorecard/row.ts';
import { importGround, type ImportGround } from '../testing.ts';
import { areaScorecard } from './area-scorecard.ts';

const published = resolve(process.env['GOLDENTHREAD_DATA'] ?? '../shared/data', 'published');
const lait = join(published, 'lait');
const absent = existsSync(join(lait, 'bds_long_0.parquet'))
  ? false
  : `the publishers' files are not at ${published}: set GOLDENTHREAD_DATA to prove the five areas' scorecards on them`;

const areas = {
  Dorset: 'E06000059',
  Gloucestershire: 'E10000013',
  Norfolk: 'E10000020',
  'Stockton-on-Tees': 'E06000004',
  Worcestershire: 'E10000034',
};

/** A ground with the whole bulk file, its dictionary, and the tables that hold the counts of repeat plans. */
async function publishedGround(t: TestContext): Promise<ImportGround> {
  const ground = await importGround(t);
  const ees = join(published, 'dfe-ees');
  const counted = readdirSync(ees, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)d3_.*\.csv$/.test(name),
  );
  const files = [
    join(lait, 'lait_data_dictionary.csv'),
    join(lait, 'bds_long_0.parquet'),
    ...counted.map((name) => join(ees, name)),
  ];
  const given = { files: files.map((path) => ({ path })), keepIn: ground.keepIn };
  const brought = await bringInFiles(ground.act, given);
  assert.ok(brought.done);
  assert.deepEqual(
    brought.value.map(({ became }) => became).filter((became) => became !== 'brought-in'),
    [],
  );
  return ground;
}

async function rowsOf(ground: ImportGround, areaCode: string): Promise<ReadonlyMap<string, ScorecardRow>> {
  const found = await ground.act('read', (ctx) => areaScorecard(ctx, { areaCode }));
  assert.ok(found);
  return new Map(
    found.scorecard.groups.flatMap((group) => group.rows.map((row) => [row.definition.code, row])),
  );
}

test('the five areas on the publishers’ own files', { skip: absent }, async (t) => {
  const ground = await publishedGround(t);
  const rows = (areaCode: string) => rowsOf(ground, areaCode);

  await t.test(
    'B02 B04 B08 the five areas have their sixty measures from the whole published file',
    async () => {
      const told: Record<string, (number | string)[]> = {};
      for (const [name, code] of Object.entries(areas)) {
        const found = await rows(code);
        assert.equal(found.size, 60);
        assert.ok(
          [...found.values()].filter(({ latest }) => typeof latest?.value === 'number').length >= 56,
          name,
        );
        const value = (measure: string) => Number(found.get(measure)?.latest?.value);
        told[name] = [value('PrevRegCPR'), value('FSP_NEW_GOODDEV')];
      }
      assert.deepEqual(told, {
        Dorset: [27.5, 69.7],
        Gloucestershire: [31.2, 68.6],
        Norfolk: [18.8, 67.5],
        'Stockton-on-Tees': [20, 69.5],
        Worcestershire: [31.4, 68],
      });
    },
  );

  await t.test('B02 England stands beside them, but not where its own row cannot be right', async () => {
    const found = await rows(areas.Gloucestershire);
    const england = (measure: string) => {
      const benchmark = found.get(measure)?.benchmark;
      return benchmark?.kind === 'usable' ? benchmark.figure.value : benchmark?.kind;
    };
    assert.deepEqual(
      [england('PrevRegCPR'), england('FSP_NEW_GOODDEV'), england('FirstYJS')],
      [24.5, 68.3, 'stopped'],
    );
    assert.deepEqual(
      [...found.values()]
        .filter(({ benchmark }) => benchmark.kind === 'stopped')
        .map(({ definition }) => definition.code),
      ['FirstYJS'],
    );
  });

  await t.test('B02 repeat plans are compared by the counts that the publisher gives', async () => {
    const said: Record<string, string> = {};
    for (const [name, code] of Object.entries(areas)) {
      const row = (await rows(code)).get('PrevRegCPR');
      assert.equal(row?.interval?.known && row.interval.method, 'Wilson 95%, from counts', name);
      said[name] = row?.comparison ? sayComparison(row.comparison) : '';
    }
    assert.deepEqual(said, {
      Dorset: 'Similar',
      Gloucestershire: 'Worse',
      Norfolk: 'Better',
      'Stockton-on-Tees': 'Better',
      Worcestershire: 'Worse',
    });
  });

  await t.test(
    'R72 Dorset: youth justice is not its own, and nothing is joined across April 2019',
    async () => {
      const found = await rows(areas.Dorset);
      assert.equal(typeof found.get('FirstYJS')?.latest?.value, 'object');
      const looked = found.get('LAC')?.points ?? [];
      const at = looked.findIndex(({ end }) => end !== undefined && end >= '2019-04-01');
      assert.ok(at > 0);
      assert.equal(looked[at]?.joinsPrevious, false);
    },
  );

  await t.test('B02 the nearest neighbours are those of the publisher', async () => {
    const nearest: Record<string, string | undefined> = {};
    for (const [name, areaCode] of Object.entries(areas)) {
      const found = await ground.act('read', (ctx) => areaScorecard(ctx, { areaCode }));
      nearest[name] = found?.scorecard.neighbourSet?.neighbours[0]?.place.name;
    }
    assert.deepEqual(nearest, {
      Dorset: 'Somerset',
      Gloucestershire: 'Warwickshire',
      Norfolk: 'Suffolk',
      'Stockton-on-Tees': 'Darlington',
      Worcestershire: 'Somerset',
    });
  });

  await t.test('B02 read aloud, each card of the five areas means what its numbers mean', async () => {
    const told = { all: 0, compared: 0 };
    for (const [name, code] of Object.entries(areas))
      for (const [measure, row] of await rows(code)) {
        const said = measureAloud(row, name).join(' ');
        told.all += 1;
        assert.doesNotMatch(said, /undefined|NaN|\[object/, said);
        if (!row.comparison?.compared || row.benchmark.kind !== 'usable') {
          assert.doesNotMatch(said, /(better|worse|higher|lower) than in England, by more/, said);
          continue;
        }
        told.compared += 1;
        const meant = meaning(row.benchmark.figure.value, row.comparison.limits, row.definition.polarity);
        assert.match(said, meant, `${name} ${measure}: ${said}`);
        assert.ok(said.includes(` in ${name}`), said);
      }
    assert.equal(told.all, 300);
    assert.ok(told.compared >= 5, `${told.compared} comparisons were read`);
  });
});

/** What the words have to be, from England's number, the area's limits and which way is better alone. */
function meaning(england: number, limits: { lower: number; upper: number }, polarity: string): RegExp {
  if (england >= limits.lower && england <= limits.upper) return /like England, as far as anybody can tell/;
  const isAbove = limits.lower > england;
  if (polarity === 'no-judgement') return isAbove ? / higher than in England/ : / lower than in England/;
  return isAbove === (polarity === 'high-is-good') ? / better than in England/ : / worse than in England/;
}
