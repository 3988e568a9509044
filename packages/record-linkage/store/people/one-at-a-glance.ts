import { oddsOf, pairClasses } from '../../linking/judge-pairs.ts';
import { keyOf } from '../../model/expression.ts';
import { looseFrom } from '../matching.ts';
import type { State } from '../state.ts';
import type { Group } from './groups.ts';

/** Neighbours are kept as the bits of one number. */
const mostMembers = 31;

const sure = pairClasses.indexOf('sure');

const likely = pairClasses.indexOf('likely');

/**
 * Whether groups are one person each, in whatever order their pairs are taken: sure pairs hold them together (or sure and
 * likely ones every two, where no two records are of one source), every two of their records go well together, and no
 * rule says anything against it. So most groups need not be clustered.
 */
export function oneAtAGlance(state: State): (group: Group) => boolean {
  const { held, settings, apart } = state;
  const keys = held.shape.expressions.map(keyOf);
  const slots = (settings.oneOf ?? []).map(({ of }) => keys.indexOf(keyOf(of)));
  const free = (settings.duplicateFree ?? []).map((name) => held.sources.indexOf(name));
  const isApart = (group: Group): boolean => group.members.some((record) => [...apart.of(record)].length > 0);
  return (group) =>
    group.members.length <= mostMembers &&
    isWhole(state, group) &&
    slots.every((slot) => hasOneValue(state, group, slot)) &&
    (free.length === 0 || hasNoneTwice(state, group, free)) &&
    !isApart(group);
}

/** Whether sure pairs hold a group together, and every two of its records go well together. */
function isWhole(state: State, { members, edges: own }: Group): boolean {
  const { edges, settings } = state;
  if (own.length * 2 < members.length * (members.length - 1)) return false;
  const { left, right, score, is } = edges.arrays;
  const joinFrom = oddsOf(settings.joinAt ?? 0.5);
  const countsFrom = settings.cohesionFrom ?? looseFrom;
  const beside = members.map(() => 0);
  const [surely, likelyToo] = [beside.slice(), beside.slice()];
  for (const edge of own) {
    const one = members.indexOf(left.at(edge));
    const other = members.indexOf(right.at(edge));
    const isSure = is.at(edge) === sure;
    const weight = isSure ? Math.max(score.at(edge), joinFrom) : Math.min(score.at(edge), joinFrom - 1e-6);
    if (weight >= countsFrom) link(beside, one, other);
    if (isSure) link(surely, one, other);
    if (isSure || is.at(edge) === likely) link(likelyToo, one, other);
  }
  const all = 2 ** members.length - 1;
  const isEach = (linked: readonly number[]): boolean =>
    linked.every((bits, place) => (bits | (1 << place)) === all);
  if (!isEach(beside)) return false;
  // where each goes with each, nobody may as well be one of two others
  return reachedBy(surely) === all || (isEach(likelyToo) && areOfOwnSources(state, members));
}

function link(bits: number[], one: number, other: number): void {
  bits[one] = (bits[one] ?? 0) | (1 << other);
  bits[other] = (bits[other] ?? 0) | (1 << one);
}

function areOfOwnSources({ held }: State, members: readonly number[]): boolean {
  const sources = new Set<number>();
  for (const record of members) sources.add(held.sourceOf.at(record));
  return sources.size === members.length;
}

/** The places that the first leads to. */
function reachedBy(joined: readonly number[]): number {
  let reached = 1;
  for (let before = 0; before !== reached;) {
    before = reached;
    for (let place = 0; place < joined.length; place += 1)
      if ((reached & (1 << place)) !== 0) reached |= joined[place] ?? 0;
  }
  return reached;
}

function hasOneValue({ held }: State, { members }: Group, slot: number): boolean {
  let known = -1;
  for (const record of members) {
    const value = held.rows.at(record * held.stride + slot);
    if (value >= 0 && known >= 0 && value !== known) return false;
    if (value >= 0) known = value;
  }
  return true;
}

function hasNoneTwice({ held }: State, { members }: Group, free: readonly number[]): boolean {
  const sources = members.map((record) => held.sourceOf.at(record));
  return free.every((source) => sources.indexOf(source) === sources.lastIndexOf(source));
}
