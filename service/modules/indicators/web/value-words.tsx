import { sayInUnit, type MeasureUnit } from '../domain/figures/measure-definition.ts';
import { markOf, nameOfStatus } from '../domain/say-value.ts';
import { isNumber, type Value } from '../domain/value.ts';

/** A value in a cell: the number with its unit; or the mark that official statistics use, with its name for every reader. */
export function ValueWords({ value, unit }: { value: Value; unit: MeasureUnit }) {
  if (isNumber(value)) return <>{sayInUnit(value, { ...unit, name: unit.symbol ? unit.name : '' })}</>;
  return (
    <span class={`status status-${value.status}`}>
      <span aria-hidden="true">{markOf(value.status)} </span>
      {nameOfStatus(value.status)}
    </span>
  );
}
