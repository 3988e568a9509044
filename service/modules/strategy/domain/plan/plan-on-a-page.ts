import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import type { FrameworkDocument, TierDocument, TierRole } from '../framework-document.ts';
import { tierWords } from '../graph.ts';
import { ancestryOf, planGroups } from './plan-groups.ts';
import type { Ancestry, PlanGroups } from './plan-groups.ts';
import { laidOut } from './plan-layout.ts';
import { sheets } from './sheets.ts';
import type { Sheet, SheetName } from './sheets.ts';
import type { PlanBlock } from './plan-pen.ts';

export { sheets } from './sheets.ts';
export type { Sheet, SheetName } from './sheets.ts';

/** Sizes of type that are tried, in points, from what is read across a table down to what can still be read in the hand. */
const steps: Readonly<Record<'A3' | 'A4', readonly number[]>> = {
  A3: [22, 20, 18, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8],
  A4: [15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7],
};
/** Below this, statements are given up before the type becomes smaller. */
const readyForStatements = { A3: 11, A4: 9 } as const;

export type LeftOut = { tier: TierDocument; count: number };

/** A framework on one sheet: what stands where, measured, for whoever draws it. */
export type PlanOnAPage = {
  sheet: Sheet;
  title: string;
  /** partnership, period, and whether it is a draft */
  subtitle: string;
  /** of the body, in points */
  fontSize: number;
  statementsShown: boolean;
  groups: PlanGroups;
  blocks: readonly PlanBlock[];
  /** tiers for which there was no room, named on the sheet */
  leftOut: readonly LeftOut[];
  /** false where even the smallest type with only the spine left runs over the foot */
  fits: boolean;
};

/** Lays a framework of any shape on one sheet: the largest type that fits; tiers are left out, least telling first, only when none does. */
export function planOnAPage(document: FrameworkDocument, name: SheetName = 'A3 landscape'): PlanOnAPage {
  const ancestry = ancestryOf(document);
  const paper = name.startsWith('A3') ? 'A3' : 'A4';
  const whole = versionOf(document, ancestry, []);
  const withStatements = steps[paper].filter((size) => size >= readyForStatements[paper]);
  const sheet = sheets[name];
  const best =
    largest(withStatements, (fontSize) => attempted(whole, { sheet, fontSize, statementsShown: true })) ??
    largest(steps[paper], (fontSize) => attempted(whole, { sheet, fontSize, statementsShown: false }));
  if (best) return best;
  const fontSize = steps[paper].at(-1) ?? 8;
  const leaving: TierDocument[] = [];
  let last = attempted(whole, { sheet, fontSize, statementsShown: false });
  for (const tier of dispensable(document, whole.groups)) {
    leaving.push(tier);
    const version = versionOf(document, ancestry, leaving);
    last = attempted(version, { sheet, fontSize, statementsShown: false });
    if (last.fits)
      return (
        largest(steps[paper], (size) =>
          attempted(version, { sheet, fontSize: size, statementsShown: false }),
        ) ?? last
      );
  }
  return last;
}

function largest(sizes: readonly number[], attempt: (size: number) => PlanOnAPage): PlanOnAPage | undefined {
  for (const size of sizes) {
    const plan = attempt(size);
    if (plan.fits) return plan;
  }
  return undefined;
}

/** What is to be put on the sheet, before its type is chosen. */
type Version = { title: string; subtitle: string; groups: PlanGroups; leftOut: readonly LeftOut[] };

function versionOf(
  document: FrameworkDocument,
  ancestry: Ancestry,
  leaving: readonly TierDocument[],
): Version {
  return {
    title: document.name,
    subtitle: subtitleOf(document),
    groups: planGroups(ancestry, new Set(leaving.map(({ key }) => key))),
    leftOut: leaving.map((tier) => ({
      tier,
      count: document.elements.filter((one) => one.tier === tier.key).length,
    })),
  };
}

type Attempt = { sheet: Sheet; fontSize: number; statementsShown: boolean };

function attempted(version: Version, attempt: Attempt): PlanOnAPage {
  return { ...version, ...attempt, ...laidOut({ ...version, ...attempt, note: noteOf(version.leftOut) }) };
}

/** What a plan on a page can do without, the first to go first. */
const leastTelling: readonly TierRole[] = [
  'heading',
  'practice',
  'indicator',
  'programme',
  'action',
  'principle',
  'foundation',
  'ask',
  'priority',
  'outcome',
];

/** What hangs in the columns tells more than its role does. */
const worthOfColumn = 2;

function dispensable(document: FrameworkDocument, { spine, columns }: PlanGroups): TierDocument[] {
  const used = new Set(document.elements.map(({ tier }) => tier));
  const inColumns = new Set(columns.flatMap(({ sections }) => sections.map(({ tier }) => tier)));
  const worth = (tier: TierDocument) =>
    leastTelling.indexOf(tier.role) + (inColumns.has(tier) ? worthOfColumn : 0);
  return document.tiers
    .filter(({ key, role }) => used.has(key) && key !== spine?.key && leastTelling.includes(role))
    .toReversed()
    .toSorted((a, b) => worth(a) - worth(b));
}

function subtitleOf(document: FrameworkDocument): string {
  const { period, status } = document;
  const from = dayFrom(period.start ?? '');
  const to = dayFrom(period.end ?? '');
  const days = from && to ? `${sayDay(from)} to ${sayDay(to)}` : undefined;
  const state = { draft: 'Draft', adopted: undefined, closed: 'Closed' }[status];
  return [document.partnership, period.words ?? days, state].filter((part) => part !== undefined).join(' · ');
}

function noteOf(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const parts = leftOut.map(({ tier, count }) => `${tierWords(tier, count)} (${count})`);
  return `Not shown on this sheet: ${parts.join(', ')}. They are in the strategy itself.`;
}
