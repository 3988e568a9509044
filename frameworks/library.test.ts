import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import {
  type CrosswalkDocument,
  crosswalkDocument,
  type FrameworkDocument,
  frameworkDocument,
} from '#modules/strategy/index.ts';
import {
  circles,
  copiedRuns,
  fold,
  labelWords,
  located,
  looseReferences,
  published,
  standsOn,
  texts,
  twice,
} from './faithfulness.ts';

const here = import.meta.dirname;
const alreadyRead = new Map<string, FrameworkDocument>();
const strategies = join(process.env['GOLDENTHREAD_DATA'] ?? join(here, '../../shared/data'), '../strategies');

for (const file of yamlFiles('library')) {
  test(`A14 ${file} reads as a framework and bears its own name`, () => {
    assert.equal(framework('library', file).slug, basename(file, '.yaml'));
  });

  test(`A10 ${file} has unique keys and no reference to anything absent`, () => {
    assert.deepEqual(looseReferences(framework('library', file)), []);
  });

  test(`A10 ${file} goes round in no circle`, () => {
    assert.deepEqual(circles(framework('library', file)), []);
  });

  test(`A18 ${file} gives a line for every element and names its source`, () => {
    const document = framework('library', file);
    assert.deepEqual(
      document.elements.filter((one) => one.line === undefined).map((one) => one.key),
      [],
    );
    assert.ok(document.source?.file, 'the source file is not named');
  });

  test(`A02 ${file} quotes nothing longer than a label`, () => {
    const long = published(framework('library', file)).filter((one) => fold(one.words).length > labelWords);
    assert.deepEqual(long, []);
  });

  test(`A18 ${file} stands on the lines of its source that it names`, (context) => {
    const lines = sourceLines(framework('library', file));
    if (lines === null) return context.skip(`the strategies are not at ${strategies}`);
    const outside = located(framework('library', file)).filter(
      ({ line }) => line.first > line.last || line.last > lines.length,
    );
    assert.deepEqual(outside, []);
    assert.deepEqual(
      published(framework('library', file)).filter((claim) => !standsOn(claim, lines)),
      [],
    );
  });

  test(`A18 ${file} copies no run of more than ${labelWords} words`, (context) => {
    const lines = sourceLines(framework('library', file));
    if (lines === null) return context.skip(`the strategies are not at ${strategies}`);
    const source = fold(lines.join('\n')).join(' ');
    assert.deepEqual(
      texts(framework('library', file)).flatMap((text) => copiedRuns(text, source)),
      [],
    );
  });
}

for (const file of yamlFiles('packs')) {
  test(`A10 the national pack ${file} reads as a framework with no loose reference`, () => {
    const document = framework('packs', file);
    assert.equal(document.slug, basename(file, '.yaml'));
    assert.deepEqual(looseReferences(document), []);
    assert.deepEqual(circles(document), []);
  });
}

for (const file of yamlFiles('crosswalks')) {
  test(`A10 the crosswalk ${file} ties only elements that exist, each pair once`, () => {
    const crosswalk = crosswalkDocument.parse(read('crosswalks', file));
    assert.equal(crosswalk.slug, basename(file, '.yaml'));
    assert.deepEqual(looseEnds(crosswalk), []);
  });
}

test('A10 a crosswalk says that one measure answers both sides only where one does', () => {
  const claims = yamlFiles('crosswalks').flatMap((file) => {
    const crosswalk = crosswalkDocument.parse(read('crosswalks', file));
    return crosswalk.pairs
      .filter((pair) => /measures? .*both/.test(pair.note ?? ''))
      .map((pair) => ({ file, pair, both: sharedMeasures(crosswalk, pair) }));
  });
  assert.ok(claims.length > 0);
  assert.deepEqual(
    claims.filter(({ both }) => both.length === 0),
    [],
  );
});

test('the folders hold the five strategies, a national pack and the crosswalks between them', () => {
  assert.deepEqual(yamlFiles('library'), [
    'dorset.yaml',
    'gloucestershire.yaml',
    'norfolk.yaml',
    'stockton-on-tees.yaml',
    'worcestershire.yaml',
  ]);
  assert.ok(yamlFiles('packs').length > 0);
  assert.ok(yamlFiles('crosswalks').length > 0);
});

const counts = [
  ['gloucestershire', 'A02', { vision: 1, objective: 4, principle: 6 }],
  ['worcestershire', 'A03', { vision: 1, outcome: 4, priority: 11, action: 10, indicator: 9 }],
  ['norfolk', 'A05', { ambition: 1, outcome: 8, letter: 8, 'making-it-real': 5, resource: 5 }],
] as const;

for (const [slug, row, expected] of counts) {
  test(`${row} ${slug} is encoded whole: every tier has as many elements as its source`, () => {
    const { elements } = framework('library', `${slug}.yaml`);
    const found = Object.fromEntries(
      Object.keys(expected).map((tier) => [tier, elements.filter((one) => one.tier === tier).length]),
    );
    assert.deepEqual(found, expected);
    assert.equal(
      elements.length,
      Object.values(found).reduce((sum, count) => sum + count, 0),
    );
  });
}

