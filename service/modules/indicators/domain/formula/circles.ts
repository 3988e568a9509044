import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { formulaId, type FormulaMeasure } from './formula-measure.ts';

/** A measure that would be made of itself: the way round, by codes. */
export type GoesRound = { reason: 'goes-round'; way: readonly string[] };

type Defined = Pick<FormulaMeasure, 'code' | 'parts'>;

/** Definitions in an order in which each comes after those it is made of; refused where one leads back to itself. */
export function inOrder<Each extends Defined>(all: readonly Each[]): Outcome<readonly Each[], GoesRound> {
  const byId = new Map(all.map((one) => [formulaId(one.code), one]));
  const ordered: Each[] = [];
  const finished = new Set<string>();
  const visit = (one: Each, way: readonly string[]): GoesRound | undefined => {
    if (finished.has(one.code)) return undefined;
    const round = [...way, one.code];
    if (way.includes(one.code)) return { reason: 'goes-round', way: round.slice(way.indexOf(one.code)) };
    for (const { measure } of one.parts) {
      const next = byId.get(measure);
      const found = next && visit(next, round);
      if (found) return found;
    }
    finished.add(one.code);
    ordered.push(one);
    return undefined;
  };
  for (const one of all) {
    const found = visit(one, []);
    if (found) return refuse(found);
  }
  return done(ordered);
}
