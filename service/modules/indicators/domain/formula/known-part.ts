import type { MeasureUnit } from '../figures/measure-definition.ts';
import type { MeasureKind } from '../measure-facts.ts';
import type { Part } from './formula-measure.ts';

/** A part with what the catalogue says of its measure. */
export type KnownPart = Part & {
  readonly title: string;
  readonly kind: MeasureKind;
  readonly unit: MeasureUnit;
};
