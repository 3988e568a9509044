import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleGraph } from '../../../service/architecture.ts';
import { ownFiles } from '../code/own-files.ts';
import { toldBy, untrue } from './told-by-docs.ts';

/** Fixtures keep the words of whoever published them. */
const pages = ownFiles('**/*.md').filter(
  ({ path }) => !/\/fixtures\/|CHANGELOG/.test(path) || path.endsWith('README.md'),
);

test('every link, path, npm script and command that a page of documentation names is there', (t) => {
  const told = pages.flatMap(toldBy);
  const count = (kind: string) => told.filter((one) => one.kind === kind).length;
  t.diagnostic(
    `${pages.length} pages: ${count('link')} links, ${count('path')} paths, ${count('script')} scripts, ${count('command')} commands`,
  );
  assert.ok(
    pages.length >= 25 &&
      count('link') >= 20 &&
      count('path') >= 60 &&
      count('script') >= 10 &&
      count('command') >= 5,
  );
  assert.deepEqual(untrue(told), []);
});

test('a planted link, path, script or command to nothing is caught, and what is there is not', () => {
  const planted = {
    path: 'docs/planted.md',
    text: [
      'See [this](nowhere.md), [that](../README.md), [there](words.md#nowhere) and [elsewhere](https://example.org).',
      'It stands in `service/modules/strategy/actions/lend.ts`, not in `service/app.ts` or `service/modules/*/index.ts`.',
      'Say `npm run lend`, then `npm run check`, `npm test` and npm start.',
      'Or `npx goldenthread lend it`, `npx goldenthread strategy check FILE`, `npx goldenthread start`.',
    ].join('\n'),
  };
  assert.deepEqual(untrue(toldBy(planted)), [
    'docs/planted.md:1 names the link nowhere.md',
    'docs/planted.md:1 names the link words.md#nowhere',
    'docs/planted.md:2 names the path service/modules/strategy/actions/lend.ts',
    'docs/planted.md:3 names the script lend',
    'docs/planted.md:4 names the command lend it',
  ]);
});

test('every room and every package has a README, and it says what it is for', () => {
  const packages = ownFiles('packages/*/index.ts').map(({ path }) => path.split('/')[1] ?? '');
  const folders = [
    ...Object.keys(moduleGraph).map((room) => `service/modules/${room}/README.md`),
    ...packages.map((name) => `packages/${name}/README.md`),
  ];
  assert.ok(folders.length >= 8);
  const there = new Map(pages.map(({ path, text }) => [path, text]));
  assert.deepEqual(
    folders.filter((readme) => (there.get(readme) ?? '').length < 300),
    [],
  );
});
