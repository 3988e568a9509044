import type { Cell, Dimension, RuleSet, Sum, Table } from '#packages/disclosure-control';
import { ownCasesPartners, ownCasesPublic, survey, totalled } from '#packages/disclosure-control';
import { partsOf } from '../observation.ts';
import { crossingSums, restName, togetherName, type Division } from '../zones/crossing.ts';
import type { OwnFigure } from './own-figure.ts';
import type { OwnMeasure } from './own-measure.ts';

/** For whom figures are made safe: everybody, or the people of the partnership. */
export type OwnAudience = 'public' | 'partners';

/**
 * The places of an own measure: the whole, and the parts that make it up. Where it is divided in several ways (zones and wards),
 * each division has its own parts; readers can lay all of them side by side.
 */
export type OwnPlaces = {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly divisions?: readonly Division[];
};

/** The rules that protect a measure's small groups before somebody. */
export function rulesFor(own: Pick<OwnMeasure, 'origin'>, audience: OwnAudience): RuleSet {
  if (own.origin === 'answers') return survey;
  return audience === 'public' ? ownCasesPublic : ownCasesPartners;
}

/** Those who count, and those who do not: whoever knows the base knows both. */
const answers = totalled('answer', { whole: 'all', parts: ['yes', 'no'] });

/** The part of a whole that no figure names; a reader can work it out, so it is protected like the rest. */
const rest = restName;

/**
 * The figures of one period as a table that a reader could add up: places that make up the whole, groups that make up
 * everybody, and for a share those to whom it does not apply. Everything that follows from what is shown is in it.
 */
export function ownTable(own: OwnMeasure, figures: readonly OwnFigure[], places: OwnPlaces): Table {
  const byPlace = placeDimension(figures, places);
  const byGroup = groupDimension(figures);
  const cells = [...figures, ...restOf(figures, byPlace, byGroup)].flatMap((figure) => cellsOf(own, figure));
  const [first] = figures;
  return {
    id: `${own.code} ${first?.period.start ?? ''}`,
    quantity: `${own.counts}, ${first?.period.start ?? ''} to ${first?.period.end ?? ''}`,
    kind: 'counts',
    level: 'local',
    dimensions: [byPlace, byGroup, ...(own.kind === 'proportion' ? [answers] : [])],
    cells,
  };
}

/** What stands where in the table. */
export function placeInTable(
  own: OwnMeasure,
  figure: Pick<OwnFigure, 'areaCode' | 'breakdown'>,
  answer: 'yes' | 'all',
) {
  const at = [figure.areaCode, figure.breakdown];
  return own.kind === 'proportion' ? [...at, answer] : at;
}

type Figure = Omit<OwnFigure, 'period'> & { readonly unseen?: true };

function cellsOf(own: OwnMeasure, figure: Figure): Cell[] {
  const { count, base, schools } = figure;
  const asked = own.origin === 'answers' ? { base, ...(schools === undefined ? {} : { schools }) } : {};
  const unseen = figure.unseen ? { published: false as const } : {};
  if (own.kind !== 'proportion')
    return [{ at: placeInTable(own, figure, 'yes'), count, ...asked, ...unseen }];
  const [area, group] = [figure.areaCode, figure.breakdown];
  return [
    { at: [area, group, 'all'], count: base, ...asked, ...unseen },
    { at: [area, group, 'yes'], count, ...asked, ...unseen },
    { at: [area, group, 'no'], count: base - count, ...asked, published: false },
  ];
}

function placeDimension(figures: readonly OwnFigure[], places: OwnPlaces): Dimension {
  const { whole } = places;
  const named = [...new Set(figures.map(({ areaCode }) => areaCode))];
  const divisions = divisionsOf(places).map((one) => presentIn(one, named));
  const used = divisions.filter(({ parts }) => parts.length > 0);
  if (!named.includes(whole) || used.length === 0) return { key: 'place', codes: named, sums: [] };
  const several = used.length > 1;
  const wholes = used
    .map(({ parts, isAll }, at): Sum => {
      const others = isAll ? [] : [several ? `${rest} ${at + 1}` : rest];
      return { whole, parts: [...parts, ...others] };
    })
    .filter((sum) => isDivided(figures, sum, 'areaCode'));
  const crossing = several ? crossingSums(used) : [];
  const sums = [...wholes, ...crossing];
  if (sums.length === 0) return { key: 'place', codes: named, sums: [] };
  const codes = new Set([...named, ...sums.flatMap((sum) => [sum.whole, ...sum.parts])]);
  return { key: 'place', codes: [...codes], sums, whole };
}

