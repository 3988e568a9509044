import { exchange, groundOf } from './exchange.ts';
import type { Ground, Wanted } from './exchange.ts';
import { agrees, columnsOf, wholeFilling } from './knowledge.ts';
import type { Aim, Filling, Knowledge } from './knowledge.ts';
import { programmeOf } from './programme.ts';
import type { Asked } from './programme.ts';
import type { Solver } from './solver.ts';
import { tighten } from './tighten.ts';

/** What the attacker found about one figure. */
export type Finding = {
  readonly aim: Aim;
  /**
   * closed: everything that must stay possible was shown to be, by fillings that agree with all that is known;
   * recovered: one value is left; narrowed: fewer values are left than must be; unproved: the solver could not say.
   */
  readonly verdict: 'closed' | 'recovered' | 'narrowed' | 'unproved';
  /** the least and the most that it can be, for what is not closed */
  readonly lower?: number;
  readonly upper?: number;
  /** a value that must stay possible and does not */
  readonly missing?: number;
};

/** Everything that an attack came to. */
export type Attacked = {
  readonly findings: readonly Finding[];
  /** fillings, each of which agrees with all that is known */
  readonly fillings: readonly Filling[];
  /** what is known cannot all be true */
  readonly contradiction: boolean;
  /** how many times the solver was asked */
  readonly solved: number;
};

/** What an attack starts from. */
export type Attack = {
  readonly knowledge: Knowledge;
  readonly aims: readonly Aim[];
  readonly solver: Solver;
  /** a filling that agrees with all that is known: the truth, where it is known to whoever asks */
  readonly base?: Float64Array;
  /** fillings found before; each is checked again */
  readonly fillings?: readonly Filling[];
  /** also find the least and the most of what is not closed */
  readonly measured?: boolean;
  /** only what is found without the solver counts; the rest is unproved */
  readonly quick?: boolean;
};

/**
 * Attacks: for every aim, finds whether what must stay possible still is, from everything that a reader knows.
 * A figure is closed only when for each value that must stay possible there is a filling of whole numbers that agrees
 * with every bound and row, checked exactly; the solver only looks for them. Where there is none, it finds the least
 * and the most that the figure can be.
 */
export function attack(given: Attack): Attacked {
  const bounds = given.quick ? { possible: true as const, ...given.knowledge } : tighten(given.knowledge);
  if (!bounds.possible) return { findings: [], fillings: [], contradiction: true, solved: 0 };
  const knowledge = { ...given.knowledge, lower: bounds.lower, upper: bounds.upper };
  const asked = programmeOf(knowledge, given.solver);
  const base = given.base ?? asked.any();
  if (!base) return { findings: [], fillings: [], contradiction: true, solved: asked.times() };
  const ground = groundOf(knowledge, columnsOf(knowledge), base);
  if (!given.quick && !agrees(ground, base, wholeFilling(base)))
    return { findings: [], fillings: [], contradiction: true, solved: asked.times() };
  const seen = new Map<number, Set<number>>(given.aims.map(({ variable }) => [variable, new Set()]));
  const session: Session = {
    ground,
    asked,
    seen,
    fillings: [],
    measured: given.measured ?? false,
    quick: given.quick ?? false,
  };
  keep(session, new Map());
  for (const filling of given.fillings ?? []) if (agrees(ground, base, filling)) keep(session, filling);
  const findings = given.aims.map((aim) => find(session, aim));
  return { findings, fillings: session.fillings, contradiction: false, solved: asked.times() };
}

type Session = {
  ground: Ground;
  asked: Asked;
  seen: Map<number, Set<number>>;
  fillings: Filling[];
  measured: boolean;
  quick: boolean;
};

/** Remembers a filling, and for every figure aimed at that it has the value it has there. */
function keep({ ground, seen, fillings }: Session, filling: Filling): void {
  if (filling.size > 0) fillings.push(filling);
  else for (const [variable, values] of seen) values.add(ground.base[variable] ?? 0);
  for (const [variable, value] of filling) seen.get(variable)?.add(value);
}

function find(session: Session, aim: Aim): Finding {
  const { lower, upper, whole } = session.ground.knowledge;
  const [least = 0, most = 0] = [lower[aim.variable], upper[aim.variable]];
  if (least === most) return { aim, verdict: 'recovered', lower: least, upper: most };
  if (aim.kind === 'two') return findTwo(session, aim);
  if (least > aim.from || most < aim.to) return narrowed(session, aim, least > aim.from ? aim.from : aim.to);
  return whole ? findEach(session, aim) : findEnds(session, aim);
}

