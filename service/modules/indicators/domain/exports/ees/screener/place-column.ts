import type { EesFormat } from '#reference/ees/ees-format.ts';

const shapes = new WeakMap<EesFormat, RegExp>();

/** Whether a column is a place by its name: `school_urn`, `laName`, `ward`. */
export function isPlaceColumn(format: EesFormat, column: string): boolean {
  const known = shapes.get(format);
  const shape = known ?? shapeOf(format);
  if (!known) shapes.set(format, shape);
  return shape.test(column);
}

function shapeOf({ placeWords: { begins, ends, whole } }: EesFormat): RegExp {
  return new RegExp(`^(?:(?:${begins.join('|')}).*(?:${ends.join('|')})|${whole.join('|')})$`, 'i');
}
