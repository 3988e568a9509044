import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as statistics from '#packages/statistics';
import { ownFiles } from '../code/own-files.ts';
import { disagreements, readMethodPage, wantedSections } from './method-pages.ts';

const files = ownFiles('docs/methods/*.md');
const pages = files.filter(({ path }) => !path.endsWith('README.md')).map(readMethodPage);

test('every statistical function has a page, and every example on it runs and gives what the page says', (t) => {
  const examples = pages.flatMap((page) => page.examples).length;
  t.diagnostic(`${pages.length} pages, ${examples} examples run`);
  assert.ok(pages.length >= 30 && examples >= 40);
  assert.deepEqual(disagreements(pages, statistics), []);
});

test('the index of methods names every page, and no function stands on two', () => {
  const index = files.find(({ path }) => path.endsWith('README.md'))?.text ?? '';
  const missing = pages.filter(({ path }) => !index.includes(`](${path.split('/').at(-1)})`));
  assert.deepEqual(
    missing.map(({ path }) => path),
    [],
  );
  const named = pages.flatMap(({ functions }) => functions);
  assert.equal(new Set(named).size, named.length);
});

test('a page without an example, with a wrong answer, a lost function or a lost section is caught', () => {
  const sections = wantedSections.map((heading) => `## ${heading}\nWords.\n`).join('\n');
  const page = (functions: string, code: string, gives: string) =>
    readMethodPage({
      path: 'planted.md',
      text: `# Planted\n\nFunctions: ${functions}.\n\n${sections}\n\`\`\`ts\nimport { double } from '@goldenthread/statistics';\n\n${code}\n\`\`\`\n\n\`\`\`json\n${gives}\n\`\`\`\n`,
    });
  const exported = {
    double: (value: number) => ({ value: value * 2, of: new Float64Array([value]) }),
    words: {},
  };
  const found = (...planted: Parameters<typeof page>) => disagreements([page(...planted)], exported);
  assert.deepEqual(found('`double`', 'double(2);', '{"value": 4, "of": [2]}'), []);
  assert.deepEqual(found('`double`', 'double(2);', '{"value": 5, "of": [2]}'), [
    'planted.md, example 1: it.value is 4, and the page says 5',
  ]);
  assert.deepEqual(found('`double`', 'double(2);', '{"value": 4}'), [
    'planted.md, example 1: it.of is [2], and the page says undefined',
  ]);
  assert.match(found('`double`', 'double(2).lost.lost;', '4')[0] ?? '', /it does not run/);
  assert.deepEqual(found('`double`, `treble`', 'double(2).value;', '4'), [
    'planted.md names treble, which is not exported',
    'planted.md has no example of treble',
  ]);
  assert.deepEqual(disagreements([], exported), ['double has no page']);
  const bare = readMethodPage({ path: 'bare.md', text: '# Bare\n\nFunctions: `double`.\n\n## Formula\n' });
  assert.deepEqual(disagreements([bare], exported), [
    'bare.md has no section “What it answers”',
    'bare.md has no section “When to use it”',
    'bare.md has no section “Source”',
    'bare.md has no section “Example”',
    'bare.md has no example',
  ]);
});
