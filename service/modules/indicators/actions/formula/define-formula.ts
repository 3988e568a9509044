import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { inOrder, type GoesRound } from '../../domain/formula/circles.ts';
import { factsOfFormula } from '../../domain/formula/facts-of-formula.ts';
import { formulaId, type FormulaMeasure } from '../../domain/formula/formula-measure.ts';
import { codeOfTitle } from '../../domain/own/own-measure.ts';
import { defineMeasures } from '../../domain/permissions.ts';
import { understand, type UnderstandRefusal } from '../../queries/formula/worked-out.ts';
import {
  formulaMeasures,
  keepFormula,
  lockFormula,
  type StoredFormula,
} from '../../store/formula/formula-measures.ts';
import { keepMeasures, measuresById } from '../../store/measures.ts';
import { workOutFormulas } from './work-out-formulas.ts';

/** What a person says of a measure that is worked out by a formula. */
export type FormulaWords = Omit<FormulaMeasure, 'code' | 'version'>;

export type DefineRefusal =
  | NotAllowed
  | UnderstandRefusal
  | GoesRound
  | { reason: 'no-parts' }
  | { reason: 'title-without-letters' }
  | { reason: 'title-taken'; title: string };

export type RedefineRefusal =
  | NotAllowed
  | UnderstandRefusal
  | GoesRound
  | { reason: 'no-parts' }
  | { reason: 'measure-missing' }
  | { reason: 'changed-meanwhile'; theirs: StoredFormula };

/** Defines a new measure by a formula, and works it out. */
export async function defineFormula(
  ctx: Ctx,
  words: FormulaWords,
): Promise<Outcome<FormulaMeasure, DefineRefusal>> {
  if (!allowed(ctx.actor, defineMeasures)) return refuse({ reason: 'not-allowed' });
  const code = codeOfTitle(words.title);
  if (code === undefined) return refuse({ reason: 'title-without-letters' });
  const id = formulaId(code);
  const taken = (await measuresById(ctx, [id])).get(id);
  if (taken) return refuse({ reason: 'title-taken', title: taken.title });
  return keep(ctx, { ...words, code, version: 1 });
}

/** Changes the definition: a new version, with its day and its reason, worked out anew for every year. */
export async function redefineFormula(
  ctx: Ctx,
  given: { code: string; seen: number; words: FormulaWords },
): Promise<Outcome<FormulaMeasure, RedefineRefusal>> {
  if (!allowed(ctx.actor, defineMeasures)) return refuse({ reason: 'not-allowed' });
  const before = await lockFormula(ctx, given.code);
  if (!before) return refuse({ reason: 'measure-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  return keep(ctx, { ...given.words, code: before.code, version: before.version + 1 });
}

type KeepRefusal = UnderstandRefusal | GoesRound | { reason: 'no-parts' };

async function keep(ctx: Ctx, measure: FormulaMeasure): Promise<Outcome<FormulaMeasure, KeepRefusal>> {
  if (!measure.parts.some(({ match }) => match === 'same-days')) return refuse({ reason: 'no-parts' });
  const others = (await formulaMeasures(ctx)).filter(({ code }) => code !== measure.code);
  const ordered = inOrder([measure, ...others]);
  if (!ordered.done) return ordered;
  const understood = await understand(ctx, measure);
  if (!understood.done) return understood;
  const { checked, definitions } = understood.value;
  await keepFormula(ctx, measure);
  await keepMeasures(ctx, [factsOfFormula(measure, checked, definitions)]);
  await ctx.record({
    type: measure.version === 1 ? 'indicators.formula-defined' : 'indicators.formula-redefined',
    subject: { kind: 'measure', id: formulaId(measure.code) },
    details: { version: measure.version },
  });
  // those that are made of this one are worked out after it
  await workOutFormulas(ctx);
  return done(measure);
}
