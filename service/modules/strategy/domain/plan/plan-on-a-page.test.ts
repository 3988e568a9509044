import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { FrameworkDocument } from '../framework-document.ts';
import { readFramework } from '../read-framework.ts';
import { anyFramework } from '../testing/any-framework.ts';
import { frameworkWith, inventedYaml } from '../testing/invented-framework.ts';
import { textWidth, wrapped } from './measured-text.ts';
import { ancestryOf, planGroups } from './plan-groups.ts';
import { planOnAPage } from './plan-on-a-page.ts';
import type { PlanOnAPage } from './plan-on-a-page.ts';
import { sheets } from './sheets.ts';
import type { SheetName } from './sheets.ts';
import type { TextBlock } from './plan-pen.ts';
import { planPicture } from './plan-picture.ts';

const colours = {
  paper: '#fffaf3',
  ink: '#1b2338',
  quiet: '#525b70',
  thread: '#b98400',
  brand: '#1d4fa3',
  onBrand: '#ffffff',
  tint: '#f3ead9',
};
const names: readonly SheetName[] = ['A3 landscape', 'A3 portrait', 'A4 landscape', 'A4 portrait'];

function read(file: string | Uint8Array): FrameworkDocument {
  const outcome = readFramework(file);
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value;
}

const larkmere = read(inventedYaml);

function texts(plan: PlanOnAPage): TextBlock[] {
  return plan.blocks.filter((block) => block.kind === 'text');
}

/** Nothing runs off the sheet, no line is wider than its place, no two texts stand on each other. */
function assertSound(plan: PlanOnAPage): void {
  const { width, height, margin } = plan.sheet;
  for (const block of plan.blocks) {
    assert.ok(
      block.x >= margin - 0.01 && block.x + block.width <= width - margin + 0.01,
      'wider than the sheet',
    );
    if (plan.fits)
      assert.ok(block.y >= 0 && block.y + block.height <= height - margin + 0.01, 'below the foot');
  }
  const all = texts(plan);
  for (const text of all)
    for (const line of text.lines)
      assert.ok([...line].length === 1 || textWidth(line, text.size, text.weight) <= text.width + 0.01, line);
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      const beside = one.x + one.width <= other.x + 0.01 || other.x + other.width <= one.x + 0.01;
      const over = one.y + one.height <= other.y + 0.01 || other.y + other.height <= one.y + 0.01;
      assert.ok(beside || over, `“${one.lines.join(' ')}” and “${other.lines.join(' ')}” overlap`);
    }
}

/** Every element stands on the sheet once, or its tier is named as left out. */
function assertWhole(document: FrameworkDocument, plan: PlanOnAPage): void {
  const shown = texts(plan).flatMap((text) =>
    text.role === 'label' && text.element !== undefined ? [text.element] : [],
  );
  const left = new Set(plan.leftOut.map(({ tier }) => tier.key));
  const wanted = document.elements.filter(({ tier }) => !left.has(tier)).map(({ key }) => key);
  assert.deepEqual(shown.toSorted(), wanted.toSorted());
}

test('A01: the vision stands over columns of what serves it, with what serves several beneath', () => {
  const groups = planGroups(ancestryOf(larkmere));
  assert.deepEqual(
    groups.above.map(({ tier }) => tier.key),
    ['vision'],
  );
  assert.equal(groups.spine?.key, 'outcome');
  assert.deepEqual(
    groups.columns.map(({ element, sections }) => [
      element.key,
      sections.map(({ tier, elements }) => [tier.key, elements.length]),
    ]),
    [
      [
        'safe',
        [
          ['priority', 1],
          ['indicator', 1],
        ],
      ],
      [
        'learning',
        [
          ['priority', 1],
          ['indicator', 1],
        ],
      ],
    ],
  );
  assert.deepEqual(
    groups.below.map(({ tier }) => tier.key),
    ['action', 'principle'],
  );
});

const library = join(import.meta.dirname, '../../../../../frameworks/library');

