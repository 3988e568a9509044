import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runScript, runStatement } from '#platform/db/query-builder.ts';
import { bringGaps } from '../../queries/gaps/testing.ts';
import { bring, setUpCounties, usualFiles } from '../../queries/testing.ts';
import { importGround, testPartnership, type ImportGround } from '../../testing.ts';
import { writeReported } from './report-for-sql.ts';

/** A ground with figures, and a login that was admitted as the guide says. */
async function reportingGround(t: TestContext): Promise<ImportGround> {
  const ground = await importGround(t);
  const { act, actAs, keepIn } = ground;
  await setUpCounties({ act, asService: actAs({ kind: 'service', name: 'test' }), keepIn });
  await bring({ act, keepIn }, usualFiles);
  await bringGaps({ act, keepIn });
  await writeReported(actAs({ kind: 'service', name: 'test' }));
  await ground.database.asOwner((db) =>
    runScript(
      db,
      `do $$ begin create role power_bi_test login; exception when duplicate_object then null; end $$;
       do $$ begin create role power_bi_stranger login; exception when duplicate_object then null; end $$;
       call indicators.admit_to_reporting('power_bi_test');
       grant goldenthread_reporting to power_bi_stranger;`,
    ),
  );
  return ground;
}

/** What a login is answered. */
async function asLogin(
  ground: ImportGround,
  login: string,
  asked: string | { before: string; sql: string },
): Promise<readonly Record<string, unknown>[]> {
  const { database } = ground;
  const { before, sql } = typeof asked === 'string' ? { before: '', sql: asked } : asked;
  const [owner] = (await database.asOwner((db) => runStatement(db, 'select session_user::text as name', [])))
    .rows;
  try {
    return await database.asOwner(async (db) => {
      await runScript(db, `set local session authorization ${login}; ${before}`);
      return (await runStatement(db, sql, [])).rows;
    });
  } finally {
    // the embedded database forgets to go back by itself when the transaction ends
    await database.asOwner((db) => runScript(db, `set session authorization ${String(owner?.['name'])}`));
  }
}

const views = ['area', 'figure', 'gap', 'measure', 'scorecard', 'target'];

test('an admitted login reads the views, and what they say is what the pages say', async (t) => {
  const ground = await reportingGround(t);
  const read = (sql: string) => asLogin(ground, 'power_bi_test', sql);

  await t.test(
    'B02 B04 figures stand once for each area and period, with the mark of what is hidden',
    async () => {
      const of = (measure: string) =>
        read(
          `select period_ends::text, value, status from reporting.figure where measure = '${measure}' and area = 'X10000001' order by period_ends`,
        );
      assert.deepEqual(await of('lait:PrevRegCPR'), [
        { period_ends: '2024-03-31', value: 28, status: 'number' },
        { period_ends: '2025-03-31', value: 31.2, status: 'number' },
      ]);
      assert.deepEqual(
        (await of('lait:CIN')).map(({ value, status }) => [value, status]),
        [[null, 'suppressed']],
      );
    },
  );

  await t.test('B02 the scorecard is that of the service, with comparison and trend', async () => {
    const rows = await read(
      `select value, england, comparison, comparison_words, trend from reporting.scorecard where area = 'X10000001' and measure = 'lait:PrevRegCPR'`,
    );
    assert.equal(rows.length, 1);
    assert.deepEqual([rows[0]?.['value'], rows[0]?.['england']], [31.2, 24.5]);
    assert.equal(rows[0]?.['comparison'], 'not-compared');
    assert.match(String(rows[0]?.['comparison_words']), /^Not compared: /);
  });

  await t.test('gaps, areas and measures can be joined to the figures', async () => {
    const gaps = await read(
      'select gap.standing, area.name, measure.title from reporting.gap join reporting.area using (area) join reporting.measure using (measure)',
    );
    assert.ok(gaps.length > 0);
    assert.ok(gaps.some(({ name }) => name === 'Brackenshire'));
  });

  await t.test(
    'every view answers, and no other table of any schema can be read, written or called',
    async () => {
      for (const view of views) await read(`select * from reporting.${view} limit 1`);
      const tables = await ground.database.asOwner((db) =>
        runStatement(
          db,
          `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'reporting')`,
          [],
        ),
      );
      assert.ok(tables.rows.length > 40);
      const refused = /permission denied|not allowed|insufficient/i;
      for (const { name } of tables.rows)
        if (!/pg_stat_statements/.test(String(name)))
          await assert.rejects(read(`select 1 from ${String(name)} limit 1`), said(refused), String(name));
      for (const attempt of [
        'insert into indicators.own_figure default values',
        'update reporting.figure set value = 0',
        'delete from reporting.area',
        "call indicators.admit_to_reporting('power_bi_stranger')",
        'create table reporting.mine (id int)',
        'set local role goldenthread_app',
        'set local role goldenthread_views',
      ])
        await assert.rejects(read(attempt), attempt);
    },
  );
});

