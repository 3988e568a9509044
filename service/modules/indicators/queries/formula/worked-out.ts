import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { countsCode } from '../../domain/counts.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { checkFormula, type Checked, type CheckRefusal } from '../../domain/formula/check-formula.ts';
import { knownParts } from '../../domain/formula/facts-of-formula.ts';
import type { FormulaMeasure } from '../../domain/formula/formula-measure.ts';
import { parseFormula, type ParseRefusal } from '../../domain/formula/parse-formula.ts';
import {
  sumsIn,
  workOutSeries,
  type FiguresOf,
  type FormulaPoint,
  type ToWorkOut,
} from '../../domain/formula/work-out-series.ts';
import { placeKey, type SideAt } from '../../domain/gap/telling.ts';
import { measureOfId } from '../../domain/measure-facts.ts';
import { partsOf } from '../../domain/observation.ts';
import { areasWithFigures } from '../../store/figures.ts';
import { groupsOfMeasures } from '../../store/formula/formula-measures.ts';
import { readParts } from '../../store/gaps/parts.ts';
import { definitionsOf } from '../area-scorecard.ts';
import type { FiguresGround } from '../figures-ground.ts';

export type UnderstandRefusal = ParseRefusal | CheckRefusal | { reason: 'part-missing'; measure: string };

/** A formula that makes sense, with what the catalogue says of its parts. */
export type Understood = {
  readonly toWorkOut: ToWorkOut;
  readonly checked: Checked;
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
};

/** Reads and checks a formula over measures of the catalogue. */
export async function understand(
  ctx: Ctx,
  { parts, formula }: Pick<FormulaMeasure, 'parts' | 'formula'>,
): Promise<Outcome<Understood, UnderstandRefusal>> {
  const definitions = await definitionsOf(
    ctx,
    parts.map(({ measure }) => measure),
  );
  const missing = parts.find(({ measure }) => !definitions.has(measure));
  if (missing) return refuse({ reason: 'part-missing', measure: missing.measure });
  const parsed = parseFormula(formula);
  if (!parsed.done) return parsed;
  const known = knownParts(parts, definitions);
  const checked = checkFormula(parsed.value, known);
  if (!checked.done) return checked;
  return done({
    checked: checked.value,
    definitions,
    toWorkOut: { checked: checked.value, parts: known, terms: checked.value.terms },
  });
}

/** A formula worked out for one place and group of people. */
export type WorkedOutSeries = { areaCode: string; breakdown: string; points: readonly FormulaPoint[] };

/**
 * Works a formula out wherever its parts have figures; of some areas alone where they are given. An invented county is
 * worked out beside an invented England, and a real one never is.
 */
export async function workedOut(
  ctx: Ctx,
  ground: FiguresGround,
  given: { understood: Understood; invented: boolean; areas?: readonly string[] },
): Promise<readonly WorkedOutSeries[]> {
  const { toWorkOut } = given.understood;
  const measures = toWorkOut.parts.map(({ measure }) => measure);
  const codes = given.areas ?? (await areasWithFigures(ctx, ground.keys, measures));
  const groups = await groupsOfMeasures(ctx, measures);
  const breakdowns = given.areas ? [''] : sharedGroups(toWorkOut, groups);
  const places = sidesOf(toWorkOut, { breakdowns, groups });
  const read = await readParts(ctx, ground.keys, { places, areaCodes: codes, invented: given.invented });
  const byArea = figuresByArea(read, ground);
  return [...byArea].flatMap(([areaCode, figures]) =>
    breakdowns.flatMap((breakdown) => {
      const points = workOutSeries(toWorkOut, {
        of: figuresIn(figures, breakdown),
        breakdown,
        groups: [...new Set([...groups.values()].flat())],
      });
      return points.length === 0 ? [] : [{ areaCode, breakdown, points }];
    }),
  );
}

/** Groups for which every measure has figures, so that a gap can be seen in the result too. */
function sharedGroups(
  { parts, checked }: ToWorkOut,
  groups: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (sumsIn(checked.formula.tree).size > 0 || parts.some(({ match }) => match === 'year-begun')) return [''];
  const [first, ...others] = parts.map(({ measure }) => groups.get(measure) ?? []);
  return ['', ...(first ?? []).filter((group) => others.every((list) => list.includes(group)))];
}

function sidesOf(
  { parts, checked }: ToWorkOut,
  { breakdowns, groups }: { breakdowns: readonly string[]; groups: ReadonlyMap<string, readonly string[]> },
): readonly SideAt[] {
  const sums = sumsIn(checked.formula.tree);
  return parts.flatMap(({ measure, letter }): SideAt[] => {
    const columns = (sums.get(letter) ?? []).map((column) => column.toLowerCase());
    const added = (groups.get(measure) ?? []).filter((group) => {
      const [only, ...others] = partsOf(group);
      return others.length === 0 && only && columns.includes(only.name.toLowerCase());
    });
    const counts = countsSide(measure);
    return [
      ...[...new Set([...breakdowns, ...added])].map((breakdown) => ({ measure, breakdown })),
      ...(counts ? [counts] : []),
    ];
  });
}

function countsSide(measure: string): SideAt | undefined {
  const named = measureOfId(measure);
  return named && { measure: `ees:${countsCode(named)}`, breakdown: '' };
}

type ByPlace = ReadonlyMap<string, readonly Figure[]>;

/** Figures by the code under which an area is addressed now. */
function figuresByArea(
  read: ReadonlyMap<string, readonly Figure[]>,
  { atlas }: FiguresGround,
): ReadonlyMap<string, ByPlace> {
  const found = new Map<string, Map<string, Figure[]>>();
  for (const [key, figures] of read)
    for (const figure of figures) {
      const code = atlas.place(figure.areaCode)?.code ?? figure.areaCode;
      const ofArea = found.get(code) ?? new Map<string, Figure[]>();
      ofArea.set(key, [...(ofArea.get(key) ?? []), figure]);
      found.set(code, ofArea);
    }
  return found;
}

/** A measure's figures, with counts that another table gives for the same days where it gives none itself. */
function figuresIn(figures: ByPlace, ofGroup: string): FiguresOf {
  return ({ measure, breakdown }) => {
    const own = figures.get(placeKey({ measure, breakdown })) ?? [];
    const side = breakdown === '' && ofGroup === '' ? countsSide(measure) : undefined;
    const counts = side ? (figures.get(placeKey(side)) ?? []) : [];
    if (counts.length === 0) return own;
    return own.map((figure) => {
      if (figure.count !== undefined && figure.denominator !== undefined) return figure;
      const other = counts.find(
        ({ period }) => period.start === figure.period.start && period.end === figure.period.end,
      );
      return other ? { ...figure, count: other.count, denominator: other.denominator } : figure;
    });
  };
}
