import type { Ctx } from '#platform/db/database.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { done } from '#platform/kernel/outcome.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { intervalOf, type Interval } from '../../domain/figures/interval.ts';
import { definitionOf, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { factsOfFormula } from '../../domain/formula/facts-of-formula.ts';
import type { FormulaMeasure, Part } from '../../domain/formula/formula-measure.ts';
import type { FormulaPoint } from '../../domain/formula/work-out-series.ts';
import type { Checked } from '../../domain/formula/check-formula.ts';
import {
  formulaMeasure,
  formulaMeasures,
  formulaVersions,
  type FormulaVersion,
  type StoredFormula,
} from '../../store/formula/formula-measures.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround } from '../figures-ground.ts';
import { understand, workedOut, type UnderstandRefusal } from './worked-out.ts';

export type { StoredFormula };

/** A formula worked out for our area, as an example that a reader can follow with a pencil. */
export type FormulaExample = {
  readonly checked: Checked;
  /** what the catalogue will say of the result */
  readonly definition: MeasureDefinition;
  readonly place: string;
  /** newest first */
  readonly rows: readonly (FormulaPoint & { readonly interval: Interval })[];
};

const mostRows = 5;

/** What a formula would come to here, without anything being kept. */
export async function tryFormula(
  ctx: Ctx,
  asked: Pick<FormulaMeasure, 'parts' | 'formula' | 'decimals'>,
): Promise<Outcome<FormulaExample, UnderstandRefusal>> {
  const understood = await understand(ctx, asked);
  if (!understood.done) return understood;
  const { checked, definitions } = understood.value;
  const measure = {
    ...asked,
    code: '',
    title: '',
    polarity: 'no-judgement',
    version: 0,
    reason: '',
  } as const;
  const definition = definitionOf(factsOfFormula(measure, checked, definitions));
  const ground = await figuresGround(ctx);
  const place = ground.home === undefined ? undefined : ground.atlas.place(ground.home);
  if (!place) return done({ checked, definition, place: '', rows: [] });
  const { codes, isInvented } = place;
  const given = { understood: understood.value, invented: isInvented, areas: codes };
  const [series] = await workedOut(ctx, ground, given);
  const rows = (series?.points ?? [])
    .toReversed()
    .slice(0, mostRows)
    .map((point) => ({ ...point, interval: intervalOf(asFigure(point), definition, []) }));
  return done({ checked, definition, place: place.name, rows });
}

function asFigure({ period, value, count, base, limits }: FormulaPoint): Figure {
  const here = { areaCode: '', batch: 0, broughtInOn: period.end };
  return { ...here, period, value, count, denominator: base, limits95: limits };
}

/** All that a reader may know of a formula. */
export type FormulaView = {
  readonly formula: StoredFormula;
  readonly versions: readonly FormulaVersion[];
  readonly parts: readonly (Part & { readonly definition: MeasureDefinition | undefined })[];
  readonly example: Outcome<FormulaExample, UnderstandRefusal>;
};

/** A measure's formula, its parts, an example and every definition that stood; undefined where there is none. */
export async function formulaView(ctx: Ctx, code: string): Promise<FormulaView | undefined> {
  const formula = await formulaMeasure(ctx, code);
  if (!formula) return undefined;
  return {
    formula,
    versions: await formulaVersions(ctx, code),
    parts: await partsWithDefinitions(ctx, formula.parts),
    example: await tryFormula(ctx, formula),
  };
}

/** Parts with what the catalogue says of them. */
export async function partsWithDefinitions(ctx: Ctx, parts: readonly Part[]): Promise<FormulaView['parts']> {
  const definitions = await definitionsOf(
    ctx,
    parts.map(({ measure }) => measure),
  );
  return parts.map((part) => ({ ...part, definition: definitions.get(part.measure) }));
}

/** Every measure that is worked out by a formula. */
export function allFormulas(ctx: Ctx): Promise<StoredFormula[]> {
  return formulaMeasures(ctx);
}
