import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import {
  besideNeed,
  togetherOf,
  type AreaChildren,
  type BesideNeed,
  type Together,
} from '../../domain/money/beside-need.ts';
import { priced, type Prices } from '../../domain/money/prices.ts';
import { counted, seesAsVisitor, shownLines } from '../../domain/money/shown-lines.ts';
import type { Period } from '../../domain/period.ts';
import { isNumber } from '../../domain/value.ts';
import { readFigures } from '../../store/figures.ts';
import { areaChildren } from '../../store/money/area-children.ts';
import { moneyLines } from '../../store/money/money-lines.ts';
import { measuresOfAreas } from '../../store/money/measures-of-areas.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround } from '../figures-ground.ts';
import { placesOfOwn } from '../own/places-of-own.ts';

export type BesideAsked = {
  year: number | undefined;
  /** the id of a measure that stands for need */
  measure: string | undefined;
  prices: 'as-paid' | 'real';
};

/** Spend for each child beside need, place by place: two facts beside each other, never that one makes the other. */
export type SpendBeside = {
  year: number | undefined;
  years: readonly number[];
  /** what was done, or what is planned where nothing was done yet */
  state: 'actual' | 'planned';
  prices: Prices;
  measure: MeasureDefinition | undefined;
  needPeriod: Period | undefined;
  /** measures that at least two places have a figure of */
  measures: readonly MeasureDefinition[];
  rows: readonly BesideNeed[];
  /** what is spent for the whole area and stands in no zone */
  everywhere: number;
  heldBack: number;
  children: ReadonlyMap<string, AreaChildren>;
  together: Together | undefined;
  /** nothing here is for this person alone, so that a picture anybody may see shows the same */
  isOpen: boolean;
};

/** Spend beside need in the zones of a partnership, as this person may see it. */
export async function spendBeside(ctx: Ctx, asked: BesideAsked): Promise<SpendBeside> {
  const all = await moneyLines(ctx);
  const shown = shownLines(all, ctx.actor).filter(({ kind }) => kind === 'spend');
  const state = shown.some((line) => line.state === 'actual') ? 'actual' : 'planned';
  const ofState = shown.filter((line) => line.state === state);
  const years = [...new Set(ofState.map(({ year }) => year))].toSorted((a, b) => b - a);
  const year = asked.year !== undefined && years.includes(asked.year) ? asked.year : years[0];
  const inYear = ofState.filter((line) => line.year === year);
  const deflators = gdpDeflators();
  const prices: Prices =
    asked.prices === 'real' ? { kind: 'real', year: deflators.latestOutturn } : { kind: 'as-paid' };
  const spend = priced(counted(inYear), { prices, deflators }).lines;
  const [whole, ...zones] = await placesOfOwn(ctx);
  const children = await areaChildren(ctx);
  const needs = await needOf(
    ctx,
    zones.map(({ code }) => code),
    asked.measure,
  );
  const rows = besideNeed({ places: zones, spend, children, need: needs.values });
  const { measure } = needs;
  return {
    year,
    years,
    state,
    prices,
    measure,
    needPeriod: needs.period,
    measures: needs.measures,
    rows,
    everywhere: spend.reduce((sum, line) => sum + (line.areaCode === whole?.code ? line.amount : 0), 0),
    heldBack: inYear.filter(({ amount }) => amount === 'held-back').length,
    children,
    together: measure && measure.polarity !== 'no-judgement' ? togetherOf(rows, measure.polarity) : undefined,
    isOpen: seesAsVisitor(all, ctx.actor),
  };
}

type Needs = {
  measures: readonly MeasureDefinition[];
  measure: MeasureDefinition | undefined;
  period: Period | undefined;
  values: ReadonlyMap<string, number>;
};

/** The measures that these places have figures of, and the latest figures of the one that was asked for. */
async function needOf(ctx: Ctx, codes: readonly string[], asked: string | undefined): Promise<Needs> {
  const ground = await figuresGround(ctx);
  const ids = codes.length === 0 ? [] : await measuresOfAreas(ctx, [...ground.keys.files.keys()], codes);
  const definitions = await definitionsOf(ctx, ids);
  const measures = [...definitions.values()].toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  const measure =
    measures.find(({ id }) => id === asked) ??
    // a measure of which less is better says need more plainly
    measures.find(({ polarity }) => polarity === 'low-is-good') ??
    measures[0];
  if (!measure) return { measures, measure, period: undefined, values: new Map() };
  const isInvented = ground.atlas.place(codes[0] ?? '')?.isInvented ?? false;
  const found = await readFigures(ctx, ground.keys, {
    measures: [measure.id],
    areaCodes: codes,
    invented: isInvented,
  });
  const numbers = (found.get(measure.id) ?? []).filter(({ value }) => isNumber(value));
  const period = numbers.toSorted((a, b) => compareDays(b.period.end, a.period.end))[0]?.period;
  const values = new Map<string, number>();
  // a later file stands over an earlier one
  for (const { period: of, areaCode, value } of numbers.toSorted((a, b) => a.batch - b.batch))
    if (of.end === period?.end && isNumber(value)) values.set(areaCode, value);
  return { measures, measure, period, values };
}