for (const file of readdirSync(library))
  for (const name of names)
    test(`A02-A06: ${file} stands on one ${name} sheet, whole or saying what is left out`, () => {
      const document = read(readFileSync(join(library, file)));
      const plan = planOnAPage(document, name);
      assert.ok(plan.fits);
      assertSound(plan);
      assertWhole(document, plan);
      if (plan.leftOut.length > 0)
        assert.match(texts(plan).at(-1)?.lines.join(' ') ?? '', /^Not shown on this sheet: /);
    });

test('A04: Dorset’s five pillars are columns on their base', () => {
  const { groups } = planOnAPage(read(readFileSync(join(library, 'dorset.yaml'))));
  assert.equal(groups.columns.length, 5);
  assert.equal(groups.base.length, 1);
});

test('a small framework is set in large type, a large one in small, and a smaller sheet in smaller', () => {
  const many = frameworkWith({
    elements: [
      { key: 'vision', tier: 'vision', label: 'Vision' },
      ...Array.from({ length: 120 }, (_, index) => ({
        key: `p${index}`,
        tier: 'priority',
        label: `Priority number ${index} of very many`,
        serves: ['vision'],
      })),
    ],
  });
  assert.ok(planOnAPage(larkmere).fontSize > planOnAPage(many).fontSize);
  assert.ok(planOnAPage(larkmere).fontSize > planOnAPage(larkmere, 'A4 landscape').fontSize);
  assert.ok(planOnAPage(larkmere).statementsShown);
});

test('a framework too large for any type says so rather than cut words', () => {
  const label = 'A priority with rather many words in its label, as some of them have';
  const huge = frameworkWith({
    tiers: [{ key: 'p', name: 'P', plural: 'Ps', role: 'vision' }],
    elements: Array.from({ length: 400 }, (_, index) => ({ key: `p${index}`, tier: 'p', label })),
  });
  const plan = planOnAPage(huge, 'A4 portrait');
  assert.equal(plan.fits, false);
  assertWhole(huge, plan);
});

test('property: whatever the framework, nothing overlaps, nothing runs off, nothing is lost in silence', () => {
  fc.assert(
    fc.property(anyFramework, fc.constantFrom(...names), (document, name) => {
      const plan = planOnAPage(document, name);
      assertSound(plan);
      assertWhole(document, plan);
    }),
    { numRuns: 60 },
  );
});

test('words are broken into lines without losing any, and a word too long is broken within', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 3, max: 60 }), (words, width) => {
      const lines = wrapped(words, { width, size: 4 });
      assert.equal(lines.join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
    }),
  );
  assert.deepEqual(wrapped('a b', { width: 100, size: 4 }), ['a b']);
});

test('the picture stands by itself: title, description, language, no script, no style, nothing from elsewhere', () => {
  const svg = planPicture({ plan: planOnAPage(larkmere), colours, id: 'plan', language: 'en-GB' });
  assert.equal(XMLValidator.validate(svg), true);
  assert.match(svg, /role="img" aria-labelledby="plan-title plan-description"/);
  assert.match(svg, /<title id="plan-title">Growing up in Larkmere: plan on a page<\/title>/);
  assert.match(
    svg,
    /<desc id="plan-description">.*Vision: Every child finds a way to shine\. Outcome: Safe at home\. Priority: Help early\./,
  );
  assert.doesNotMatch(svg, /<script|<style|style=|href|@font-face|<image|url\(/);
  assert.match(
    svg,
    new RegExp(`viewBox="0 0 ${sheets['A3 landscape'].width} ${sheets['A3 landscape'].height}"`),
  );
});

test('property: whatever the words, the picture is well formed and says them', () => {
  const parser = new XMLParser({ ignoreAttributes: false, trimValues: false });
  fc.assert(
    fc.property(anyFramework, (document) => {
      const svg = planPicture({ plan: planOnAPage(document), colours, id: 'a"<b', language: 'en-GB' });
      assert.equal(XMLValidator.validate(svg), true);
      assert.ok(parser.parse(svg));
      assert.ok(!/<script/i.test(svg));
    }),
    { numRuns: 40 },
  );
});