function divisionsOf({ parts, divisions }: OwnPlaces): readonly Division[] {
  return divisions && divisions.length > 0 ? divisions : [{ parts, members: new Map() }];
}

/** The parts of a division that are counted, and whether they are all of it. */
function presentIn({ parts, members }: Division, named: readonly string[]): Division & { isAll: boolean } {
  const present = parts.filter((part) => named.includes(part));
  return { parts: present, members, isAll: present.length === parts.length };
}

/** Each kind of group divides everybody; where it leaves people out, they are the rest. */
function groupDimension(figures: readonly OwnFigure[]): Dimension {
  const groups = [...new Set(figures.map(({ breakdown }) => breakdown))];
  if (!groups.includes('')) return { key: 'group', codes: groups, sums: [] };
  const kinds = Map.groupBy(
    groups.filter((group) => group !== ''),
    kindOf,
  );
  const sums = [...kinds].flatMap(([kind, parts]): Sum[] => {
    const exact = { whole: '', parts };
    const open = { whole: '', parts: [...parts, `${rest} ${kind}`] };
    if (!isDivided(figures, open, 'breakdown')) return [];
    return [leavesNobody(figures, exact) ? exact : open];
  });
  const codes = [...new Set([...groups, ...sums.flatMap(({ parts }) => parts)])];
  return { key: 'group', codes, sums, whole: '' };
}

function kindOf(group: string): string {
  return partsOf(group)
    .map(({ name }) => name)
    .join('|');
}

/** Whether the parts fit into the whole wherever both are known; groups that overlap do not. */
function isDivided(figures: readonly Figure[], sum: Sum, along: Along): boolean {
  return leftovers(figures, sum, along).every(({ count, base }) => count >= 0 && base >= count);
}

function leavesNobody(figures: readonly Figure[], { whole, parts }: Sum): boolean {
  const left = leftovers(figures, { whole, parts: [...parts, rest] }, 'breakdown');
  return left.every(({ count, base }) => count === 0 && base === 0);
}

type Along = 'areaCode' | 'breakdown';

/** What follows by taking the parts from the whole. */
function restOf(figures: readonly OwnFigure[], places: Dimension, groups: Dimension): Figure[] {
  const known: Figure[] = [...figures];
  for (const sum of groups.sums) if (hasRest(sum)) known.push(...leftovers(known, sum, 'breakdown'));
  for (const sum of places.sums)
    if (hasRest(sum)) known.push(...leftovers(known, sum, 'areaCode'));
    else if (sum.whole.startsWith(togetherName) && !known.some(({ areaCode }) => areaCode === sum.whole))
      known.push(...together(known, sum));
  return known.slice(figures.length);
}

/** Parts taken together, group by group: nobody's own figure, and known to whoever knows the parts. */
function together(figures: readonly Figure[], { whole, parts }: Sum): Figure[] {
  const named = new Set(parts);
  const groups = Map.groupBy(
    figures.filter(({ areaCode }) => named.has(areaCode)),
    ({ breakdown }) => breakdown,
  );
  return [...groups.values()].flatMap((some): Figure[] => {
    const [first] = some;
    if (!first || some.length < named.size) return [];
    const count = some.reduce((sum, one) => sum + one.count, 0);
    const base = some.reduce((sum, one) => sum + one.base, 0);
    return [{ ...first, areaCode: whole, count, base, unseen: true }];
  });
}

function hasRest({ parts }: Sum): boolean {
  return parts.at(-1)?.startsWith(rest) ?? false;
}

/** For every whole of which all other parts are known, what is left for the last part. */
function leftovers(figures: readonly Figure[], { whole, parts }: Sum, along: Along): Figure[] {
  const left = parts.at(-1) ?? rest;
  const across: Along = along === 'areaCode' ? 'breakdown' : 'areaCode';
  const named = new Set(parts.slice(0, -1));
  const others = Map.groupBy(
    figures.filter((figure) => named.has(figure[along])),
    (figure) => figure[across],
  );
  return figures
    .filter((figure) => figure[along] === whole)
    .flatMap((figure): Figure[] => {
      const known = others.get(figure[across]) ?? [];
      if (known.length < named.size) return [];
      const count = figure.count - known.reduce((sum, other) => sum + other.count, 0);
      const base = figure.base - known.reduce((sum, other) => sum + other.base, 0);
      return [{ ...figure, [along]: left, count, base, unseen: true }];
    });
}
