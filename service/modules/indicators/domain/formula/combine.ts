import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Operator } from './parse-formula.ts';
import { addTerms, sayQuantity, scaleTerms, type Quantity, type Terms } from './quantity.ts';
import type { Span } from './words-of-formula.ts';

export type CombineRefusal =
  | { reason: 'units-differ'; at: Span; left: string; right: string }
  | { reason: 'shares-added'; at: Span; what: string }
  | { reason: 'number-among-measures'; at: Span; what: string }
  | { reason: 'cannot-multiply'; at: Span; left: string; right: string }
  | { reason: 'cannot-divide'; at: Span; left: string; right: string }
  | { reason: 'divides-by-nothing'; at: Span }
  | { reason: 'total-alone'; at: Span };

type Combined = Outcome<Quantity, CombineRefusal>;
/** The second thing, with its place for whoever is told that it does not fit. */
type Other = { right: Quantity; at: Span };

/** What two pieces of a formula come to, or why they cannot be put together. */
export function combine(operator: Operator, left: Quantity, other: Other): Combined {
  if (operator === '*') return times(left, other);
  if (operator === '/') return over(left, other);
  return operator === '+' ? plus(left, other) : minus(left, other);
}

function plus(left: Quantity, { right, at }: Other): Combined {
  if (left.is === 'number' && right.is === 'number')
    return done({ is: 'number', number: left.number + right.number });
  if (left.is === 'count' && right.is === 'count')
    return done({ is: 'count', terms: addTerms(left.terms, right.terms) });
  if (left.is === 'total' && right.is === 'total' && left.unit === right.unit) return done(left);
  if (left.is === 'ratio' && right.is === 'ratio' && sameTerms(left.bottom, right.bottom))
    return done({ ...left, top: addTerms(left.top, right.top) });
  if (left.is === 'value' && right.is === 'value' && sameUnit(left, right))
    return refuse({ reason: 'shares-added', at, what: sayQuantity(right) });
  return unlike(left, { right, at });
}

function minus(left: Quantity, { right, at }: Other): Combined {
  if (left.is === 'number' && right.is === 'number')
    return done({ is: 'number', number: left.number - right.number });
  if (left.is === 'count' && right.is === 'count')
    return done({ is: 'count', terms: addTerms(left.terms, right.terms, -1) });
  // one less a share of a whole is the share of the others
  if (left.is === 'number' && left.number === 1 && right.is === 'ratio')
    return done({ ...right, top: addTerms(right.bottom, right.top, -1) });
  if (left.is === 'total' && right.is === 'total' && left.unit === right.unit) return done(left);
  if (left.is === 'ratio' && right.is === 'ratio') return done({ is: 'difference', unit: undefined });
  if (left.is === 'value' && right.is === 'value' && sameUnit(left, right))
    return done({ is: 'difference', unit: left.unit });
  return unlike(left, { right, at });
}

function unlike(left: Quantity, { right, at }: Other): Combined {
  if (left.is === 'number' || right.is === 'number') {
    const other = left.is === 'number' ? right : left;
    return refuse({ reason: 'number-among-measures', at, what: sayQuantity(other) });
  }
  return refuse({ reason: 'units-differ', at, left: sayQuantity(left), right: sayQuantity(right) });
}

function times(left: Quantity, { right, at }: Other): Combined {
  if (left.is === 'number') return scaled(right, left.number);
  if (right.is === 'number') return scaled(left, right.number);
  const [value, count] = left.is === 'count' ? [right, left] : [left, right];
  if (value.is === 'value' && count.is === 'count')
    return done({ is: 'total', kind: value.kind, unit: value.unit });
  return refuse({ reason: 'cannot-multiply', at, left: sayQuantity(left), right: sayQuantity(right) });
}

function over(left: Quantity, { right, at }: Other): Combined {
  if (right.is === 'number')
    return right.number === 0 ? refuse({ reason: 'divides-by-nothing', at }) : scaled(left, 1 / right.number);
  if (left.is === 'count' && right.is === 'count')
    return right.terms.size === 0
      ? refuse({ reason: 'divides-by-nothing', at })
      : done({ is: 'ratio', top: left.terms, bottom: right.terms });
  if (left.is === 'total' && right.is === 'count')
    return done({ is: 'value', kind: left.kind, unit: left.unit, multiplier: undefined, of: undefined });
  if (left.is === 'value' && right.is === 'value')
    return sameUnit(left, right)
      ? done({ is: 'relative' })
      : refuse({ reason: 'units-differ', at, left: sayQuantity(left), right: sayQuantity(right) });
  if (left.is === 'ratio' && right.is === 'ratio') return done({ is: 'relative' });
  return refuse({ reason: 'cannot-divide', at, left: sayQuantity(left), right: sayQuantity(right) });
}

/** A quantity times a plain number; counts behind a number that was changed no longer make it. */
function scaled(quantity: Quantity, factor: number): Combined {
  switch (quantity.is) {
    case 'number':
      return done({ is: 'number', number: quantity.number * factor });
    case 'count':
      return done({ is: 'count', terms: scaleTerms(quantity.terms, factor) });
    case 'ratio':
      return done({ ...quantity, top: scaleTerms(quantity.top, factor) });
    case 'value':
      return done(factor === 1 ? quantity : { ...quantity, of: undefined });
    default:
      return done(quantity);
  }
}

function sameUnit(
  left: Extract<Quantity, { is: 'value' }>,
  right: Extract<Quantity, { is: 'value' }>,
): boolean {
  return left.unit === right.unit && left.kind === right.kind;
}

function sameTerms(left: Terms, right: Terms): boolean {
  return (
    left.size === right.size && [...left].every(([name, coefficient]) => right.get(name) === coefficient)
  );
}
