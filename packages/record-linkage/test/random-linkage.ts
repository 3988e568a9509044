import fc from 'fast-check';
import { holds, type Pair } from '../model/ask.ts';
import { keyOf } from '../model/expression.ts';
import { keyCondition } from '../model/key-condition.ts';
import type {
  BlockingKey,
  BlockingRule,
  Comparison,
  Condition,
  Expression,
  LinkageModel,
  LinkType,
} from '../model/model.ts';
import type { Row } from '../records/records-of.ts';

/** A small table of records and a model to link them by, both random. */
export type RandomLinkage = { readonly rows: readonly Row[]; readonly model: LinkageModel };

const texts = ['ann', 'anna', 'nan', 'bob', 'bobby', 'robert', 'zoë', 'zoe', '', '张伟', 'a b c', 'c b'];
const days = ['2010-01-02', '2010-02-01', '2011-01-02', '2010-13-01', 'never', '2010-01-03'];
const numbers = ['1', '2', '2.5', '10', 'x'];

const name: Expression = { column: 'name' };
const other: Expression = { column: 'other' };
const clean: Expression = { column: 'name', cleanedBy: 'name' };
const made: Expression = { sql: 'left(name, 1)' };
const born: Expression = { column: 'born' };
const size: Expression = { column: 'size' };

const value = (of: readonly string[]): fc.Arbitrary<string | null> =>
  fc.option(fc.constantFrom(...of), { nil: null, freq: 4 });

function rowsOf(link: LinkType): fc.Arbitrary<Row[]> {
  const row = fc.record({
    name: value(texts),
    other: value(texts),
    born: value(days),
    size: value(numbers),
    source: link === 'dedupe' ? fc.constant('one') : fc.constantFrom('one', 'two', 'three'),
  });
  return fc.array(row, { minLength: 2, maxLength: 24 }).map((rows) =>
    rows.map((each, at) => ({
      ...each,
      id: `r${(at * 7919) % 101}`,
      [keyOf(made)]: each.name?.slice(0, 1) ?? null,
    })),
  );
}

const strings = fc.constantFrom(name, other, clean, made);
const sides = fc.oneof(
  strings.map((of) => ({ left: of, right: of })),
  fc.record({ left: strings, right: strings }),
);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  strings.map((of): Condition => ({ is: 'missing', of })),
  sides.map((both): Condition => ({ is: 'equal', ...both })),
  fc
    .tuple(sides, fc.constantFrom('jaro', 'jaro-winkler', 'jaccard'), fc.constantFrom(0, 0.5, 0.7, 0.88, 1))
    .map(([both, by, atLeast]): Condition => ({ is: 'similar', by, atLeast, ...both })),
  fc
    .tuple(sides, fc.constantFrom('levenshtein', 'damerau-levenshtein'), fc.integer({ min: 0, max: 3 }))
    .map(([both, by, atMost]): Condition => ({ is: 'edits', by, atMost, ...both })),
  fc
    .constantFrom(0, 86_400, 4_000_000)
    .map((atMost): Condition => ({ is: 'days-apart', left: born, right: born, atMost })),
  fc
    .constantFrom(0, 1, 8)
    .map((atMost): Condition => ({ is: 'numbers-apart', left: size, right: size, atMost })),
  fc
    .tuple(sides, fc.integer({ min: 0, max: 2 }))
    .map(([both, atLeast]): Condition => ({ is: 'shared', atLeast, ...both })),
  fc
    .tuple(fc.constantFrom('left', 'right', 'both'), strings, fc.constantFrom(...texts, 'nobody'))
    .map(([side, of, text]): Condition => ({ is: 'value', side, of, text })),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ readonly one: Condition }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ is: 'all', of })),
    fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ is: 'any', of })),
    tie('one').map((of): Condition => ({ is: 'not', of })),
  ),
})).one;

const likelihood = fc.option(fc.constantFrom(0, 1e-6, 0.01, 0.2, 0.9, 1), { nil: undefined });

