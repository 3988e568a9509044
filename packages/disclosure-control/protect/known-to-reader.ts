import type { Aim, Knowledge } from '../attack/knowledge.ts';
import type { Figures } from './figures.ts';

/** All that a reader knows as things stand: what is shown, the least of what is held back, and every sum. */
export function knownToReader(figures: Figures): Knowledge {
  const { all, rows, whole } = figures;
  const isOpen = (at: number): boolean => all[at]?.standing === 'hidden' || all[at]?.standing === 'absent';
  return {
    names: all.map(({ key }) => key),
    lower: Float64Array.from(all, ({ least, shown }, at) => (isOpen(at) ? least : shown[0])),
    upper: Float64Array.from(all, ({ shown }, at) => (isOpen(at) ? Number.POSITIVE_INFINITY : shown[1])),
    rows,
    whole,
  };
}

/** What must stay possible for every figure that may not be seen by its own rule. */
export function primaryAims(figures: Figures): readonly Aim[] {
  return figures.all.flatMap(({ primary, range }, variable): Aim[] => {
    if (!primary) return [];
    return [range ? { variable, kind: 'range', from: range[0], to: range[1] } : { variable, kind: 'two' }];
  });
}

/** That no figure held back for the sake of another can be worked out exactly. */
export function secondaryAims(figures: Figures): readonly Aim[] {
  return figures.all.flatMap(({ primary, standing }, variable): Aim[] =>
    standing === 'hidden' && !primary ? [{ variable, kind: 'two' }] : [],
  );
}
