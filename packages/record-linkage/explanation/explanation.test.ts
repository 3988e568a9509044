import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import type { Values } from '../model/ask.ts';
import type { LinkageModel } from '../model/model.ts';
import { proposeModel } from '../model/proposal/propose-model.ts';
import { explainPair, type Explanation } from './explain-pair.ts';
import { thresholdPage } from './threshold-page.ts';
import { waterfallPage } from './waterfall-page.ts';
import { whyInWords } from './why-in-words.ts';

/** A proposed model with invented m and u: each level four times likelier for one person than the next. */
function trained(): LinkageModel {
  const names = ['id', 'forename', 'surname', 'date_of_birth', 'postcode', 'nhs_number'];
  const values = ['1', 'Aoife', "O'Neill", '2012-03-04', 'SY3 7AB', '943 476 5919'];
  const proposed = proposeModel({ columns: names.map((name, at) => ({ name, values: [values[at]] })) });
  assert.ok(proposed.done);
  const { model } = proposed.value;
  const comparisons = model.comparisons.map((comparison) => ({
    ...comparison,
    levels: comparison.levels.map((level, at) => ({
      ...level,
      m: 0.8 / 4 ** at,
      u: at === comparison.levels.length - 1 ? 0.9 : 0.02,
    })),
  }));
  return { ...model, comparisons };
}

function explained(left: Values, right: Values): Explanation {
  const frequencyOf = (_: unknown, value: string) => (value === 'aoife' ? 0.001 : 0.2);
  const explanation = explainPair({ model: trained(), frequencyOf }, left, right);
  assert.ok(explanation.done);
  return explanation.value;
}

const left: Values = {
  id: '1',
  forename: 'Aoife',
  surname: 'Smith',
  date_of_birth: '2012-03-04',
  postcode: 'SY3 7AB',
};
const right: Values = {
  ...left,
  id: '2',
  postcode: 'M1 1AE',
  surname: 'Smith-Jones',
  forename: '<b>Aoife</b>'.slice(3, 8),
};

void test('every link says why in words, without a value of the records', () => {
  const words = whyInWords(explained(left, right));
  assert.equal(
    words,
    'same forename, rarely shared; born on the same day; surname in part the same; different postcode; nothing known of NHS number',
  );
  for (const value of ['Aoife', 'aoife', 'Smith', '2012', 'SY3']) assert.ok(!words.includes(value));
  const swapped = explained(left, { ...right, surname: 'Smith', date_of_birth: '04/04/2012' });
  assert.match(whyInWords(swapped), /same surname, which many share/);
  assert.match(whyInWords(swapped), /date of birth: one slip of the pen, or day and month swapped/);
});

void test('the steps of an explanation add up to its weight', () => {
  const { prior, steps, weight } = explained(left, right);
  const sum = steps.reduce((sum, step) => sum + step.weight + step.rarity, prior);
  assert.ok(Math.abs(sum - weight) < 1e-12);
  assert.equal(steps.find(({ comparison }) => comparison.name === 'forename')?.left, 'Aoife');
});

void test('the waterfall page is one file without scripts, with a table for its picture', () => {
  const text = waterfallPage(explained(left, right), { values: 'shown' });
  const { document } = new JSDOM(text).window;
  assert.equal(document.querySelectorAll('script, link, img, [src], [href]').length, 0);
  assert.equal(document.querySelectorAll('h1').length, 1);
  assert.equal(document.documentElement.lang, 'en-GB');
  assert.match(text, /prefers-color-scheme: dark/);
  const picture = document.querySelector('svg');
  const described = (picture?.getAttribute('aria-labelledby') ?? '').split(' ');
  assert.ok(described.every((id) => document.querySelector(`[id="${id}"]`)?.textContent));
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  assert.equal(rows.length, picture?.querySelectorAll('rect').length);
  assert.ok(rows.some((row) => row[0] === 'forename' && row[2] === 'Aoife'));
  assert.deepEqual(rows[0]?.slice(0, 2), ['At the start', 'two records picked at random']);
});

void test('values can be hidden, and what a record holds is never taken for HTML', () => {
  const evil = '<script>alert(1)</script>';
  const shown = waterfallPage(explained({ ...left, forename: evil }, right), {
    values: 'shown',
    title: evil,
  });
  assert.ok(!shown.includes('<script'));
  assert.equal(new JSDOM(shown).window.document.title, evil);
  const hidden = waterfallPage(explained(left, right), { values: 'hidden' });
  for (const value of ['Aoife', 'Smith', '2012-03-04', 'SY3 7AB', 'M1 1AE'])
    assert.ok(!hidden.includes(value), value);
});

void test('the threshold page shows precision and recall where the truth is known, and pairs where it is not', () => {
  const rows = [
    { weight: 6, probability: 0.98, pairs: 50, precision: 1, recall: 0.5, f1: 2 / 3 },
    { weight: 0, probability: 0.5, pairs: 120, precision: 0.75, recall: 0.9, f1: 0.818 },
  ];
  const { document } = new JSDOM(thresholdPage(rows)).window;
  assert.equal(document.querySelectorAll('polyline').length, 2);
  assert.deepEqual(
    [...document.querySelectorAll('tbody tr')].map((row) => row.textContent),
    ['0.050.0%12075.0%90.0%81.8%', '+6.098.0%50100.0%50.0%66.7%'],
  );
  assert.match(document.querySelector('p')?.textContent ?? '', /best at 0.0: 120 pairs/);
  const unknown = thresholdPage(
    rows.map(({ weight, probability, pairs }) => ({ weight, probability, pairs })),
  );
  assert.match(unknown, /truth is not known/);
  assert.equal(new JSDOM(unknown).window.document.querySelectorAll('polyline').length, 1);
  assert.match(thresholdPage([]), /No pairs were scored/);
  assert.ok(!/NaN|Infinity/.test(thresholdPage(rows.slice(0, 1))));
});
