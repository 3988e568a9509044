import type { OwnMeasure } from '../../domain/own/own-measure.ts';

/** A box of the form for each place. */
export type OwnColumn = { name: 'count' | 'base' | 'schools'; head: string };

/** What is asked of each place: how many, of how many, and of answers from how many schools. */
export function columnsOfOwn(own: OwnMeasure): OwnColumn[] {
  const base = own.kind === 'rate' ? 'How many live there' : 'Of how many';
  return [
    { name: 'count', head: 'How many' },
    ...(own.kind === 'count' ? [] : [{ name: 'base' as const, head: base }]),
    ...(own.origin === 'answers' ? [{ name: 'schools' as const, head: 'From how many schools' }] : []),
  ];
}
