import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { MeasureKind } from '../measure-facts.ts';
import { combine, type CombineRefusal } from './combine.ts';
import { waysOf, type Way } from './certainty-of-formula.ts';
import type { Part } from './formula-measure.ts';
import type { KnownPart } from './known-part.ts';
import type { Formula, Tree } from './parse-formula.ts';
import { addTerms, oneTerm, sayQuantity, type Quantity, type Terms } from './quantity.ts';
import type { Span } from './words-of-formula.ts';

export type CheckRefusal =
  | CombineRefusal
  | { reason: 'letter-unknown'; at: Span; letter: string }
  | { reason: 'kind-not-known'; at: Span; title: string }
  | { reason: 'not-counted'; at: Span; title: string; take: 'count' | 'base' }
  | { reason: 'sum-of-no-count'; at: Span; title: string }
  | { reason: 'mean-of-what'; at: Span; title: string }
  | { reason: 'only-numbers'; at: Span }
  | { reason: 'per-missing'; at: Span }
  | { reason: 'per-not-needed'; at: Span; what: string }
  | { reason: 'part-not-used'; at: Span; letter: string; title: string };

/** A formula that makes sense: what its number is, in what, and how sure it can be. */
export type Checked = {
  readonly formula: Formula;
  readonly kind: MeasureKind;
  /** as the catalogue writes it: "%", "per 10,000", "count" */
  readonly unit: string;
  /** what the tree comes to is multiplied by this */
  readonly multiplier: number;
  readonly way: Way;
  /** the counts of which a result is made that is a count itself */
  readonly terms: Terms | undefined;
};

/** Checks that what a formula adds can be added, and says what its number is. */
export function checkFormula(formula: Formula, parts: readonly KnownPart[]): Outcome<Checked, CheckRefusal> {
  const read = quantityOf(formula.tree, parts);
  if (!read.done) return read;
  const made = resultOf(formula, read.value, parts);
  if (!made.done) return made;
  const used = lettersIn(formula.tree);
  const idle = parts.find(({ letter }) => !used.has(letter));
  const whole = { from: 0, to: formula.text.length };
  if (idle) return refuse({ reason: 'part-not-used', at: whole, letter: idle.letter, title: idle.title });
  return made;
}

type Read = Outcome<Quantity, CheckRefusal>;

function quantityOf(tree: Tree, parts: readonly KnownPart[]): Read {
  if (tree.is === 'number') return done({ is: 'number', number: tree.number });
  if (tree.is === 'two') {
    const left = quantityOf(tree.left, parts);
    if (!left.done) return left;
    const right = quantityOf(tree.right, parts);
    if (!right.done) return right;
    return combine(tree.operator, left.value, { right: right.value, at: tree.right.at });
  }
  if (tree.is === 'mean') return meanOf(tree, parts);
  const found = partOf(tree.letter, { parts, at: tree.at });
  if (!found.done) return found;
  if (tree.is === 'index') return done({ is: 'index' });
  if (tree.is === 'sum') {
    const quantity = quantityOfPart(found.value, tree.at);
    if (!quantity.done) return quantity;
    if (quantity.value.is !== 'count')
      return refuse({ reason: 'sum-of-no-count', at: tree.at, title: found.value.title });
    return done({ is: 'count', terms: oneTerm(sumName(found.value, tree.over)) });
  }
  return quantityOfPart(found.value, tree.at);
}

/** The name under which a part's counts, added over the groups of a column, are looked up. */
export function sumName({ take, measure }: Part, over: string): string {
  return `sum|${take}|${over}|${measure}`;
}

/** The name under which a figure of a part is looked up. */
export function termName(take: Part['take'], measure: string): string {
  return `${take}|${measure}`;
}

function partOf(
  letter: string,
  { parts, at }: { parts: readonly KnownPart[]; at: Span },
): Outcome<KnownPart, CheckRefusal> {
  const part = parts.find((one) => one.letter === letter);
  if (!part) return refuse({ reason: 'letter-unknown', at, letter });
  if (part.kind === 'not-known') return refuse({ reason: 'kind-not-known', at, title: part.title });
  return done(part);
}

function quantityOfPart(part: KnownPart, at: Span): Read {
  const { kind, unit, measure, take, title } = part;
  if (take !== 'value') {
    if (kind !== 'proportion' && kind !== 'rate' && kind !== 'mean')
      return refuse({ reason: 'not-counted', at, title, take });
    if (kind === 'mean' && take === 'count') return refuse({ reason: 'not-counted', at, title, take });
    return done({ is: 'count', terms: oneTerm(termName(take, measure)) });
  }
  if (kind === 'count') return done({ is: 'count', terms: oneTerm(termName('value', measure)) });
  const counted = kind === 'proportion' || kind === 'rate' ? countsOf(measure) : undefined;
  return done({ is: 'value', kind, unit: unit.name, multiplier: unit.multiplier, of: counted });
}

