import { runsOf, type Panel, type Series } from '#packages/charts';
import { settled, type Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { yearsOf } from '../figures/years.ts';

/** Fewer are read from one chart with its lines; of more, nobody keeps in mind what they saw first. */
const fewest = 3;
export const mostPanels = 12;

/** A place with its figures, under the name by which its little chart is called. */
export type PlaceOverYears = { code: string; name: string; figures: readonly Figure[] };

/**
 * One little chart for each place, each beside the same dashed line. None where fewer than three places or more than twelve
 * have two numbers that may be joined: a single year is shown better side by side.
 */
export function panelsOf(given: {
  definition: MeasureDefinition;
  places: readonly PlaceOverYears[];
  /** whether they are ours, and hang on the thread */
  role: 'own' | 'neighbour';
  /** what stands dashed in each of them */
  beside: Series | undefined;
  /** the file that our own latest figure is of, as everywhere on the page */
  like: Pick<Figure, 'batch'> | undefined;
}): readonly Panel[] {
  const { definition, places, role, beside, like } = given;
  const panels = places.flatMap(({ code, name, figures }): Panel[] => {
    const { points } = yearsOf({ definition, figures: settled(figures, like) });
    const series: Series = { key: code, name, role, points };
    const isLine = runsOf(series).some((run) => run.length > 1);
    return isLine ? [{ key: code, name, series: beside ? [series, beside] : [series] }] : [];
  });
  return panels.length < fewest || panels.length > mostPanels ? [] : panels;
}

/** Which way each place went since its line was last cut: a count, and no judgement of chance. */
export function sayPanels(
  panels: readonly Panel[],
  { unit }: MeasureDefinition,
  what: 'neighbours' | 'zones',
): string {
  const ways = panels.map(({ series }) => wayOf(series[0], unit.decimals));
  const count = (way: number) => ways.filter((one) => one === way).length;
  const told = [
    { many: count(1), words: 'higher' },
    { many: count(-1), words: 'lower' },
    { many: count(0), words: 'the same' },
  ].filter(({ many }) => many > 0);
  const [first, ...others] = told.map(({ many, words }) => `${many} ${words}`);
  if (others.length === 0) return `All ${panels.length} ${what} ended ${allOf(told[0]?.words)}`;
  return `Of ${panels.length} ${what}, ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} now, beside where each began`;
}

function allOf(words: string | undefined): string {
  return words === 'the same' ? 'where they began' : `${words ?? ''} than they began`;
}

function wayOf(series: Series | undefined, decimals: number): number {
  const run = series ? (runsOf(series).findLast((points) => points.length > 1) ?? []) : [];
  const [first, last] = [run.at(0), run.at(-1)].map((point) =>
    point ? Number(point.value.number.toFixed(decimals)) : 0,
  );
  return Math.sign((last ?? 0) - (first ?? 0));
}