test('B09 B10 two of the nine indicators of Worcestershire have no direction, because the text gives none', () => {
  const { elements } = framework('library', 'worcestershire.yaml');
  const silent = elements.filter((one) => one.tier === 'indicator' && one.direction === undefined);
  assert.deepEqual(
    silent.map((one) => [one.key, one.line]),
    [
      ['destinations', 22],
      ['childrens-views', 24],
    ],
  );
});

test('the examples in README.md are documents that the format accepts', () => {
  const readme = readFileSync(join(here, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']): unknown => parse(text));
  const [first, second] = examples;
  assert.equal(examples.length, 2);
  assert.deepEqual(looseReferences(frameworkDocument.parse(first)), []);
  assert.equal(crosswalkDocument.parse(second).left, frameworkDocument.parse(first).slug);
});

test('the check itself sees a copied run, a wrong line, a loose reference and a circle', () => {
  const source = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
  assert.equal(copiedRuns(`Said: ${source}.`, source).length, 2);
  assert.deepEqual(copiedRuns('one two three, then other words', source), []);
  const claim = { where: 'x', words: 'Children’s  voice', line: { first: 2, last: 2 } };
  assert.equal(standsOn(claim, ['', "the CHILDREN'S voice"]), true);
  assert.equal(standsOn(claim, ["the CHILDREN'S voice", '']), false);
  const cell = { where: 'y', words: 'so that we achieve more', line: { first: 1, last: 2 } };
  assert.equal(standsOn(cell, ['left\tso that we achieve\tright', 'left\tmore.\tright']), true);
  assert.equal(standsOn(cell, ['so that we achieve\tleft', 'left\tmore.']), false);
  const broken = frameworkDocument.parse({
    format: 'goldenthread-framework/1',
    slug: 'broken',
    name: 'B',
    partnership: 'B',
    status: 'draft',
    period: {},
    tiers: [{ key: 'aim', name: 'Aim', plural: 'Aims', role: 'outcome' }],
    elements: [
      { key: 'a', tier: 'aim', label: 'A', serves: ['b'] },
      { key: 'b', tier: 'aim', label: 'B', serves: ['a'], owners: ['nobody'] },
      { key: 'c', tier: 'aim', label: 'C', serves: ['a'] },
      { key: 'c', tier: 'gone', label: 'C again', serves: ['b'] },
    ],
  });
  assert.deepEqual(looseReferences(broken), [
    'element c stands twice',
    'b: no owner nobody',
    'c: no tier gone',
  ]);
  assert.deepEqual(circles(broken), ['a', 'b']);
});

function yamlFiles(folder: string): string[] {
  return readdirSync(join(here, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

function read(...path: string[]): unknown {
  return parse(readFileSync(join(here, ...path), 'utf8'));
}

function framework(folder: string, file: string): FrameworkDocument {
  const path = join(folder, file);
  const document = alreadyRead.get(path) ?? frameworkDocument.parse(read(path));
  alreadyRead.set(path, document);
  return document;
}

/** The source's lines, or null where the strategies are not on this machine. */
function sourceLines(document: FrameworkDocument): string[] | null {
  if (!existsSync(strategies)) return null;
  return readFileSync(join(strategies, document.source?.file ?? ''), 'utf8').split('\n');
}

/** The ends of a crosswalk that no framework has, and the pairs that stand twice. */
function looseEnds(crosswalk: CrosswalkDocument): string[] {
  const left = elementKeys(crosswalk.left);
  const right = elementKeys(crosswalk.right);
  return [
    ...crosswalk.pairs
      .filter((pair) => !left.has(pair.left))
      .map((pair) => `${crosswalk.left}: no ${pair.left}`),
    ...crosswalk.pairs
      .filter((pair) => !right.has(pair.right))
      .map((pair) => `${crosswalk.right}: no ${pair.right}`),
    ...twice(
      'pair',
      crosswalk.pairs.map((pair) => `${pair.left} ${pair.right}`),
    ),
  ];
}

function sharedMeasures(crosswalk: CrosswalkDocument, pair: { left: string; right: string }): string[] {
  const codes = (slug: string, element: string): string[] =>
    named(slug)
      .measures.filter((tie) => tie.element === element)
      .map((tie) => `${tie.source} ${tie.code}`);
  const right = codes(crosswalk.right, pair.right);
  return codes(crosswalk.left, pair.left).filter((code) => right.includes(code));
}

function elementKeys(slug: string): Set<string> {
  return new Set(named(slug).elements.map((one) => one.key));
}

function named(slug: string): FrameworkDocument {
  const folder = ['library', 'packs', '.'].find((name) => existsSync(join(here, name, `${slug}.yaml`)));
  assert.ok(folder, `there is no framework called ${slug}`);
  return framework(folder, `${slug}.yaml`);
}
