import { agrees, columnsOf, wholeFilling } from '../attack/knowledge.ts';
import { programmeOf } from '../attack/programme.ts';
import { openSolver } from '../attack/solver.ts';
import type { Solver } from '../attack/solver.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { roundedTo } from '../rules/small-count.ts';
import { checkTable } from '../table/check-table.ts';
import type { TableRefusal } from '../table/check-table.ts';
import { cellKey, levelOf } from '../table/table.ts';
import type { Cell, Table } from '../table/table.ts';
import { auditOf } from './audit.ts';
import type { AuditLine } from './audit.ts';
import { closeFigures } from './close.ts';
import type { Closed, CloseRefusal } from './close.ts';
import { addTable, noFigures } from './figures.ts';
import type { Figures } from './figures.ts';
import { addKnown } from './known.ts';
import type { Known } from './known.ts';
import { protectedTable } from './protected-table.ts';
import type { ProtectedCell, ProtectedTable } from './protected-table.ts';
import { addRelease } from './release.ts';
import type { Release } from './release.ts';

/** Why a table may not be published. */
export type ProtectRefusal =
  | TableRefusal
  | CloseRefusal
  | { readonly reason: 'no-tables' }
  | { readonly reason: 'kinds-mixed' }
  | { readonly reason: 'not-for-magnitudes'; readonly rules: string }
  | { readonly reason: 'unknown-table'; readonly known: Known['kind'] }
  | { readonly reason: 'solver-failed' };

/** What readers have besides the tables. */
export type Beside = {
  /** what was published before and can be held against these tables */
  readonly releases?: readonly Release[];
  /** what is known from elsewhere */
  readonly known?: readonly Known[];
};

/**
 * Protects a table by the rules of its source: primary suppression, secondary suppression, and an attacker that must
 * fail. Refuses to hand out a table that the attacker can open, or that it could not be proved to fail on.
 */
export async function protect(
  table: Table,
  rules: RuleSet,
  beside: Beside = {},
): Promise<Result<ProtectedTable, ProtectRefusal>> {
  const together = await protectTogether([{ table, rules }], beside);
  if (!together.done) return together;
  const [only] = together.value;
  return only ? done(only) : refuse({ reason: 'no-tables' });
}

/** One table with the rules of its source. */
export type Ruled = { readonly table: Table; readonly rules: RuleSet };

/**
 * Protects several tables that share cells or that readers can lay side by side: geographies, releases, crossings.
 * They are closed as one, or not at all.
 */
export async function protectTogether(
  ruled: readonly Ruled[],
  beside: Beside = {},
): Promise<Result<readonly ProtectedTable[], ProtectRefusal>> {
  const refusal = firstRefusal(ruled);
  if (refusal) return refuse(refusal);
  const solver = await openSolver().catch(() => undefined);
  if (!solver) return refuse({ reason: 'solver-failed' });
  try {
    const strict = protectWith(solver, { ruled, beside, zerosShown: true });
    const tooStrict = !strict.done && strict.refusal.reason === 'cannot-be-closed';
    // where zeros give too much away, some of them are held back too, and readers are told that they may be
    return tooStrict ? protectWith(solver, { ruled, beside, zerosShown: false }) : strict;
  } catch {
    // a solver that breaks down proves nothing, and what is not proved is not published
    return refuse({ reason: 'solver-failed' });
  }
}

function firstRefusal(ruled: readonly Ruled[]): ProtectRefusal | undefined {
  const [first] = ruled;
  if (!first) return { reason: 'no-tables' };
  for (const { table, rules } of ruled) {
    if (table.kind !== first.table.kind) return { reason: 'kinds-mixed' };
    if (table.kind === 'magnitudes' && !rules.magnitudes)
      return { reason: 'not-for-magnitudes', rules: rules.id };
    const checked = checkTable(table);
    if (!checked.done) return checked.refusal;
  }
  return undefined;
}

type Given = { ruled: readonly Ruled[]; beside: Beside; zerosShown: boolean };

