import type { Counted } from '#packages/statistics';

/** What is smaller than this share of the likeliest outcome no longer changes a probability. */
const negligible = 1e-18;
/** Outcomes as likely as the one seen, but for the last digits of arithmetic, count as as likely. */
const asLikely = 1 + 1e-7;

/**
 * How likely chance alone would make two groups' shares lie as far apart, or further, where both are one: Fisher's exact test,
 * two-sided by the less likely outcomes. For people of whom each was counted once or not at all.
 * Source: Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98, 39-82.
 */
export function chanceOfShares(first: Counted, second: Counted): number {
  const counted = first.count + second.count;
  const all = first.base + second.base;
  return lessLikely({
    seen: first.count,
    from: Math.max(0, counted - second.base),
    to: Math.min(counted, first.base),
    // P(x + 1) / P(x) of the hypergeometric distribution
    next: (x) => ((counted - x) * (first.base - x)) / ((x + 1) * (all - counted - first.base + x + 1)),
    middle: Math.floor(((counted + 1) * (first.base + 1)) / (all + 2)),
  });
}

/**
 * The same for rates of events: of all events, the first group's are binomial by its share of the bases.
 * Source: Przyborowski and Wilenski (1940), Homogeneity of results in testing samples from Poisson series, Biometrika 31, 313-323.
 */
export function chanceOfRates(first: Counted, second: Counted): number {
  const events = first.count + second.count;
  const odds = first.base / second.base;
  return lessLikely({
    seen: first.count,
    from: 0,
    to: events,
    next: (x) => ((events - x) / (x + 1)) * odds,
    middle: Math.floor(((events + 1) * odds) / (1 + odds)),
  });
}

type Outcomes = {
  seen: number;
  from: number;
  to: number;
  /** how many times as likely the next outcome is */
  next: (outcome: number) => number;
  /** near the likeliest outcome */
  middle: number;
};

/** The probability of all outcomes that are no likelier than the one seen; terms as shares of the likeliest. */
function lessLikely({ seen, from, to, next, middle }: Outcomes): number {
  const start = Math.max(from, Math.min(to, middle));
  const above = termsUp({ start, to, next });
  const below = termsDown({ start, from, next });
  const terms = [...below.toReversed(), 1, ...above];
  const first = start - below.length;
  const ofSeen = terms[seen - first] ?? 0;
  let [all, unlikely] = [0, 0];
  for (const term of terms) {
    all += term;
    if (term <= ofSeen * asLikely) unlikely += term;
  }
  return Math.min(1, unlikely / all);
}

function termsUp(given: { start: number; to: number; next: Outcomes['next'] }): number[] {
  const terms: number[] = [];
  let term = 1;
  for (let outcome = given.start; outcome < given.to; outcome += 1) {
    term *= given.next(outcome);
    if (term < negligible) break;
    terms.push(term);
  }
  return terms;
}

function termsDown(given: { start: number; from: number; next: Outcomes['next'] }): number[] {
  const terms: number[] = [];
  let term = 1;
  for (let outcome = given.start; outcome > given.from; outcome -= 1) {
    term /= given.next(outcome - 1);
    if (term < negligible) break;
    terms.push(term);
  }
  return terms;
}

/**
 * Probabilities corrected for how many were looked at, in the order given: Holm's step-down method, which keeps the chance of
 * even one false find at the level of a single test.
 * Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65-70.
 */
export function corrected(chances: readonly number[]): readonly number[] {
  const order = chances.map((_, at) => at).toSorted((a, b) => (chances[a] ?? 1) - (chances[b] ?? 1));
  const found = chances.map(() => 1);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (chances.length - rank) * (chances[at] ?? 1)));
    found[at] = least;
  }
  return found;
}
