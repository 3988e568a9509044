import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { rowOf, type ScorecardRow } from '../scorecard/row.ts';
import { scorecardTable } from '../scorecard/scorecard-table.ts';
import { showing, type Showing } from '../scorecard/scorecard.ts';
import { summaryOf } from '../scorecard/summary.ts';
import {
  brackenshire,
  england,
  figure,
  figuresOf,
  inventedMeasure,
  withInterval,
} from '../scorecard/testing.ts';
import { figureSpokenOf, markOfVerdict, sayableInstead, type Overruling } from './overruling.ts';
import { sayLapsed, sayOverruling } from './say-overruling.ts';

function saidOf(given: Partial<Overruling> = {}): Overruling {
  const about = figureSpokenOf(withInterval(2025, 30, 1));
  assert.ok(about);
  return {
    id: storedId('01900000-0000-7000-8000-000000000001'),
    measure: 'lait:Invented',
    areaCode: brackenshire.code,
    about: 'england',
    figure: about,
    workedOut: 'worse',
    said: 'similar',
    reason: 'Two of the plans were counted twice when the council changed its case system.',
    by: { name: 'Owen Tregarth', job: 'Performance analyst' },
    on: dayOf(2026, 11, 22),
    ...given,
  };
}

const own = [withInterval(2024, 28, 1), withInterval(2025, 30, 1)];
const measured = { own, england: [england(2024, 25), england(2025, 25)] };

function rowWith(...overrulings: readonly Overruling[]): ScorecardRow {
  return rowOf(brackenshire, undefined, figuresOf({ ...measured, overrulings }));
}

test('what an analyst says of a verdict is one sentence: who, when, why, and what was worked out', () => {
  assert.equal(
    sayOverruling(saidOf()),
    'Said to be similar by Owen Tregarth, performance analyst, 22 November 2026: “Two of the plans were counted twice when the council changed its case system.” Worked out: worse.',
  );
  assert.match(sayOverruling(saidOf({ by: { name: 'Owen Tregarth', job: 'IT analyst' } })), /, IT analyst, /);
  assert.match(sayOverruling(saidOf({ by: { name: 'Owen Tregarth', job: '' } })), /by Owen Tregarth, 22 Nov/);
});

test('an overruling never changes the number, its interval, its rank or what was worked out', () => {
  const { comparison: said, finding: findingSaid, findingBeneath: _, ...with1 } = rowWith(saidOf());
  const { comparison: plain, finding, findingBeneath: __, ...without } = rowWith();
  assert.deepEqual(with1, without);
  assert.ok(said && plain);
  const { overruled, ...workedOut } = said;
  const { overruled: none, ...same } = plain;
  assert.deepEqual(workedOut, same);
  assert.deepEqual([overruled.standing.length, none.standing.length], [1, 0]);
  assert.equal(
    findingSaid,
    `${finding.replace('(25.0%).', '(25.0%), as worked out.')} Said to be similar by Owen Tregarth, performance analyst.`,
  );
});

test('of two analysts who disagree both stand, and neither hides what was worked out', () => {
  const other = saidOf({ said: 'better', by: { name: 'Ada Bright', job: 'Analyst' } });
  const { comparison, finding } = rowWith(saidOf(), other);
  assert.deepEqual(
    comparison?.overruled.standing.map(({ said, by }) => [said, by.name]),
    [
      ['similar', 'Owen Tregarth'],
      ['better', 'Ada Bright'],
    ],
  );
  assert.match(finding, /as worked out.*Owen Tregarth.*Ada Bright/);
});

test('when a newer figure stands, what was said of the older one no longer applies, and it is told why', () => {
  const older = figureSpokenOf(withInterval(2024, 28, 1));
  const revised = figureSpokenOf(withInterval(2025, 31, 1));
  const later = figureSpokenOf(withInterval(2026, 30, 1));
  assert.ok(older && revised && later);
  const cases: [Overruling, string, RegExp][] = [
    [
      saidOf({ figure: older }),
      'newer-figure',
      /^No longer applies\. It was about 2023\/24; a newer figure stands now\. Said/,
    ],
    [saidOf({ figure: later }), 'other-figure', /the figure of 2025\/26, which does not stand now/],
    [saidOf({ figure: revised }), 'figure-revised', /The figure of 2024\/25 has been revised since/],
    [
      saidOf({ workedOut: 'similar', said: 'better' }),
      'worked-out-anew',
      /worked out as “similar”; now it comes out otherwise/,
    ],
  ];
  for (const [overruling, because, words] of cases) {
    const overruled = rowWith(overruling).comparison?.overruled;
    assert.deepEqual(overruled?.standing, []);
    assert.deepEqual(
      overruled.lapsed.map((one) => one.because),
      [because],
    );
    assert.match(overruled.lapsed.map(sayLapsed).join(), words);
  }
});

test('what is said of the trend is not said of the comparison', () => {
  const row = rowWith(
    saidOf({ about: 'trend', workedOut: 'cannot-be-calculated', said: 'no-significant-change' }),
  );
  assert.equal(row.comparison?.overruled.standing.length, 0);
  assert.equal(row.trend?.overruled.standing.length, 1);
});

test('a verdict may be said to be anything of its kind but what was worked out', () => {
  assert.deepEqual(sayableInstead('england', 'low-is-good', 'worse'), ['better', 'similar', 'not-compared']);
  assert.deepEqual(sayableInstead('england', 'no-judgement', 'not-compared'), ['higher', 'similar', 'lower']);
  assert.deepEqual(sayableInstead('trend', 'high-is-good', 'no-significant-change'), [
    'increasing-better',
    'decreasing-worse',
    'cannot-be-calculated',
  ]);
});

test('a page’s mark of a verdict changes with the figure and with what was worked out', () => {
  const now = figureSpokenOf(withInterval(2025, 30, 1));
  const revised = figureSpokenOf(withInterval(2025, 31, 1));
  assert.ok(now && revised);
  const marks = [markOfVerdict(now, 'worse'), markOfVerdict(revised, 'worse'), markOfVerdict(now, 'similar')];
  assert.equal(new Set(marks).size, 3);
  assert.equal(
    figureSpokenOf(figure(2025, 'suppressed')),
    undefined,
    'there is no verdict of a hidden number',
  );
});

test('B02 a scorecard finds an overruled row by either word, counts it as worked out, and its file says both', () => {
  const scorecard = {
    place: brackenshire,
    neighbourSet: undefined,
    groups: [{ key: 'start', title: 'A good start', rows: [rowWith(saidOf({ said: 'better' }))] }],
  };
  const shown = (asked: Showing) => showing(scorecard, { group: undefined, showing: asked }).groups.length;
  assert.deepEqual(
    [shown('worse'), shown('better'), shown('different'), shown('not-compared')],
    [1, 1, 1, 0],
  );
  assert.match(
    summaryOf(scorecard),
    /: 1 worse\. That is as worked out; an analyst says otherwise of 1, and why/,
  );
  const table = scorecardTable(scorecard);
  const at = table.columns.findIndex(({ head }) => head === 'Compared with England');
  const cell = table.rows[0]?.[at];
  assert.ok(cell?.kind === 'text');
  assert.match(cell.text, /^Said to be better by Owen Tregarth.*Worked out: worse\.$/);
  assert.equal(inventedMeasure().polarity, 'low-is-good');
});
