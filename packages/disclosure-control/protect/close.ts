import { attack } from '../attack/attack.ts';
import type { Attacked, Finding } from '../attack/attack.ts';
import type { Aim, Filling } from '../attack/knowledge.ts';
import type { Solver } from '../attack/solver.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { hiderOf } from './cheapest-hiding.ts';
import type { Hider } from './cheapest-hiding.ts';
import type { Figures } from './figures.ts';
import { knownToReader, primaryAims, secondaryAims } from './known-to-reader.ts';

/** Why figures cannot be published together. */
export type CloseRefusal =
  | { readonly reason: 'contradicted' }
  | { readonly reason: 'cannot-be-closed'; readonly keys: readonly string[] }
  | { readonly reason: 'not-proved'; readonly keys: readonly string[] };

/** How figures were closed. */
export type Closed = {
  /** what the attacker found before anything was held back for the sake of others */
  readonly before: readonly Finding[];
  /** the proof at the end, for every figure that is held back */
  readonly proof: Attacked;
  readonly solved: number;
};

/** One piece of closing: the figures, what they truly are, the solver. */
export type Closing = { readonly figures: Figures; readonly truth: Float64Array; readonly solver: Solver };

const mostRounds = 40;

/**
 * Secondary suppression: holds back more, the least loss first, until the attacker finds nothing; takes back what turns
 * out not to be needed; and proves the end from nothing. Refuses when more cannot be held back, or when the solver
 * cannot say: what is not proved is not published.
 */
export function closeFigures(closing: Closing): Result<Closed, CloseRefusal> {
  const { figures, solver } = closing;
  const hider = hiderOf(figures, solver);
  let fillings: readonly Filling[] = [];
  let before: readonly Finding[] = [];
  let solved = 0;
  for (let round = 0; ; round += 1) {
    const attacked = attackOn({ ...closing, measured: round === 0 }, primaryAims(figures), fillings);
    solved += attacked.solved;
    if (attacked.contradiction) return refuse({ reason: 'contradicted' });
    ({ fillings } = attacked);
    const open = attacked.findings.filter(({ verdict }) => verdict !== 'closed');
    if (round === 0) before = open;
    if (open.length === 0) break;
    const refusal = holdBackFor(closing, {
      hider: round === 0 ? hider : hiderOf(figures, solver),
      open,
      round,
    });
    if (refusal) return refuse(refusal);
  }
  fillings = takeBack(closing, fillings);
  return proved(closing, { before, fillings, solved });
}

function attackOn(
  { figures, truth, solver, ...how }: Closing & { measured?: boolean; quick?: boolean },
  aims: readonly Aim[],
  fillings: readonly Filling[],
): Attacked {
  return attack({ knowledge: knownToReader(figures), aims, solver, base: truth, fillings, ...how });
}

type Open = { readonly hider: Hider; readonly open: readonly Finding[]; readonly round: number };

function holdBackFor({ figures }: Closing, { hider, open, round }: Open): CloseRefusal | undefined {
  let more = 0;
  const stuck: string[] = [];
  for (const { aim, missing } of open)
    for (const value of wantedValues(figures, { aim, round, missing })) {
      const hiding = hider.cheapest(aim.variable, value, round > 2);
      const key = figures.all[aim.variable]?.key ?? '';
      if (typeof hiding === 'string') {
        stuck.push(key);
        continue;
      }
      for (const variable of hiding.hide) {
        more += Number(holdBack(figures, variable, key));
        hider.hidden(variable);
      }
    }
  if (more > 0 && round < mostRounds) return undefined;
  const keys = stuck.length > 0 ? stuck : open.map(({ aim }) => figures.all[aim.variable]?.key ?? '');
  const unproved = open.every(({ verdict }) => verdict === 'unproved');
  return { reason: unproved ? 'not-proved' : 'cannot-be-closed', keys: [...new Set(keys)] };
}

