import assert from 'node:assert/strict';
import { test } from 'node:test';
import { purposes, type Purpose } from '#platform/access/purposes.ts';
import { itemGroups, itemGroupFacts } from '../law/item-groups.ts';
import {
  compatibilityOf,
  isCompatible,
  pairsOfPurposes,
  type CompatibilityDecision,
} from './compatibility.ts';

/** Purposes to which the law opens everything, written apart from the code. */
const openByLaw: readonly string[] = ['safeguarding', 'compelled-by-law', 'subject-rights', 'complaint'];

function decision(
  [gatheredFor, usedFor]: readonly [Purpose, Purpose],
  compatible: boolean,
  at = 1,
): CompatibilityDecision {
  return { gatheredFor, usedFor, compatible, words: 'w', decidedAt: new Date(at), decidedByName: 'n' };
}

test('R29: all pairs of purposes: without a decision only the same purpose and what the law opens, 0 wrong', () => {
  const wrong: string[] = [];
  for (const gatheredFor of purposes)
    for (const usedFor of purposes) {
      const expected = gatheredFor === usedFor || openByLaw.includes(usedFor);
      // a decision on the other way round, and on every other pair, changes nothing
      const others = pairsOfPurposes()
        .filter((pair) => pair.gatheredFor !== gatheredFor || pair.usedFor !== usedFor)
        .map((pair) => decision([pair.gatheredFor, pair.usedFor], true));
      for (const decisions of [[], others])
        if (isCompatible(compatibilityOf({ gatheredFor, usedFor }, decisions)) !== expected)
          wrong.push(`${gatheredFor} for ${usedFor}`);
    }
  assert.deepEqual(wrong, []);
});

test('R29: all pairs of purposes: the newest decision holds, whichever it is', () => {
  for (const { gatheredFor, usedFor } of pairsOfPurposes()) {
    if (openByLaw.includes(usedFor)) continue;
    const yes = decision([gatheredFor, usedFor], true, 1);
    const no = decision([gatheredFor, usedFor], false, 2);
    assert.equal(isCompatible(compatibilityOf({ gatheredFor, usedFor }, [yes])), true);
    assert.equal(isCompatible(compatibilityOf({ gatheredFor, usedFor }, [yes, no])), false);
    assert.equal(
      isCompatible(
        compatibilityOf({ gatheredFor, usedFor }, [no, decision([gatheredFor, usedFor], true, 3)]),
      ),
      true,
    );
  }
});

test('R29: no purpose is for immigration, debt, marketing, profiling or insurance, and none can be written as one', () => {
  const never =
    /immigra|border|visa|nationality|asylum|debt|bailiff|market|advert|sale|sell|profil|insur|employ|predict|score/i;
  assert.deepEqual(
    purposes.filter((purpose) => never.test(purpose)),
    [],
  );
  assert.deepEqual([...purposes].sort(), [
    'compelled-by-law',
    'complaint',
    'direct-help',
    'quality-review',
    'record-keeping',
    'safeguarding',
    'subject-rights',
    'supervision',
  ]);
});

test('R29: every group of things that can be shared names the purposes it may be used for, and none is for all', () => {
  for (const item of itemGroups) {
    const { purposes: named } = itemGroupFacts[item];
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((purpose) => !purposes.includes(purpose)),
      [],
    );
  }
  for (const item of ['health', 'intimate-life', 'offences', 'own-words', 'how-to-reach-them'] as const)
    assert.ok(
      !itemGroupFacts[item].purposes.includes('quality-review'),
      `${item} is not looked through for quality`,
    );
});
