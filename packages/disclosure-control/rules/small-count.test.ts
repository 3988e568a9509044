import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elsewhere } from '../test/reference/elsewhere.ts';
import { countsBehind, isSmall, shownAlone } from './small-count.ts';
import {
  dfeChildrenInNeed,
  fingertips,
  indicesOfDeprivation,
  nhsHospitalEpisodes,
  ownCasesPartners,
  ownCasesPublic,
  ruleSets,
} from './source-rules.ts';

const shown = (...given: Parameters<typeof shownAlone>): string => {
  const cell = shownAlone(...given);
  return cell.kind === 'number' ? String(cell.number) : cell.symbol;
};

test('each source hides and rounds by its own rule at its own level', () => {
  const cases = [
    [dfeChildrenInNeed, 'local', [0, 1, 5, 6, 13], ['0', 'c', 'c', '6', '13']],
    [dfeChildrenInNeed, 'regional', [0, 3, 5, 14, 15, 1127], ['0', 'low', '10', '10', '20', '1130']],
    [nhsHospitalEpisodes, 'local', [0, 1, 7, 8, 12, 13], ['0', '*', '*', '10', '10', '15']],
    [nhsHospitalEpisodes, 'national', [0, 1, 7, 13], ['0', '1', '7', '13']],
    [fingertips, 'local', [0, 5, 6, 8], ['0', '*', '5', '10']],
    [indicesOfDeprivation, 'small-area', [0, 9, 10, 13], ['*', '*', '10', '15']],
    [ownCasesPublic, 'local', [0, 9, 10, 12, 13], ['c', 'c', '10', '10', '15']],
    [ownCasesPartners, 'local', [0, 4, 5], ['c', 'c', '5']],
  ] as const;
  for (const [rules, level, counts, expected] of cases)
    assert.deepEqual(
      counts.map((count) => shown(rules, { level, count })),
      expected,
      `${rules.id} ${level}`,
    );
});

test('what a reader must think behind a number is exactly what would be shown as it', () => {
  for (const rules of Object.values(ruleSets))
    for (const level of ['national', 'regional', 'local', 'small-area'] as const)
      for (let count = 0; count <= 120; count += 1) {
        const own = shown(rules, { level, count });
        if (own === rules.symbols.suppressed) continue;
        const [least, most] = countsBehind(rules, { level, count });
        const same = Array.from({ length: 140 }, (_, other) => other).filter(
          (other) => shown(rules, { level, count: other }) === own,
        );
        assert.deepEqual([least, most], [same[0], same.at(-1)], `${rules.id} ${level} ${count}`);
      }
});

test('every rule set says where it comes from and since when', () => {
  assert.equal(Object.keys(ruleSets).length, 9);
  for (const rules of Object.values(ruleSets)) {
    assert.ok(rules.source.title.length > 20, rules.id);
    assert.match(rules.source.on, /^20\d\d-\d\d-\d\d$/);
  }
});

test('the 58 published rows of the hospital rule come out the same', (t) => {
  const file = elsewhere('statistics/disclosure/rules_hes_ecds_2018.csv');
  if ('absent' in file) return t.skip(file.absent);
  for (const { level, count, published } of file.rows)
    assert.equal(
      shown(nhsHospitalEpisodes, {
        level: level === 'national' ? 'national' : 'local',
        count: Number(count),
      }),
      published,
      `${level} ${count}`,
    );
  assert.ok(file.rows.length >= 40, `${file.rows.length} rows`);
});

test('the flags of small counts on Fingertips come out the same', (t) => {
  const file = elsewhere('statistics/disclosure/rules_fingertips_flag.csv');
  if ('absent' in file) return t.skip(file.absent);
  for (const { count, flagged_0_lt_count_le_5: flagged } of file.rows)
    assert.equal(isSmall(fingertips.levels.local.hides, Number(count)), flagged === 'true', `${count}`);
  assert.ok(file.rows.length >= 8, `${file.rows.length} rows`);
});
