import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

function run(command: string, args: readonly string[], cwd: string): string {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  assert.equal(ran.status, 0, `${command} ${args.join(' ')}\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}

/** A folder with the packed package installed beside Preact, as one who depends on it would have it. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'govuk-jsx-'));
  const scope = join(folder, 'node_modules', '@goldenthread');
  mkdirSync(scope, { recursive: true });
  run('npm', ['pack', '--ignore-scripts=false', '--silent', '--pack-destination', folder], here);
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  assert.ok(archive);
  run('tar', ['-xzf', archive], folder);
  renameSync(join(folder, 'package'), join(scope, 'govuk-jsx'));
  for (const name of ['preact', 'preact-render-to-string'])
    symlinkSync(join(modules, name), join(folder, 'node_modules', name), 'junction');
  return folder;
}

const plain = `
import { h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { Button, Template } from '@goldenthread/govuk-jsx';
process.stdout.write(renderToStaticMarkup(h(Template, { pageTitle: 'A plan' }, h(Button, { text: 'Save <it>' }))));
`;

const typed = `
import { Input } from '@goldenthread/govuk-jsx';
export const field = <Input name="n" label={{ text: 'Name' }} />;
// @ts-expect-error an option that was never published
export const wrong = <Input name="n" label={{ text: 'Name' }} colour="red" />;
`;

const settings = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    jsx: 'react-jsx',
    jsxImportSource: 'preact',
    types: [],
  },
  files: ['use.tsx'],
};

test('packed and installed, it is used from plain Node and checked by the compiler', () => {
  const folder = installed();
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'use.mjs'), plain);
    const html = run(process.execPath, ['use.mjs'], folder);
    assert.match(html, /^<html lang="en" class="govuk-template">/);
    assert.match(html, /<button type="submit"[^>]*>Save &lt;it><\/button>/);

    writeFileSync(join(folder, 'use.tsx'), typed);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    run(process.execPath, [join(modules, 'typescript', 'bin', 'tsc'), '-p', '.'], folder);

    const held = readdirSync(join(folder, 'node_modules', '@goldenthread', 'govuk-jsx'));
    for (const name of ['NOTICE', 'README.md', 'dist', 'package.json', 'styles'])
      assert.ok(held.includes(name), name);
    assert.ok(!held.includes('test'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
