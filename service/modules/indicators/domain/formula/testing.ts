import type { Outcome } from '#platform/kernel/outcome.ts';
import { measureUnit } from '../figures/measure-definition.ts';
import type { MeasureKind } from '../measure-facts.ts';
import { checkFormula, type Checked, type CheckRefusal } from './check-formula.ts';
import type { KnownPart } from './known-part.ts';
import { parseFormula, type ParseRefusal } from './parse-formula.ts';

/** An invented part: `a` is `other:invented:a`, and so on. */
export function part(
  letter: string,
  given: { kind: MeasureKind; unit?: string; take?: KnownPart['take']; match?: KnownPart['match'] },
): KnownPart {
  const { kind, unit = kind === 'count' ? 'count' : '%', take = 'value', match = 'same-days' } = given;
  return {
    letter,
    measure: `other:invented:${letter}`,
    take,
    match,
    title: `Measure ${letter.toUpperCase()}`,
    kind,
    unit: measureUnit(unit, 1),
  };
}

/** Reads and checks a formula. */
export function checked(
  text: string,
  parts: readonly KnownPart[],
): Outcome<Checked, ParseRefusal | CheckRefusal> {
  const parsed = parseFormula(text);
  return parsed.done ? checkFormula(parsed.value, parts) : parsed;
}
