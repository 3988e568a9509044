import { attack } from '../attack/attack.ts';
import type { Finding } from '../attack/attack.ts';
import { openSolver } from '../attack/solver.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { countsBehind } from '../rules/small-count.ts';
import { cellKey, levelOf } from '../table/table.ts';
import type { At, Table } from '../table/table.ts';
import type { Figure } from './figure.ts';
import { addSums, figureAt, noFigures } from './figures.ts';
import type { Figures } from './figures.ts';
import { addKnown } from './known.ts';
import type { Known } from './known.ts';
import { knownToReader } from './known-to-reader.ts';

/** A table as somebody published it: each cell a number, or held back. */
export type PublishedTable = Omit<Table, 'cells' | 'kind'> & {
  readonly cells: readonly { readonly at: At; readonly number: number | undefined }[];
};

/** What can be worked out about one cell that was held back. */
export type Reading = {
  readonly at: At;
  readonly verdict: Finding['verdict'];
  /** the least and the most that it can be; not given where everything that the rule asks for stays possible */
  readonly lower?: number;
  readonly upper?: number;
};

/**
 * Attacks a table that somebody else published, by the rules of its source: what can a reader work out about the cells
 * that were held back? Nothing is known of them but what was published; where the rules show zeros, they are not zero.
 */
export async function attackPublished(
  table: PublishedTable,
  rules: RuleSet,
  known: readonly Known[] = [],
): Promise<Result<readonly Reading[], { readonly reason: 'contradicted' | 'solver-failed' }>> {
  const solver = await openSolver().catch(() => undefined);
  if (!solver) return refuse({ reason: 'solver-failed' });
  const { figures, held } = publishedFigures(table, rules, known);
  const aims = held.map(({ variable, range: [from, to] }) => ({
    variable,
    kind: 'range' as const,
    from,
    to,
  }));
  const attacked = attack({ knowledge: knownToReader(figures), aims, solver, measured: true });
  if (attacked.contradiction) return refuse({ reason: 'contradicted' });
  return done(
    attacked.findings.map(({ verdict, lower, upper }, place) => ({
      at: held[place]?.at ?? [],
      verdict,
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
    })),
  );
}

type Held = { readonly at: At; readonly variable: number; readonly range: readonly [number, number] };

function publishedFigures(
  table: PublishedTable,
  rules: RuleSet,
  known: readonly Known[],
): { figures: Figures; held: readonly Held[] } {
  const figures = noFigures({ whole: true, zerosShown: true });
  const held = table.cells.flatMap(({ at, number }): Held[] => {
    const variable = figureAt(figures, cellKey(table, at));
    const level = levelOf(table, at);
    const { hides } = rules.levels[level];
    const shown = number === undefined ? undefined : countsBehind(rules, { level, count: number });
    const figure = figures.all[variable];
    if (figure) standAs(figure, { hides, shown });
    return shown ? [] : [{ at, variable, range: [hides?.from ?? 0, hides?.to ?? 0] }];
  });
  const whole: Table = { ...table, kind: 'counts', cells: [] };
  const seen = new Set<string>();
  for (const index of table.dimensions.keys()) addSums(figures, whole, { index, seen });
  addKnown(figures, [whole], known);
  return { figures, held };
}

function standAs(
  figure: Figure,
  { hides, shown }: { hides: { from: 0 | 1 } | undefined; shown: readonly [number, number] | undefined },
): void {
  figure.standing = shown ? 'fixed' : 'hidden';
  figure.least = hides?.from ?? 0;
  if (shown) figure.shown = shown;
}
