import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandLineGuide, keptGuide } from './command-line/guide.ts';
import { helpFor } from './command-line/help.ts';
import { commands, groups } from './commands/table.ts';
import { documentOf, goldenthread, ownFolder } from './testing.ts';

const framework = `format: goldenthread-framework/1
slug: brackenford
name: Growing up in Brackenford
partnership: Brackenford Children's Partnership
status: adopted
period: { start: 2026-09-01, end: 2099-08-31, words: for good }
tiers:
  - { key: vision, name: Vision, plural: Visions, role: vision }
elements:
  - { key: good-place, tier: vision, label: A good place to be young }
`;

test('help stands on every level, and names every command and every exit code', async () => {
  const [all, group, one] = await Promise.all([
    goldenthread(['--help']),
    goldenthread(['strategy', '--help']),
    goldenthread(['help', 'strategy', 'import']),
  ]);
  assert.deepEqual([all.code, group.code, one.code], [0, 0, 0]);
  for (const { name, says } of commands) assert.ok(all.out.includes(name) && says !== '', name);
  assert.match(all.out, /DATABASE_URL/);
  assert.match(group.out, /strategy check FILE/);
  assert.doesNotMatch(group.out, /doctor/);
  assert.match(one.out, /Use: npx goldenthread strategy import FILE \[--replace\] \[--dry-run\]/);
  assert.match(one.out, /2 {2}used wrongly/);
});

test('every command has its own help, with each of its options', () => {
  for (const command of commands) {
    const help = helpFor(command, { commands, groups });
    assert.ok(help.includes(`Use: npx goldenthread ${command.name}`), command.name);
    for (const { name } of [...command.options, { name: 'json' }])
      assert.ok(help.includes(`--${name}`), name);
  }
});

test('the guide to the command line says what the commands say of themselves today', async () => {
  assert.equal(await keptGuide(), commandLineGuide({ commands, groups }), 'npm run generate makes it anew');
});

test('every command of two words stands in a group that has words of its own', () => {
  const heads = commands.map(({ name }) => name.split(' ')).filter(({ length }) => length > 1);
  assert.deepEqual(new Set(heads.map(([head]) => head)), new Set(groups.map(({ name }) => name)));
});

test('wrong use says what may have been meant, and exits with 2', async () => {
  const cases: readonly [readonly string[], RegExp][] = [
    [['strat'], /no command “strat”/],
    [['strategy', 'chekc', 'x'], /Did you mean “strategy check”\?/],
    [['export', 'x'], /Did you mean “strategy export”\?/],
    [['strategy'], /needs one word more/],
    [['strategy', 'import', 'x', '--dry-rum'], /Did you mean “--dry-run”\?/],
    [['strategy', 'import'], /needs FILE/],
    [['strategy', 'export', 'x', '--format', 'yml'], /Did you mean “yaml”\?/],
    [['strategy', 'export', 'x', '--out', '--format'], /--out needs a value/],
    [['migrate', 'now'], /does not know what to do with “now”/],
  ];
  const ran = await Promise.all(cases.map(([words]) => goldenthread(words)));
  for (const [index, { code, out, err }] of ran.entries()) {
    assert.equal(code, 2, err);
    assert.match(err, cases[index]?.[1] ?? /never/);
    assert.equal(out, '');
  }
});

test('with --json a wrong use is one document too', async () => {
  const ran = await goldenthread(['--json', 'strategy', 'chek']);
  assert.equal(ran.code, 2);
  const document = documentOf(ran);
  assert.partialDeepStrictEqual(document, { error: { code: 'wrong-use' } });
});

test('wrong settings are all named, and exit with 2', async () => {
  const { code, err } = await goldenthread(['start'], { PORT: 'front door', GOLDENTHREAD_LOG: 'loud' });
  assert.equal(code, 2);
  assert.match(err, /PORT/);
  assert.match(err, /GOLDENTHREAD_LOG/);
});

test('the doctor names wrong settings as the thing to mend', async () => {
  const ran = await goldenthread(['doctor', '--json'], { PORT: 'front door' });
  assert.equal(ran.code, 1);
  const sight = { what: 'Settings', state: 'mend' };
  const document = documentOf(ran);
  assert.partialDeepStrictEqual(document, { well: false, sights: [{}, {}, {}, sight] });
});

test('checking a broken file names the line and the way to mend it, with no database', async (t) => {
  const folder = await ownFolder(t);
  const file = join(folder, 'broken.yaml');
  await writeFile(file, framework.replace('tier: vision', 'tier: visoin'));
  const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const [words, json] = await Promise.all([
    goldenthread(['strategy', 'check', file], environment),
    goldenthread(['strategy', 'check', file, '--json'], environment),
  ]);
  assert.equal(words.code, 1);
  assert.match(words.err, /Line 10.*vision/s);
  assert.equal(json.code, 1);
  const document = documentOf(json);
  assert.partialDeepStrictEqual(document, { read: false, problems: [{ line: 10 }] });
});

test('checking exits with 0 where nothing hangs loose, and with 1 where something does', async (t) => {
  const folder = await ownFolder(t);
  const whole = join(folder, 'whole.yaml');
  const loose = join(folder, 'loose.yaml');
  await writeFile(whole, framework);
  await writeFile(loose, framework.replaceAll('role: vision', 'role: outcome'));
  const [fine, found] = await Promise.all([
    goldenthread(['strategy', 'check', whole]),
    goldenthread(['strategy', 'check', loose]),
  ]);
  assert.equal(fine.code, 0, fine.out);
  assert.match(fine.out, /Nothing hangs loose/);
  assert.equal(found.code, 1);
  assert.match(found.out, /To mend it:/);
});

test('a file that is not there is refused in words', async () => {
  const { code, err } = await goldenthread(['strategy', 'check', 'nowhere.yaml']);
  assert.equal(code, 1);
  assert.match(err, /no file nowhere\.yaml/);
});
