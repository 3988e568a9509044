import type { Dictionary } from '../../records/dictionary.ts';
import type { Compare } from '../../similarity/compare.ts';

/** How many distinct values two lists share; a list is a text whose values stand between spaces. */
export function sharedValues(left: Dictionary, right: Dictionary): Compare {
  return (l, r) => {
    const values = new Set(valuesOf(left.kept(l)));
    return valuesOf(right.kept(r)).filter((value) => values.delete(value)).length;
  };
}

function valuesOf(text: string): string[] {
  return text.split(' ').filter((value) => value !== '');
}