function countsOf(measure: string): { top: Terms; bottom: Terms } {
  return { top: oneTerm(termName('count', measure)), bottom: oneTerm(termName('base', measure)) };
}

/** Shares or rates together are all that was counted over all of whom; averages are weighted by how many they speak of. */
function meanOf(tree: Extract<Tree, { is: 'mean' }>, parts: readonly KnownPart[]): Read {
  const found: KnownPart[] = [];
  for (const letter of tree.letters) {
    const part = partOf(letter, { parts, at: tree.at });
    if (!part.done) return part;
    const { kind, title, take } = part.value;
    if (take !== 'value' || (kind !== 'proportion' && kind !== 'rate' && kind !== 'mean'))
      return refuse({ reason: 'mean-of-what', at: tree.at, title });
    found.push(part.value);
  }
  const [first, ...others] = found;
  if (!first) return refuse({ reason: 'only-numbers', at: tree.at });
  const unlike = others.find(({ kind, unit }) => kind !== first.kind || unit.name !== first.unit.name);
  if (unlike)
    return refuse({
      reason: 'units-differ',
      at: tree.at,
      left: `${first.title} (${first.unit.name})`,
      right: `${unlike.title} (${unlike.unit.name})`,
    });
  const none: Terms = new Map();
  const all = found.map(({ measure }) => countsOf(measure));
  return done({
    is: 'value',
    kind: first.kind,
    unit: first.unit.name,
    multiplier: first.unit.multiplier,
    of:
      first.kind === 'mean'
        ? undefined
        : {
            top: all.reduce((sum, { top }) => addTerms(sum, top), none),
            bottom: all.reduce((sum, { bottom }) => addTerms(sum, bottom), none),
          },
  });
}

/** The letters that a formula uses. */
function lettersIn(tree: Tree): ReadonlySet<string> {
  switch (tree.is) {
    case 'number':
      return new Set();
    case 'two':
      return new Set([...lettersIn(tree.left), ...lettersIn(tree.right)]);
    case 'mean':
      return new Set(tree.letters);
    default:
      return new Set([tree.letter]);
  }
}

function resultOf(
  formula: Formula,
  quantity: Quantity,
  parts: readonly KnownPart[],
): Outcome<Checked, CheckRefusal> {
  const { per, tree } = formula;
  const end = { from: tree.at.to, to: formula.text.length };
  if (quantity.is === 'number') return refuse({ reason: 'only-numbers', at: tree.at });
  const isRatio = quantity.is === 'ratio' || (quantity.is === 'difference' && quantity.unit === undefined);
  if (isRatio && per === undefined) return refuse({ reason: 'per-missing', at: tree.at });
  if (!isRatio && quantity.is !== 'relative' && per !== undefined)
    return refuse({ reason: 'per-not-needed', at: end, what: sayQuantity(quantity) });
  if (quantity.is === 'total') return refuse({ reason: 'total-alone', at: tree.at });
  const way = waysOf(quantity, parts);
  const terms = quantity.is === 'count' ? quantity.terms : undefined;
  return done({ formula, multiplier: per ?? 1, way, terms, ...namedAs(quantity, { per, way }) });
}

/** What the catalogue calls a number of this sort. */
function namedAs(
  quantity: Quantity,
  { per, way }: { per: number | undefined; way: Way },
): { kind: MeasureKind; unit: string } {
  const perWords = `per ${(per ?? 1).toLocaleString('en-GB')}`;
  switch (quantity.is) {
    case 'count':
      return { kind: 'count', unit: 'count' };
    case 'ratio': {
      if (way.by === 'share') return { kind: 'proportion', unit: per === 100 ? '%' : perWords };
      return { kind: way.by === 'rate' ? 'rate' : 'index', unit: perWords };
    }
    case 'value':
      return { kind: quantity.kind, unit: quantity.unit };
    case 'difference': {
      const unit = quantity.unit ?? (per === 100 ? '%' : perWords);
      return { kind: 'gap', unit: unit.startsWith('%') ? 'pp' : unit };
    }
    case 'index':
      return { kind: 'index', unit: 'first year = 100' };
    default:
      return { kind: 'index', unit: per === undefined || per === 1 ? 'times' : perWords };
  }
}
