import { columnsOf } from '../attack/knowledge.ts';
import { isWhole } from '../attack/programme.ts';
import type { Answer, Loaded, Programme, Solver } from '../attack/solver.ts';
import type { Figure } from './figure.ts';
import type { Figures } from './figures.ts';

/** Which figures to hold back so that one figure could have another value; empty when it could already. */
export type Hiding = { readonly hide: readonly number[] } | 'impossible' | 'failed';

/** Asks for the cheapest hiding, again and again over the same figures. */
export type Hider = {
  /** `exactly`: in whole numbers, which takes longer; otherwise a part of a person may stray too */
  cheapest(variable: number, value: number, exactly: boolean): Hiding;
  /** tells that a figure is held back now and may move freely */
  hidden(variable: number): void;
  times(): number;
};

/**
 * Secondary suppression as a programme: the filling in which one figure has another value, that strays least, by loss,
 * from what is shown. What strays must be held back; what is held back already strays freely. Figures that are shown
 * for good may not stray.
 *
 * Minimise Σ loss · (over + under), where x − over + under lies in what is shown, and every sum holds.
 * Source: Kelly, Golden and Assad (1992) for the programme of deviations; Hundepool et al. (2012), ch. 4.
 */
export function hiderOf(figures: Figures, solver: Solver): Hider {
  const layout = layoutOf(figures);
  let loaded: Loaded | undefined;
  let asked = 0;
  const programme = (): Loaded => {
    asked += 1;
    loaded ??= solver.load(programmeOf(figures, layout));
    return loaded;
  };
  return {
    cheapest: (variable, value, exactly) => {
      const column = layout.columns.get(variable);
      if (column === undefined) return 'impossible';
      programme().bound(column, value, value);
      const answer = answerOf(programme(), figures.whole && exactly, layout.columns.size);
      programme().bound(column, ...boundsOf(figures.all[variable]));
      return answer.kind === 'optimal' ? { hide: strayed(figures, layout, answer.values) } : failure(answer);
    },
    hidden: (variable) => {
      const deviation = layout.deviations.get(variable);
      if (deviation === undefined) return;
      programme().cost(deviation, 0);
      programme().cost(deviation + 1, 0);
    },
    times: () => asked,
  };
}

function failure(answer: Answer): 'impossible' | 'failed' {
  return answer.kind === 'impossible' ? 'impossible' : 'failed';
}

function answerOf(programme: Loaded, whole: boolean, columns: number): Answer {
  const answer = programme.minimise();
  if (!whole || answer.kind !== 'optimal' || answer.values.subarray(0, columns).every(isWhole)) return answer;
  return programme.minimiseWhole(columns);
}

/** Where each figure stands among the columns: itself, and how far it strays over and under what is shown. */
type Layout = { columns: Map<number, number>; deviations: Map<number, number> };

function layoutOf({ all, rows }: Figures): Layout {
  const inRow = columnsOf({ names: all.map(({ key }) => key), rows });
  const free = all.flatMap(({ standing, shown, primary }, variable) => {
    const isSet = standing === 'fixed' && shown[0] === shown[1];
    return isSet || ((inRow[variable]?.length ?? 0) === 0 && !primary) ? [] : [variable];
  });
  const columns = new Map(free.map((variable, column) => [variable, column]));
  const shownOnes = free.filter((variable) => all[variable]?.standing === 'shown');
  return {
    columns,
    deviations: new Map(shownOnes.map((variable, place) => [variable, free.length + 2 * place])),
  };
}

function programmeOf(figures: Figures, { columns, deviations }: Layout): Programme {
  const { all } = figures;
  const free = [...columns.keys()].map((variable) => all[variable]);
  const strays = [...deviations.keys()].flatMap((variable) => lossOf(figures, variable));
  const sums = figures.rows.flatMap((row) => {
    const places = row.variables.flatMap((variable, place) => (columns.has(variable) ? [place] : []));
    if (places.length === 0) return [];
    let set = 0;
    for (const [place, variable] of row.variables.entries())
      if (!columns.has(variable)) set += (row.weights[place] ?? 0) * (all[variable]?.shown[0] ?? 0);
    return {
      columns: places.map((place) => columns.get(row.variables[place] ?? -1) ?? 0),
      weights: places.map((place) => row.weights[place] ?? 0),
      lower: row.lower - set,
      upper: row.upper - set,
    };
  });
  const shown = [...deviations].map(([variable, deviation]) => ({
    columns: [columns.get(variable) ?? 0, deviation, deviation + 1],
    weights: [1, -1, 1],
    lower: all[variable]?.shown[0] ?? 0,
    upper: all[variable]?.shown[1] ?? 0,
  }));
  return {
    costs: [...free.map(() => 0), ...strays],
    lower: [...free.map((figure) => boundsOf(figure)[0]), ...strays.map(() => 0)],
    upper: [...free.map((figure) => boundsOf(figure)[1]), ...strays.map(() => Number.POSITIVE_INFINITY)],
    rows: [...sums, ...shown],
  };
}

function boundsOf(figure: Figure | undefined): readonly [number, number] {
  if (figure?.standing === 'fixed') return figure.shown;
  return [figure?.least ?? 0, Number.POSITIVE_INFINITY];
}

/** A hair more for each later figure, so that among equals the choice is always the same. */
function lossOf({ all }: Figures, variable: number): readonly [number, number] {
  const loss = (all[variable]?.loss ?? 0) * (1 + (1e-4 * variable) / all.length);
  return [loss, loss];
}

function strayed({ all, whole }: Figures, { columns, deviations }: Layout, values: Float64Array): number[] {
  return [...deviations.keys()].filter((variable) => {
    const figure = all[variable];
    if (!figure || figure.standing !== 'shown') return false;
    const value = values[columns.get(variable) ?? 0] ?? 0;
    const stray = whole ? 1e-4 : 1e-7 * Math.max(1, Math.abs(value));
    return value < figure.shown[0] - stray || value > figure.shown[1] + stray;
  });
}
