import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { figuresOf } from './bring-in/testing.ts';
import { bringInTexts, type BroughtIn } from './bring-in-files.ts';
import { setUpAreas } from './set-up-areas.ts';
import { withdrawImport } from './withdraw-import.ts';
import { figuresVersion } from '../store/batches.ts';
import { measuresById } from '../store/measures.ts';
import { neighboursOf } from '../store/neighbours.ts';
import { ownAreas } from '../store/areas.ts';
import { refusedRows } from '../store/refused-rows.ts';
import { dictionaryText, importGround, laitText, testPartnership, type ImportGround } from '../testing.ts';

const measures = [
  { code: 'GOODSTART', name: 'Ready for school' },
  { code: 'PrevRegCPR', name: 'A second plan', polarity: 'High' },
];

async function bring(
  ground: ImportGround,
  texts: Readonly<Record<string, string>>,
): Promise<readonly BroughtIn[]> {
  const given = {
    texts: Object.entries(texts).map(([name, text]) => ({ name, text })),
    keepIn: ground.keepIn,
  };
  const brought = await bringInTexts(ground.act, given);
  assert.ok(brought.done);
  return brought.value;
}

async function groundWithDictionary(t: TestContext): Promise<ImportGround> {
  const ground = await importGround(t);
  await bring(ground, { 'lait_data_dictionary.csv': dictionaryText(measures) });
  return ground;
}

test('figures brought in can be seen, with their measures, and the fact is told', async (t) => {
  const ground = await groundWithDictionary(t);
  const [file] = await bring(ground, {
    'bds_long.csv': laitText([
      ['PrevRegCPR', '2024', 'Gloucestershire', '24.600000000000001', '916'],
      ['PrevRegCPR', '2025', 'Gloucestershire', '31.2', '916'],
      ['PrevRegCPR', '2025', 'England', '24.5', '970'],
      ['GOODSTART', '2025', 'Gloucestershire', '-', '916'],
    ]),
  });
  assert.equal(file?.became, 'brought-in');
  assert.equal(file?.batch.state, 'visible');
  assert.equal(file?.batch.madeByName, 'Ada Bright');
  assert.deepEqual(file?.batch.summary.changes, { fresh: 4, revised: 0, same: 0, setAside: 0 });
  assert.deepEqual(await figuresOf(ground.act, 'lait:PrevRegCPR', 'E10000013'), [
    ['2023-04-01', '2024-03-31', 'final', 24.6],
    ['2024-04-01', '2025-03-31', 'final', 31.2],
  ]);
  assert.deepEqual(await figuresOf(ground.act, 'lait:GOODSTART', 'E10000013'), [
    ['2024-04-01', '2025-03-31', 'final', 'missing'],
  ]);
  const kept = await ground.act('read', (ctx) => measuresById(ctx, ['lait:PrevRegCPR', 'lait:GOODSTART']));
  assert.equal(kept.get('lait:PrevRegCPR')?.isCatalogued, true, 'the catalogue has it, so no row is added');
  assert.equal(kept.get('lait:GOODSTART')?.title, 'Ready for school');
  assert.equal(kept.get('lait:GOODSTART')?.polarity, 'high-is-good');
  assert.deepEqual(
    ground.facts.map(({ type }) => type),
    ['indicators.figures-brought-in', 'indicators.figures-brought-in'],
  );
  assert.deepEqual(await readdir(ground.keepIn), [], 'no file is left waiting');
});

test('the same file twice says so and changes nothing', async (t) => {
  const ground = await groundWithDictionary(t);
  const text = laitText([['GOODSTART', '2025', 'Norfolk', '70', '926']]);
  await bring(ground, { 'bds_long.csv': text });
  const before = await ground.act('read', figuresVersion);
  const [again] = await bring(ground, { 'another name.csv': text });
  assert.equal(again?.became, 'here-already');
  assert.equal(again?.batch.fileName, 'bds_long.csv');
  assert.equal(await ground.act('read', figuresVersion), before);
  assert.equal(ground.facts.length, 2);
});

test('a revised figure stands over a provisional one, whichever file came first', async (t) => {
  const provisional = laitText([['GOODSTART', '2025 (prov)', 'Norfolk', '70', '926']]);
  const revised = laitText([['GOODSTART', '2025 (Rev)', 'Norfolk', '69.5', '926']]);
  for (const order of [
    [provisional, revised],
    [revised, provisional],
  ]) {
    const ground = await groundWithDictionary(t);
    const brought: BroughtIn[] = [];
    for (const [index, text] of order.entries())
      brought.push(...(await bring(ground, { [`${index}.csv`]: text })));
    assert.deepEqual(await figuresOf(ground.act, 'lait:GOODSTART', 'E10000020'), [
      ['2024-04-01', '2025-03-31', 'revised', 69.5],
    ]);
    const changes = brought[1]?.batch.summary.changes;
    assert.equal(order[0] === provisional ? changes?.revised : changes?.setAside, 1);
  }
});

