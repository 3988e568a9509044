import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { ported } from '../generator/catalogue.ts';
import { themed } from '../generator/colours.ts';
import { logical } from '../generator/logical.ts';
import { joined, parse, print } from '../generator/stylesheet.ts';

const css = readFileSync(new URL('../styles/govuk.css', import.meta.url), 'utf8');
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the style sheet is CSS, and at most 12 kB when compressed', () => {
  assert.deepEqual(transformSync(css, { loader: 'css' }).warnings, []);
  assert.ok(gzipSync(css, { level: 9 }).length <= 12 * 1024);
});

test('every ported component has its styles', () => {
  const withoutStyles = new Set(['date-input']); // named by its parts
  for (const { component } of ported())
    assert.ok(withoutStyles.has(component) || css.includes(`.govuk-${component}`), component);
});

test('nothing of GOV.UK’s own brand or fonts is in it, and nothing is fetched', () => {
  for (const word of [
    'url(',
    '@font-face',
    '@import',
    'GDS Transport',
    'crown',
    'logo',
    'govuk-header',
    'govuk-footer',
  ])
    assert.ok(!css.includes(word), word);
});

test('every colour is read from a property of the host; tags alone keep their pairs', () => {
  for (const rule of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const [, selector = '', declarations = ''] = rule;
    const outside = declarations.replace(/var\(--[a-z-]+,#[0-9a-f]{3,6}\)/g, '');
    if (selector.includes('.govuk-tag')) continue;
    assert.ok(!/#(?!000\b)[0-9a-f]{3,6}\b/.test(outside), `${selector}{${outside}}`);
  }
});

test('the README names every property that the style sheet reads, and no other', () => {
  const read = new Set([...css.matchAll(/var\((--[a-z-]+)/g)].map(([, name]) => name));
  const documented = new Set([...readme.matchAll(/^\| `(--[a-z-]+)`/gm)].map(([, name]) => name));
  assert.deepEqual([...documented].sort(), [...read].sort());
});

test('sides follow the direction of writing', () => {
  const physical =
    /(?<![\w-])(?:left|right|(?:margin|padding|border)-(?:left|right)(?:-\w+)?)\s*:|text-align:(?:left|right)/;
  assert.ok(!physical.test(css), physical.exec(css)?.[0]);
  const floats = [...css.matchAll(/float:(left|right);float:inline-(start|end)/g)].length;
  assert.equal([...css.matchAll(/float:(left|right)/g)].length, floats);
});

test('sides become logical, four-sided values too, and rotated corners stay', () => {
  const given = parse(
    '.a {\n  margin: 1px 2px 3px 4px;\n  left: 0;\n  border-width: 1px 1px 0 0;\n}\n',
  ).flatMap((node) => ('selectors' in node ? [logical(node)] : []));
  assert.equal(
    print(given),
    '.a{margin-block:1px 3px;margin-inline:4px 2px;inset-inline-start:0;border-width:1px 1px 0 0}\n',
  );
});

test('a colour that no property stands for stops the generator', () => {
  assert.throws(
    () => themed({ selectors: ['.a'], declarations: [['color', '#123456']] }),
    /no property for #123456 in \.a/,
  );
});

test('neighbours under one condition are joined, and never past a rule between them', () => {
  const sheet = (middle: string) =>
    parse(
      `@media print {\n  .a {\n    top: 0;\n  }\n}\n${middle}@media print {\n  .b {\n    top: 1px;\n  }\n}\n`,
    );
  assert.equal(print(joined(sheet(''))), '@media print{.a{top:0}.b{top:1px}}\n');
  assert.equal(
    print(joined(sheet('.c {\n  top: 2px;\n}\n'))),
    '@media print{.a{top:0}}\n.c{top:2px}\n@media print{.b{top:1px}}\n',
  );
});