type Wanted = { readonly aim: Aim; readonly round: number; readonly missing: number | undefined };

/** Both ends first; once they are possible, whatever lies between them and is not. */
function wantedValues({ all, whole }: Figures, { aim, round, missing }: Wanted): readonly number[] {
  if (aim.kind === 'two') {
    const known = all[aim.variable]?.truth ?? 0;
    return [round % 2 === 0 ? known + 1 : Math.max(known - 1, all[aim.variable]?.least ?? 0)];
  }
  return round === 0 || !whole || missing === undefined ? [aim.to, aim.from] : [missing];
}

function holdBack({ all }: Figures, variable: number, forKey: string): boolean {
  const figure = all[variable];
  if (!figure || figure.standing !== 'shown') return false;
  figure.standing = 'hidden';
  figure.secondaryFor = forKey;
  return true;
}

/** Shows again, the greatest loss first, what the others are closed without. */
function takeBack(closing: Closing, found: readonly Filling[]): readonly Filling[] {
  const { figures } = closing;
  let fillings = found;
  const aims = primaryAims(figures);
  const secondary = figures.all
    .flatMap(({ secondaryFor, standing, loss }, variable) =>
      secondaryFor !== undefined && standing === 'hidden' ? [{ variable, loss }] : [],
    )
    .toSorted((a, b) => b.loss - a.loss || a.variable - b.variable);
  for (const { variable } of secondary) {
    const figure = figures.all[variable];
    if (!figure) continue;
    const [low, high] = figure.shown;
    const left = fillings.filter((filling) => {
      const value = filling.get(variable);
      return value === undefined || (value >= low && value <= high);
    });
    figure.standing = 'shown';
    const bare = aims.filter((aim) => !figures.whole || !isCovered(closing.truth, aim, left));
    const attacked = bare.length > 0 ? attackOn({ ...closing, quick: figures.whole }, bare, []) : undefined;
    if (attacked?.contradiction || attacked?.findings.some(({ verdict }) => verdict !== 'closed')) {
      figure.standing = 'hidden';
      continue;
    }
    delete figure.secondaryFor;
    fillings = [...left, ...(attacked?.fillings ?? [])];
  }
  return fillings;
}

function isCovered(truth: Float64Array, aim: Aim, fillings: readonly Filling[]): boolean {
  const seen = new Set([
    truth[aim.variable],
    ...fillings.map((filling) => filling.get(aim.variable) ?? truth[aim.variable]),
  ]);
  if (aim.kind === 'two') return seen.size > 1;
  for (let value = aim.from; value <= aim.to; value += 1) if (!seen.has(value)) return false;
  return true;
}

/** Proves everything that is held back; what can be worked out exactly for the sake of nobody is shown instead. */
function proved(
  closing: Closing,
  { before, fillings, solved }: { before: readonly Finding[]; fillings: readonly Filling[]; solved: number },
): Result<Closed, CloseRefusal> {
  const { figures } = closing;
  for (let round = 0; round < mostRounds; round += 1) {
    const proof = attackOn(closing, [...primaryAims(figures), ...secondaryAims(figures)], fillings);
    if (proof.contradiction) return refuse({ reason: 'contradicted' });
    const open = proof.findings.filter(({ verdict }) => verdict !== 'closed');
    if (open.length === 0) return done({ before, proof, solved: solved + proof.solved });
    const bare = open.filter(
      ({ aim, verdict }) => verdict === 'recovered' && !figures.all[aim.variable]?.primary,
    );
    for (const { aim } of bare) {
      const figure = figures.all[aim.variable];
      if (figure) figure.standing = 'shown';
      delete figure?.secondaryFor;
    }
    if (bare.length === 0)
      return refuse({
        reason: 'not-proved',
        keys: open.map(({ aim }) => figures.all[aim.variable]?.key ?? ''),
      });
  }
  return refuse({ reason: 'not-proved', keys: [] });
}