test('of equally settled figures the later file stands, until it is withdrawn', async (t) => {
  const ground = await groundWithDictionary(t);
  await bring(ground, { 'first.csv': laitText([['GOODSTART', '2025', 'Norfolk', '70', '926']]) });
  const [second] = await bring(ground, {
    'second.csv': laitText([
      ['GOODSTART', '2025', 'Norfolk', '71', '926'],
      ['GOODSTART', '2024', 'Norfolk', '60', '926'],
    ]),
  });
  assert.deepEqual(second?.batch.summary.changes, { fresh: 1, revised: 1, same: 0, setAside: 0 });
  const version = await ground.act('read', figuresVersion);
  assert.equal((await figuresOf(ground.act, 'lait:GOODSTART', 'E10000020')).at(-1)?.[3], 71);
  const id = second?.batch.id;
  assert.ok(id);
  const withdrawn = await ground.act('write', (ctx) => withdrawImport(ctx, id));
  assert.ok(withdrawn.done);
  assert.deepEqual(await figuresOf(ground.act, 'lait:GOODSTART', 'E10000020'), [
    ['2024-04-01', '2025-03-31', 'final', 70],
  ]);
  assert.equal(await ground.act('read', figuresVersion), version + 1);
  assert.equal(ground.facts.at(-1)?.type, 'indicators.figures-withdrawn');
  const again = await ground.act('write', (ctx) => withdrawImport(ctx, id));
  assert.deepEqual(again, { done: false, refusal: { reason: 'not-visible', state: 'withdrawn' } });
});

test('every row is taken, refused with a reason or repeated, and refused ones can be read', async (t) => {
  const ground = await groundWithDictionary(t);
  const [file] = await bring(ground, {
    'bds_long.csv': laitText([
      ['GOODSTART', '2025', 'Norfolk', '70', '926'],
      ['GOODSTART', '2025', 'Norfolk', '70', '926'],
      ['GOODSTART', '2025', 'Norfolk', '12', '926'],
      ['GOODSTART', '0', 'Norfolk', '70', '926'],
      ['GOODSTART', '2025', 'Nowhere', '70', '555'],
      ['GOODSTART', '2025', 'Dorset', '70', '926'],
      ['UNHEARD', '2025', 'Norfolk', '70', '926'],
      ['GOODSTART', '2024', 'Norfolk', 'seventy', '926'],
    ]),
  });
  const summary = file?.batch.summary;
  assert.ok(summary);
  assert.deepEqual(
    summary.refusals
      .map(({ reason, count, firstLines }) => `${reason} ${count} ${firstLines.join()}`)
      .toSorted((a, b) => (a < b ? -1 : 1)),
    [
      'area-disagreeing 1 7',
      'not-a-number 1 9',
      'not-a-period 1 5',
      'two-values 1 4',
      'unknown-area 1 6',
      'year-type-unknown 1 8',
    ],
  );
  assert.equal(summary.rowsRead, 8);
  assert.equal(summary.figures + summary.rowsRefused + summary.cellsRefused + summary.rowsRepeated, 8);
  assert.deepEqual(summary.areas.unknown, [
    { name: 'Nowhere', code: '555', rows: 1 },
    { name: 'Dorset', code: '926', rows: 1 },
  ]);
  const rows = await ground.act('read', (ctx) => refusedRows(ctx, file.batch.key));
  assert.equal(rows.length, 6);
  assert.ok(rows.every(({ words, mend }) => words !== '' && mend !== ''));
});

test('the preview changes nothing, and says what it would change', async (t) => {
  const ground = await groundWithDictionary(t);
  const version = await ground.act('read', figuresVersion);
  const brought = await bringInTexts(ground.act, {
    texts: [{ name: 'bds_long.csv', text: laitText([['NEWONE', '2025', 'Norfolk', '70', '926']]) }],
    keepIn: ground.keepIn,
    dryRun: true,
  });
  assert.ok(brought.done);
  assert.equal(brought.value[0]?.became, 'failed', 'without its dictionary no year can be read');
  const [file] = await dryRun(ground, laitText([['GOODSTART', '2025', 'Norfolk', '70', '926']]));
  assert.equal(file?.became, 'would-be-brought-in');
  assert.deepEqual(file?.batch.summary.measures, {
    known: 0,
    new: 1,
    newNames: [{ id: 'lait:GOODSTART', title: 'Ready for school' }],
  });
  assert.equal(await ground.act('read', figuresVersion), version);
  assert.deepEqual(await figuresOf(ground.act, 'lait:GOODSTART', 'E10000020'), []);
  assert.equal((await ground.act('read', (ctx) => measuresById(ctx, ['lait:GOODSTART']))).size, 0);
  assert.deepEqual(await readdir(ground.keepIn), []);
});

async function dryRun(ground: ImportGround, text: string): Promise<readonly BroughtIn[]> {
  const texts = [{ name: 'bds_long.csv', text }];
  const brought = await bringInTexts(ground.act, { texts, keepIn: ground.keepIn, dryRun: true });
  assert.ok(brought.done);
  return brought.value;
}

