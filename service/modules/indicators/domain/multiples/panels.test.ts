import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, inventedMeasure } from '../scorecard/testing.ts';
import type { ValueStatus } from '../value.ts';
import { panelsOf, sayPanels, type PlaceOverYears } from './panels.ts';

const definition = inventedMeasure();

/** A place with a figure a year from 2023 on. */
function place(name: string, told: readonly (number | ValueStatus)[]): PlaceOverYears {
  const figures = told.map((value, at) => figure(2023 + at, value, { areaCode: name }));
  return { code: name, name, figures };
}

function panels(places: readonly PlaceOverYears[]) {
  return panelsOf({ definition, places, role: 'own', beside: undefined, like: undefined });
}

function many(count: number): PlaceOverYears[] {
  return Array.from({ length: count }, (_, at) => place(`Place ${at}`, [10, 11]));
}

test('B02 small charts are drawn of three to twelve places, and of no others', () => {
  assert.deepEqual(
    [2, 3, 12, 13].map((count) => panels(many(count)).length),
    [0, 3, 12, 0],
  );
});

test('B02 a place with no two numbers that may be joined has no chart of its own, and what is withheld is no number', () => {
  const hidden = place('Hidden', ['suppressed', 12, 'suppressed']);
  assert.deepEqual(
    panels([...many(3), hidden, place('One year', [10])]).map(({ name }) => name),
    ['Place 0', 'Place 1', 'Place 2'],
  );
  const broken = panelsOf({
    definition: inventedMeasure({ breaks: [{ on: '2023-12-01', words: 'Counted anew.' }] }),
    places: many(3),
    role: 'own',
    beside: undefined,
    like: undefined,
  });
  assert.deepEqual(broken, [], 'two numbers on two sides of a break are no line');
});

test('B02 what is said of them counts which way each went, by the numbers as they are shown', () => {
  const mixed = [place('Up', [10, 12]), place('Down', [12, 10]), place('Still', [10.01, 10.04])];
  assert.equal(
    sayPanels(panels(mixed), definition, 'neighbours'),
    'Of 3 neighbours, 1 higher, 1 lower and 1 the same now, beside where each began',
  );
  assert.equal(sayPanels(panels(many(4)), definition, 'zones'), 'All 4 zones ended higher than they began');
  const still = [place('A', [1, 1]), place('B', [2, 2]), place('C', [3, 3])];
  assert.equal(sayPanels(panels(still), definition, 'zones'), 'All 3 zones ended where they began');
});