/** Whether a fault, or what caused it, says this. */
function said(words: RegExp): (fault: unknown) => boolean {
  return (fault) => {
    let at: unknown = fault;
    while (at instanceof Error) {
      if (words.test(at.message)) return true;
      at = at.cause;
    }
    return false;
  };
}

test('a login that was not admitted, or belongs to another partnership, reads nothing, whatever it sets', async (t) => {
  const ground = await reportingGround(t);
  for (const view of views)
    assert.deepEqual(
      await asLogin(ground, 'power_bi_stranger', `select count(*)::int as count from reporting.${view}`),
      [{ count: 0 }],
      view,
    );
  const other = '00000000-0000-7000-8000-0000000000a2';
  await ground.database.asOwner((db) =>
    runScript(db, `call indicators.admit_to_reporting('power_bi_stranger', '${other}')`),
  );
  const counted = await asLogin(ground, 'power_bi_stranger', {
    before: `select set_config('app.partnership_id', '${testPartnership}', true), set_config('app.as_owner', 'on', true)`,
    sql: 'select count(*)::int as count from reporting.figure',
  });
  assert.deepEqual(counted, [{ count: 0 }]);
});

test('what is not public is not there: a file taken back, and a measure of our own before it is released', async (t) => {
  const ground = await reportingGround(t);
  const figures = () =>
    asLogin(ground, 'power_bi_test', 'select count(*)::int as count from reporting.figure');
  const [before] = await figures();
  assert.ok(Number(before?.['count']) > 0);
  await ground.database.asOwner(async (db) => {
    await runStatement(
      db,
      `insert into indicators.measure (partnership_id, id, source, code, title, unit, kind, polarity, year_type, topic, publisher, publication)
       values ($1, 'local:quiet', 'local', 'quiet', 'Not yet', '%', 'proportion', 'high-is-good', '', '', 'We', 'Ours')`,
      [testPartnership],
    );
    await runStatement(db, `update indicators.batch set state = 'writing'`, []);
  });
  assert.deepEqual(await figures(), [{ count: 0 }]);
  const local = `select measure from reporting.measure where source = 'local'`;
  assert.deepEqual(await asLogin(ground, 'power_bi_test', local), []);
});

test('B02 what was worked out is worked out again after a change, and goes with the area that is no longer shown', async (t) => {
  const ground = await reportingGround(t);
  const service = ground.actAs({ kind: 'service', name: 'test' });
  await ground.act('write', async (ctx) => {
    await runStatement(ctx.db, `update indicators.reported_row set value = 99`, []);
    await runStatement(
      ctx.db,
      `insert into indicators.reported_area (partnership_id, code, name, kind, is_invented) values ($1, 'X9', 'Gone', 'County', true)`,
      [testPartnership],
    );
  });
  await writeReported(service);
  const rows = await asLogin(
    ground,
    'power_bi_test',
    'select value from reporting.scorecard where value = 99',
  );
  assert.deepEqual(rows, []);
  const areas = await asLogin(ground, 'power_bi_test', `select name from reporting.area where area = 'X9'`);
  assert.deepEqual(areas, []);
});