const comparison: fc.Arbitrary<Comparison> = fc
  .record({
    nullWhen: fc.oneof(fc.constant<Condition>({ is: 'any', of: [{ is: 'missing', of: name }] }), condition),
    levels: fc.array(fc.tuple(condition, likelihood, likelihood, fc.option(strings, { nil: undefined })), {
      minLength: 1,
      maxLength: 4,
    }),
    last: fc.tuple(likelihood, likelihood),
  })
  .map(({ nullWhen, levels, last }) => ({
    name: 'one',
    nullWhen,
    levels: [
      ...levels.map(([when, m, u, frequency], at) => ({
        label: `level ${at}`,
        when,
        ...(m === undefined ? {} : { m }),
        ...(u === undefined ? {} : { u }),
        ...(frequency ? { termFrequency: { column: frequency, weight: 0.7, minimum: 0.05 } } : {}),
      })),
      { label: 'else', when: { is: 'else' as const }, m: last[0] ?? 0.5, u: last[1] ?? 0.5 },
    ],
  }));

/** The most usual comparison: equal, then alike more and more loosely, of one column. */
const ladder: fc.Arbitrary<Comparison> = fc
  .record({
    of: fc.constantFrom(name, other),
    alike: fc.constantFrom<Condition['is']>('similar', 'edits'),
    m: fc.array(likelihood, { minLength: 4, maxLength: 4 }),
    frequency: fc.boolean(),
  })
  .map(({ of, alike, m, frequency }) => {
    const both = { left: of, right: of };
    const like = (step: number): Condition =>
      alike === 'edits'
        ? { is: 'edits', by: 'damerau-levenshtein', ...both, atMost: step }
        : { is: 'similar', by: 'jaro-winkler', ...both, atLeast: 1 - step * 0.15 };
    const whens: readonly Condition[] = [{ is: 'equal', ...both }, like(1), like(2), { is: 'else' }];
    return {
      name: 'ladder',
      nullWhen: { is: 'missing', of },
      levels: whens.map((when, at) => ({
        label: `level ${at}`,
        when,
        m: m[at] ?? 0.1,
        u: 0.1 * (at + 1),
        ...(frequency && at < 2 ? { termFrequency: { column: of, weight: 1, minimum: 0 } } : {}),
      })),
    };
  });

const rule: fc.Arbitrary<BlockingRule> = fc
  .record({
    keys: fc.array(
      fc.tuple(sides, fc.boolean()).map(([both, each]): BlockingKey => ({ ...both, ...(each && { each }) })),
      { minLength: 0, maxLength: 2 },
    ),
    also: fc.option(condition, { nil: undefined, freq: 2 }),
  })
  .map(({ keys, also }) => ({ name: 'rule', keys, ...(also ? { also } : {}) }));

/** Random records and models of every kind of condition but SQL about two records. */
export const randomLinkage: fc.Arbitrary<RandomLinkage> = fc
  .constantFrom<LinkType>('dedupe', 'link', 'link-and-dedupe')
  .chain((linkType) =>
    fc
      .record({
        rows: rowsOf(linkType),
        comparisons: fc.array(fc.oneof(comparison, ladder), { minLength: 1, maxLength: 4 }),
        blockingRules: fc.array(rule, { minLength: 1, maxLength: 4 }),
        counts: fc.constantFrom('letters' as const, 'bytes' as const),
      })
      .map(({ rows, ...model }) => ({
        rows,
        model: { ...model, linkType, idColumn: 'id', sourceColumn: 'source', prior: 0.01 },
      })),
  );

/** Rows in the order of records. */
export function inOrder(rows: readonly Row[]): Row[] {
  const place = (row: Row): string => `${row['source'] ?? ''}\u0000${row['id'] ?? ''}`;
  return [...rows].sort((one, two) => (place(one) < place(two) ? -1 : 1));
}

/** The candidate pairs of rules over rows in order, asked one by one: "left right" and the first rule that holds. */
export function plainPairs(rows: readonly Row[], model: LinkageModel): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const [left, one] of rows.entries())
    for (const [right, two] of rows.entries()) {
      if (left >= right || (model.linkType === 'link' && one['source'] === two['source'])) continue;
      const pair: Pair = { left: one, right: two, counts: model.counts ?? 'letters' };
      const first = model.blockingRules.findIndex((rule) => isFound(rule, pair));
      if (first >= 0) pairs.set(`${left} ${right}`, first);
    }
  return pairs;
}

function isFound({ keys, also }: BlockingRule, pair: Pair): boolean {
  return (
    keys.every((key) => holds(keyCondition(key), pair) === true) &&
    (also === undefined || holds(also, pair) === true)
  );
}