test('the dictionary tells a later file its names; the catalogue keeps its own facts', async (t) => {
  const ground = await groundWithDictionary(t);
  await bring(ground, {
    'bds_long.csv': laitText([
      ['GOODSTART', '2025', 'Norfolk', '70', '926'],
      ['PrevRegCPR', '2025', 'Norfolk', '18.8', '926'],
    ]),
  });
  const [list] = await bring(ground, {
    'lait_data_dictionary.csv': dictionaryText([
      { code: 'GOODSTART', name: 'Ready for school at five', polarity: 'Low' },
      { code: 'PrevRegCPR', name: 'Quite another name', polarity: 'High' },
      { code: 'TWICE', name: 'First' },
      { code: 'TWICE', name: 'Second' },
    ]),
  });
  const said = list?.batch.summary.differences.join('\n') ?? '';
  assert.match(said, /It describes 3 measures: 1 not described before, 2 described anew/);
  assert.match(
    said,
    /PrevRegCPR the dictionary says that high is good and our catalogue the opposite. Ours stays/,
  );
  assert.match(said, /TWICE: lines 4 and 5 differ in name, title; line 4 was taken/);
  const kept = await ground.act('read', (ctx) => measuresById(ctx, ['lait:PrevRegCPR', 'lait:GOODSTART']));
  assert.equal(kept.get('lait:GOODSTART')?.title, 'Ready for school at five');
  assert.equal(kept.get('lait:GOODSTART')?.polarity, 'low-is-good');
  assert.equal(kept.get('lait:PrevRegCPR')?.polarity, 'low-is-good');
  assert.notEqual(kept.get('lait:PrevRegCPR')?.title, 'Quite another name');
});

test('R72: figures of a council before and after its new code stay apart', async (t) => {
  const ground = await importGround(t);
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,share';
  const row = (year: number, codes: string, value: number) =>
    `${year},Calendar year,Local authority,E92000001,England,${codes},Dorset,${value}`;
  const [file] = await bring(ground, {
    'shares.csv': `${[header, row(2017, '835,E10000009', 1), row(2021, '838,E06000059', 2)].join('\n')}\n`,
  });
  assert.equal(file?.became, 'brought-in', file?.batch.failure);
  assert.deepEqual(await figuresOf(ground.act, 'ees:shares:share', 'E10000009'), [
    ['2017-01-01', '2017-12-31', 'final', 1],
  ]);
  assert.deepEqual(await figuresOf(ground.act, 'ees:shares:share', 'E06000059'), [
    ['2021-01-01', '2021-12-31', 'final', 2],
  ]);
});

test('the invented county’s ten years come in whole, from files as publishers would send them', async (t) => {
  const ground = await importGround(t);
  await ground.transactions.inTransaction(
    { actor: { kind: 'service', name: 'test' }, partnershipId: testPartnership },
    'write',
    (ctx) =>
      setUpAreas(ctx, {
        home: 'X10000001',
        areas: ['X12000001', 'X12000002', 'X12000003'].map((code, index) => ({
          code,
          dfeCode: index === 0 ? '199' : undefined,
          name: code,
          kind: 'region',
          regionCode: undefined,
        })),
      }),
  );
  const folder = new URL('../../../../demonstration/files/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv') && !name.includes('regions'));
  const brought = await bring(
    ground,
    Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
      ),
    ),
  );
  assert.deepEqual(
    brought.map(({ fileName, became, batch }) => [
      fileName.replace('invented-', ''),
      became,
      batch.failure ?? '',
    ]),
    [
      ['dfe_acceptable_las_code_map.csv', 'brought-in', ''],
      ['sn_model_2025_wide.csv', 'brought-in', ''],
      ['lait_data_dictionary.csv', 'brought-in', ''],
      ['1_eyfsp_headline_measures_2025.csv', 'brought-in', ''],
      ['bds_long.csv', 'brought-in', ''],
      ['d3_cpps_subsequent_plan_2016_to_2025.csv', 'brought-in', ''],
      ['fingertips_90284.csv', 'brought-in', ''],
      ['ks2_la_2022_to_2025.csv', 'brought-in', ''],
      ['steps_of_decisions_2022_to_2025.csv', 'brought-in', ''],
    ],
  );
  assert.equal((await ground.act('read', ownAreas)).length, 14);
  const [set] = await ground.act('read', (ctx) => neighboursOf(ctx, 'X10000001'));
  assert.equal(set?.set, '2025');
  assert.deepEqual(set?.neighbours[0], { code: 'X10000002', closeness: 'very close' });
  const counts = await figuresOf(ground.act, 'ees:counts:lait:PrevRegCPR', 'X10000001');
  assert.equal(counts.length, 10, 'counts are found behind the percentage that LAIT gives without them');
  for (const { fileName, batch } of brought) {
    const unknown = batch.summary.areas.unknown
      .map(({ code }) => code)
      .filter((code) => code.startsWith('X'));
    const closed = fileName.includes('d3_cpps') ? ['X10000099'] : [];
    assert.deepEqual(unknown, closed, `${fileName} names no area that is not known, but for one that closed`);
  }
});
