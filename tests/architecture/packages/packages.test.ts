import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { ownCode, repository } from '../code/own-files.ts';
import { installed, olderNode, used } from './packed.ts';

const names = readdirSync(join(repository, 'packages'));

const manifest = z.object({
  name: z.string().regex(/^@goldenthread\/[a-z-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  description: z.string().min(40),
  license: z.literal('MIT'),
  type: z.literal('module'),
  engines: z.object({ node: z.string().regex(/^>=20\.19/) }),
  exports: z.looseObject({ '.': z.object({ types: z.string(), default: z.string() }) }),
  files: z.array(z.string()).min(2),
  scripts: z.looseObject({ prepack: z.string().includes('tsc') }),
  dependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});

test('every package says what it is, what it needs and what it hands over', () => {
  assert.ok(names.length >= 3);
  for (const name of names) {
    const read = manifest.parse(
      JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8')),
    );
    assert.equal(read.name, `@goldenthread/${name}`);
    assert.ok(read.files.includes('dist') && read.files.includes('README.md'), name);
  }
});

test('statistics: packed and installed, plain JavaScript gets the limits that its page promises', (t) => {
  const statistics = installed(t, 'statistics', needsOf('statistics'));
  assert.deepEqual(statistics.held, ['README.md', 'dist', 'package.json']);
  const lines = `
    import { proportion } from '@goldenthread/statistics';
    const made = proportion({ count: 0, base: 5, multiplier: 100 });
    process.stdout.write(JSON.stringify([made.value.value, made.value.limits95.upper.toFixed(9), proportion({ count: 6, base: 5, multiplier: 100 }).refusal.reason]));`;
  const expected = '[0,"43.448246478","count-above-base"]';
  assert.equal(used(statistics, lines), expected);
  const older = olderNode();
  if (!older) return t.diagnostic('no other Node on this machine: tried on ours alone');
  t.diagnostic(`and on ${older.version}`);
  assert.equal(used(statistics, lines, older.path), expected);
});

test('charts: packed and installed, plain JavaScript draws a line and writes its table', (t) => {
  const charts = installed(t, 'charts', [...needsOf('charts'), 'preact-render-to-string']);
  assert.deepEqual(charts.held, ['README.md', 'dist', 'package.json', 'styles']);
  const lines = `
    import { h } from 'preact';
    import { renderToStaticMarkup } from 'preact-render-to-string';
    import { Sparkline, toCsv } from '@goldenthread/charts';
    const point = (year, number) => ({ period: String(year), order: year, value: { kind: 'number', number }, joinsPrevious: true });
    const series = { key: 'a', name: 'Brackenshire', role: 'own', points: [point(2024, 61.5), point(2025, 63.25)] };
    const table = { caption: 'c', rowHeads: 1, columns: [{ head: 'Area', holds: 'names' }, { head: 'Percent', holds: 'numbers' }],
      rows: [[{ kind: 'text', text: '=Brackenshire' }, { kind: 'number', number: 63.25, decimals: 1 }]] };
    process.stdout.write(renderToStaticMarkup(h(Sparkline, { series, unit: { name: 'percent', short: '%', decimals: 1 } })) + '\\n' + toCsv(table));`;
  const drawn = used(charts, lines);
  assert.match(drawn, /<svg[^>]*>.*<path /s);
  assert.match(drawn, /Area,Percent\r\n'=Brackenshire,63\.3\r\n$/);
  const older = olderNode();
  if (older) assert.equal(used(charts, lines, older.path), drawn);
});

test('every export of a package has words above it', (t) => {
  const files = ownCode().filter(
    ({ path }) => /^packages\/[^/]+\/(?!test\/|generat)/.test(path) && !/\.test\.|index\.ts$/.test(path),
  );
  const silent = files.flatMap(({ path, text }) =>
    exportsWithoutWords(text).map((name) => `${path} ${name}`),
  );
  t.diagnostic(`${files.length} files`);
  assert.ok(files.length >= 60);
  assert.deepEqual(silent, []);
  assert.deepEqual(exportsWithoutWords('export function bare() {}\n/** Said. */\nexport const said = 1;\n'), [
    'bare',
  ]);
});

/** Every declared export, exported type and function whose line has no end of a docstring just above it. */
function exportsWithoutWords(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, name] = /^export (?:async )?(?:function|const|type|class) (\w+)/.exec(line) ?? [];
    return name && !/\*\/\s*$/.test(lines[index - 1] ?? '') ? [name] : [];
  });
}

function needsOf(name: string): string[] {
  const { dependencies = {}, peerDependencies = {} } = manifest.parse(
    JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8')),
  );
  return Object.keys({ ...dependencies, ...peerDependencies });
}