function findTwo(session: Session, aim: Aim): Finding {
  const seen = session.seen.get(aim.variable) ?? new Set();
  if (seen.size > 1) return { aim, verdict: 'closed' };
  const truth = session.ground.base[aim.variable] ?? 0;
  for (const step of [1, -1]) {
    if (session.ground.knowledge.whole) keptAll(session, { variable: aim.variable, value: truth + step });
    if (seen.size > 1) return { aim, verdict: 'closed' };
  }
  if (session.quick) return { aim, verdict: 'unproved' };
  const ends = session.asked.ends(aim.variable);
  if (!ends) return { aim, verdict: 'unproved' };
  if (ends.upper - ends.lower < 1e-6) return { aim, verdict: 'recovered', ...ends };
  if (!session.ground.knowledge.whole) return { aim, verdict: 'closed' };
  for (const value of near(truth, ends)) {
    const filling = sought(session, aim.variable, value);
    if (filling === 'failed') return { aim, verdict: 'unproved', ...ends };
    if (filling !== 'impossible' && kept(session, changesFrom(session.ground.base, filling)))
      return { aim, verdict: 'closed' };
  }
  const all = ends.upper - ends.lower <= 2 * mostTried;
  return { aim, verdict: all ? 'recovered' : 'unproved', ...ends };
}

const mostTried = 25;

/** Other values that a figure may have, nearest the one it has first. */
function near(value: number, ends: { lower: number; upper: number }): readonly number[] {
  return Array.from(
    { length: 4 * mostTried },
    (_, index) => value + (index % 2 === 0 ? 1 : -1) * (1 + (index >> 1)),
  ).filter((other) => other >= ends.lower && other <= ends.upper);
}

function findEach(session: Session, aim: Aim & { kind: 'range' }): Finding {
  const { base } = session.ground;
  const seen = session.seen.get(aim.variable) ?? new Set<number>();
  const values = Array.from({ length: aim.to - aim.from + 1 }, (_, index) => aim.from + index);
  // the ends first: what lies between them is mostly met on the way
  const truth = base[aim.variable] ?? 0;
  const all = values.toSorted((a, b) => Math.abs(b - truth) - Math.abs(a - truth));
  for (const value of all) {
    if (!seen.has(value)) keptAll(session, { variable: aim.variable, value });
    if (seen.has(value)) continue;
    if (session.quick) return { aim, verdict: 'unproved' };
    const filling = sought(session, aim.variable, value);
    if (filling === 'failed') return { aim, verdict: 'unproved' };
    if (filling === 'impossible') return narrowed(session, aim, value);
    if (!kept(session, changesFrom(base, filling))) return { aim, verdict: 'unproved' };
  }
  return { aim, verdict: 'closed' };
}

/** Asks the solver; where it answers in parts of people, exchanges on the way it points to are tried first. */
function sought(
  { asked, ground }: Session,
  variable: number,
  value: number,
): Float64Array | 'impossible' | 'failed' {
  const mend = (toward: Float64Array): Float64Array | undefined => {
    const filling = exchange(ground, { variable, value, toward }).at(-1);
    if (filling?.get(variable) !== value) return undefined;
    const mended = ground.base.slice();
    for (const [at, other] of filling) mended[at] = other;
    return mended;
  };
  return asked.filling({ variable, value, mend });
}

function findEnds(session: Session, aim: Aim & { kind: 'range' }): Finding {
  const ends = session.asked.ends(aim.variable);
  if (!ends) return { aim, verdict: 'unproved' };
  const stray = 1e-6 * Math.max(1, Math.abs(aim.to));
  if (ends.lower <= aim.from + stray && ends.upper >= aim.to - stray) return { aim, verdict: 'closed' };
  return { aim, verdict: ends.upper - ends.lower < stray ? 'recovered' : 'narrowed', ...ends };
}

function narrowed(session: Session, aim: Aim, missing: number): Finding {
  const ends = session.measured ? session.asked.ends(aim.variable) : undefined;
  if (!ends) return { aim, verdict: 'narrowed', missing };
  return { aim, verdict: ends.upper - ends.lower < 1e-6 ? 'recovered' : 'narrowed', ...ends, missing };
}

function kept(session: Session, filling: Filling): boolean {
  if (!agrees(session.ground, session.ground.base, filling)) return false;
  keep(session, filling);
  return true;
}

/** Keeps every filling that exchanges find on the way to a value. */
function keptAll(session: Session, wanted: Wanted): void {
  for (const filling of exchange(session.ground, wanted)) kept(session, filling);
}

function changesFrom(base: Float64Array, filling: Float64Array): Filling {
  const changes = new Map<number, number>();
  for (const [variable, value] of filling.entries())
    if (value !== base[variable]) changes.set(variable, value);
  return changes;
}
