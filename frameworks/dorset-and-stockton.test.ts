import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkFramework, type FrameworkDocument, readFramework } from '#modules/strategy/index.ts';
import { dayOf } from '#platform/kernel/day.ts';

const today = dayOf(2026, 11, 22);

test('A04 A07 A08 A09 Dorset is encoded whole: every tier has as many elements as its source', () => {
  assert.deepEqual(sizes(library('dorset')), {
    commitment: 1,
    success: 7,
    ambitions: 9,
    'strategic-aims': 4,
    gap: 1,
    pillars: 5,
    'pillar-lines': 15,
    base: 1,
    principles: 10,
    'enabling-work': 9,
    zones: 3,
    'safeguarding-functions': 4,
    'safeguarded-children': 3,
    'gap-groups': 9,
    levels: 3,
    'accountability-questions': 3,
    'better-off': 3,
  });
});

test('A04 Dorset’s five pillars stand on one base, each with three lines', () => {
  const { elements } = library('dorset');
  assert.deepEqual(
    elements.filter((one) => one.servesTiers.includes('pillars')).map((one) => one.key),
    ['participation-and-engagement'],
  );
  for (const pillar of elements.filter((one) => one.tier === 'pillars'))
    assert.equal(
      elements.filter((one) => one.tier === 'pillar-lines' && one.serves.includes(pillar.key)).length,
      3,
    );
});

test('A09 Dorset’s success speaks of two audiences', () => {
  const audiences = library('dorset')
    .elements.filter((one) => one.tier === 'success')
    .map((one) => one.audience);
  assert.equal(audiences.filter((one) => one === 'children and young people').length, 3);
  assert.equal(audiences.filter((one) => one === 'parents and carers').length, 4);
});

test('A19 Dorset says that its footprint is not the council of today', () => {
  const { footprint, areas, status } = library('dorset');
  assert.deepEqual(areas, ['E06000059']);
  assert.match(footprint ?? '', /E10000009.*85,690/);
  assert.equal(status, 'closed');
});

test('A06 G02 Stockton-on-Tees is encoded whole, but for two outcomes that cannot be read', () => {
  const document = library('stockton-on-tees');
  assert.deepEqual(sizes(document), {
    vision: 1,
    ambitions: 5,
    'building-blocks': 4,
    'building-block-points': 10,
    abilities: 4,
    'four-rs': 4,
    'r-principles': 21,
    'r-ways': 23,
    'r-programmes': 29,
    approach: 6,
    'vulnerability-work': 5,
    'running-the-partnership': 7,
    'good-start': 6,
    'matrix-aces': 10,
    'matrix-other': 7,
    'matrix-symptoms': 13,
    'matrix-outcomes': 9,
  });
  const outcomes = document.elements.filter((one) => one.tier === 'matrix-outcomes').map((one) => one.key);
  assert.ok(!outcomes.includes('outcome-01') && !outcomes.includes('outcome-09'));
});

test('A06 every R of Stockton-on-Tees serves one building block and has principles, ways and programmes', () => {
  const { elements } = library('stockton-on-tees');
  const blocks = {
    'r-resilience': 'block-self',
    'r-relationships': 'block-relationships',
    'r-respect': 'block-communities',
    'r-response': 'block-adversity',
  };
  for (const [key, block] of Object.entries(blocks)) {
    assert.deepEqual(elements.find((one) => one.key === key)?.serves, [block]);
    for (const tier of ['r-principles', 'r-ways', 'r-programmes'])
      assert.ok(elements.filter((one) => one.tier === tier && one.serves.includes(key)).length >= 4);
  }
});

test('G02 the matrix’s headings are headings, and say that they are never entered about a child', () => {
  const tiers = library('stockton-on-tees').tiers.filter((tier) => tier.key.startsWith('matrix-'));
  assert.equal(tiers.length, 4);
  for (const tier of tiers) {
    assert.equal(tier.role, 'heading');
    assert.match(tier.note ?? '', /Never things entered about a child/);
  }
});

test('A14 the checker finds that Stockton-on-Tees gives four years and five, and is a draft past its date', () => {
  const found = checkFramework({ document: library('stockton-on-tees'), today });
  const [periods] = found.filter(({ rule }) => rule === 'periods-disagree');
  assert.match(periods?.sentence ?? '', /four year vision.*109.*5 year programme.*176/);
  assert.equal(found.filter(({ rule }) => rule === 'past-its-date').length, 1);
});

function library(slug: string): FrameworkDocument {
  const outcome = readFramework(readFileSync(join(import.meta.dirname, 'library', `${slug}.yaml`)));
  assert.ok(outcome.done, `${slug} reads as a framework`);
  return outcome.value;
}

function sizes({ tiers, elements }: FrameworkDocument): Record<string, number> {
  return Object.fromEntries(tiers.map(({ key }) => [key, elements.filter((one) => one.tier === key).length]));
}
