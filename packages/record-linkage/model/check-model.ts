import { done, refuse, type Refusal, type Result } from '../result.ts';
import { conditionFaults, expressionFaults, type Fault } from './check-condition.ts';
import { keyOf } from './expression.ts';
import type { BlockingRule, Comparison, Level, LinkageModel } from './model.ts';

/** How far m or u of one comparison's levels may add up to something other than 1. */
const sumAllowance = 1e-3;

/**
 * A model that can be worked with, or the first thing that is wrong with it, named with its place: texts that are
 * empty or stand twice, levels without an `else` at the end or with one before it, levels that a wider one above them
 * hides, m and u outside (0, 1], cleaners and agreements that do not exist, SQL that is empty. A model that is not
 * trained yet is fine; what only looks odd is among the `remarksOn` it.
 */
export function checkModel(model: LinkageModel): Result<LinkageModel> {
  const [first] = faultsOf(model);
  return first === undefined ? done(model) : refuse(asRefusal(first));
}

/** Everything that is wrong with a model, in its order; empty where nothing is. */
export function faultsIn(model: LinkageModel): readonly Refusal[] {
  return faultsOf(model).map(asRefusal);
}

/**
 * What is odd about a model though it can be worked with: m or u of a comparison that do not add up to 1, as where it
 * was trained in part.
 */
export function remarksOn(model: LinkageModel): readonly Refusal[] {
  const everyPair = model.blockingRules
    .filter(({ keys, also }) => keys.length === 0 && also === undefined)
    .map(({ name }) => ({
      place: `blocking rule ${name}`,
      what: 'it asks nothing, so that every pair is looked at',
      mend: 'Where there are more than some thousand records, name a key.',
    }));
  return [...model.comparisons.flatMap(sumFaults), ...everyPair].map(asRefusal);
}

function asRefusal({ place, what, mend }: Fault): Refusal {
  return { reason: 'model-is-wrong', place, words: `${place}: ${what}. ${mend}` };
}

function faultsOf(model: LinkageModel): readonly Fault[] {
  return [
    ...settingFaults(model),
    ...twice(model.comparisons.map(({ name }) => name)).map((name) => ({
      place: `comparison ${name}`,
      what: 'two comparisons have this name',
      mend: 'Give each its own name.',
    })),
    ...model.comparisons.flatMap(comparisonFaults),
    ...model.blockingRules.flatMap(ruleFaults),
  ];
}

function settingFaults(model: LinkageModel): readonly Fault[] {
  const { prior, comparisons, linkType } = model;
  const faults: Fault[] = [];
  if (model.idColumn.trim() === '')
    faults.push({
      place: 'idColumn',
      what: 'it is empty',
      mend: 'Name the column that tells records apart.',
    });
  if (!(prior > 0 && prior < 1))
    faults.push({ place: 'prior', what: `${prior} is no probability between 0 and 1`, mend: 'Give one.' });
  if (comparisons.length === 0)
    faults.push({
      place: 'comparisons',
      what: 'there are none',
      mend: 'Ask at least one question of a pair.',
    });
  if (linkType !== 'dedupe' && model.sourceColumn?.trim() === '')
    faults.push({ place: 'sourceColumn', what: 'it is empty', mend: 'Name it, or leave it out.' });
  return faults;
}

function comparisonFaults(comparison: Comparison): readonly Fault[] {
  const place = `comparison ${comparison.name}`;
  const faults: Fault[] = [];
  if (comparison.name.trim() === '')
    faults.push({ place, what: 'it has no name', mend: 'Name it after what it asks.' });
  faults.push(...conditionFaults(comparison.nullWhen, `${place}, nullWhen`));
  if (comparison.nullWhen.is === 'else')
    faults.push({
      place: `${place}, nullWhen`,
      what: 'it always holds',
      mend: 'Say when nothing can be said.',
    });
  const last = comparison.levels.at(-1);
  if (comparison.levels.length < 2 || last?.when.is !== 'else')
    faults.push({
      place,
      what: 'its last level is not `else`',
      mend: 'End with { is: "else" } after one level at least.',
    });
  faults.push(...comparison.levels.flatMap((level, at) => levelFaults(level, comparison, at)));
  return faults;
}