function protectWith(
  solver: Solver,
  { ruled, beside, zerosShown }: Given,
): Result<readonly ProtectedTable[], ProtectRefusal> {
  const { releases = [], known = [] } = beside;
  const figures = noFigures({ whole: ruled[0]?.table.kind === 'counts', zerosShown });
  for (const { table, rules } of ruled) addTable(figures, table, rules);
  const revised = releases.map((release) => ({ release: release.id, keys: addRelease(figures, release) }));
  const tables = ruled.map(({ table }) => table);
  const unknown = addKnown(figures, tables, known);
  if (unknown) return refuse({ reason: 'unknown-table', known: unknown.kind });
  const truth = truthOf(figures, solver);
  if (!truth) return refuse({ reason: 'contradicted' });
  const closed = closeFigures({ figures, truth, solver });
  if (!closed.done) return closed;
  const notes = revised
    .filter(({ keys }) => keys.length > 0)
    .map((note): AuditLine => ({ kind: 'revised-since', ...note }));
  return done(ruled.map((one) => outputOf(one, { figures, closed: closed.value, notes })));
}

/** One filling with everything that its owner knows as it is, and the rest as it may be. */
function truthOf(figures: Figures, solver: Solver): Float64Array | undefined {
  const { all, rows, whole } = figures;
  const lower = Float64Array.from(
    all,
    ({ truth, standing, shown, least }) => truth ?? (standing === 'fixed' ? shown[0] : least),
  );
  const upper = Float64Array.from(all, ({ truth, shown }) => truth ?? shown[1]);
  const knowledge = { names: all.map(({ key }) => key), lower, upper, rows, whole };
  const truth = all.every((figure) => figure.truth !== undefined)
    ? lower
    : programmeOf(knowledge, solver).any();
  const ground = { knowledge, columns: columnsOf(knowledge) };
  return truth && agrees(ground, truth, wholeFilling(truth)) ? truth : undefined;
}

type Output = { figures: Figures; closed: Closed; notes: readonly AuditLine[] };

function outputOf({ table, rules }: Ruled, { figures, closed, notes }: Output): ProtectedTable {
  const cells = table.cells
    .filter(({ published }) => published !== false)
    .map((cell) => shownCell({ table, rules }, cell, figures));
  return protectedTable({
    id: table.id,
    rulesId: rules.id,
    symbols: rules.symbols,
    zerosShown: figures.zerosShown && rules.levels[table.level].hides?.from !== 0,
    cells,
    audit: [...notes, ...auditOf(figures, closed)],
    release: releaseOf(table, figures),
    decimals: rules.shares.decimals,
    leastBase: rules.shares.leastBase,
    zeroTells: rules.levels[table.level].hides?.from === 0,
  });
}

function shownCell({ table, rules }: Ruled, cell: Cell, figures: Figures): ProtectedCell {
  const figure = figures.all[figures.byKey.get(cellKey(table, cell.at)) ?? -1];
  const { at } = cell;
  if (!figure || figure.truth === undefined || (figure.standing !== 'shown' && figure.standing !== 'fixed'))
    return { kind: 'suppressed', at, symbol: rules.symbols.suppressed };
  const { rounds } = rules.levels[levelOf(table, at)];
  if (!rounds || table.kind === 'magnitudes') return { kind: 'number', at, number: figure.truth };
  const number = roundedTo(rounds.base, figure.truth);
  if (number === 0 && figure.truth > 0) return { kind: 'low', at, symbol: rules.symbols.low };
  return { kind: 'number', at, number, roundedTo: rounds.base };
}

function releaseOf(table: Table, { all, rows, byKey }: Figures): Release {
  const own = new Set(table.cells.map((cell) => byKey.get(cellKey(table, cell.at)) ?? -1));
  const key = (variable: number | undefined) => all[variable ?? -1]?.key ?? '';
  return {
    id: table.id,
    shown: all.flatMap(({ key, standing, shown }, variable) =>
      own.has(variable) && (standing === 'shown' || standing === 'fixed')
        ? [{ key, from: shown[0], to: shown[1] }]
        : [],
    ),
    heldBack: all.flatMap(({ key, standing, least, range, primary }) =>
      standing === 'hidden' || primary ? [{ key, least, ...(primary && range ? { range } : {}) }] : [],
    ),
    sums: rows.flatMap(({ variables, weights, lower, upper }) =>
      lower === 0 && upper === 0 && weights[0] === -1 && weights.slice(1).every((weight) => weight === 1)
        ? [{ whole: key(variables[0]), parts: variables.slice(1).map(key) }]
        : [],
    ),
  };
}