function levelFaults(level: Level, comparison: Comparison, at: number): readonly Fault[] {
  const place = `comparison ${comparison.name}, level ${level.label || at}`;
  const faults: Fault[] = [...conditionFaults(level.when, place)];
  if (level.label.trim() === '')
    faults.push({ place, what: 'it has no label', mend: 'Say in words what it means.' });
  if (level.when.is === 'else' && at < comparison.levels.length - 1)
    faults.push({ place, what: '`else` hides the levels after it', mend: 'Put it last.' });
  const hidden = comparison.levels.slice(0, at).find((above) => hides(above, level));
  if (hidden)
    faults.push({
      place,
      what: `the level ${hidden.label} above it leaves it nothing`,
      mend: 'Put the closer one first.',
    });
  for (const part of ['m', 'u'] as const) {
    const value = level[part];
    if (value !== undefined && !(value > 0 && value <= 1))
      faults.push({
        place,
        what: `${part} is ${value}, not above 0 and at most 1`,
        mend: 'Leave out what is not known.',
      });
  }
  const rarity = level.termFrequency;
  if (!rarity) return faults;
  faults.push(...expressionFaults(rarity.column, `${place}, termFrequency`));
  if (
    !(rarity.weight >= 0 && Number.isFinite(rarity.weight)) ||
    !(rarity.minimum >= 0 && rarity.minimum <= 1)
  )
    faults.push({
      place: `${place}, termFrequency`,
      what: 'weight is below 0, or minimum not from 0 to 1',
      mend: 'Use 1 and 0 if in doubt.',
    });
  return faults;
}

/** Whether the level above takes every pair that this one is for: the same question with a wider limit. */
function hides(above: Level, below: Level): boolean {
  const [one, other] = [above.when, below.when];
  if (one.is === 'similar' && other.is === 'similar')
    return one.by === other.by && sameColumns(one, other) && one.atLeast <= other.atLeast;
  if (one.is === 'shared' && other.is === 'shared')
    return sameColumns(one, other) && one.atLeast <= other.atLeast;
  if (one.is === 'edits' && other.is === 'edits')
    return one.by === other.by && sameColumns(one, other) && one.atMost >= other.atMost;
  if (
    (one.is === 'days-apart' && other.is === 'days-apart') ||
    (one.is === 'numbers-apart' && other.is === 'numbers-apart')
  )
    return sameColumns(one, other) && one.atMost >= other.atMost;
  return one.is !== 'else' && JSON.stringify(one) === JSON.stringify(other);
}

type Sides = { readonly left: Parameters<typeof keyOf>[0]; readonly right: Parameters<typeof keyOf>[0] };

function sameColumns(one: Sides, other: Sides): boolean {
  return keyOf(one.left) === keyOf(other.left) && keyOf(one.right) === keyOf(other.right);
}

function sumFaults(comparison: Comparison): readonly Fault[] {
  const place = `comparison ${comparison.name}`;
  return (['m', 'u'] as const).flatMap((part): readonly Fault[] => {
    const values = comparison.levels.map((level) => level[part]);
    const known = values.filter((value) => value !== undefined);
    const sum = known.reduce((total, value) => total + value, 0);
    const short = known.length === values.length && sum < 1 - sumAllowance;
    if (known.length === 0 || (sum <= 1 + sumAllowance && !short)) return [];
    return [{ place, what: `the ${part} of its levels add up to ${sum}`, mend: 'They should add up to 1.' }];
  });
}

function ruleFaults(rule: BlockingRule): readonly Fault[] {
  const place = `blocking rule ${rule.name}`;
  const faults: Fault[] = [];
  if (rule.name.trim() === '') faults.push({ place, what: 'it has no name', mend: 'Say what must agree.' });
  faults.push(
    ...rule.keys.flatMap(({ left, right }) => [left, right].flatMap((each) => expressionFaults(each, place))),
  );
  return rule.also ? [...faults, ...conditionFaults(rule.also, place)] : faults;
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
