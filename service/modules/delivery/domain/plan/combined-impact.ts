import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isOver, type Action } from '../action.ts';
import type { Plan } from '../plan.ts';

export const directions = ['helps', 'harms', 'both', 'not-known'] as const;
export type Direction = (typeof directions)[number];

export const directionWords: { readonly [Way in Direction]: string } = {
  helps: 'Together they help',
  harms: 'Together they harm',
  both: 'They help some and harm some',
  'not-known': 'Not known yet',
};

/** Of which families a combined impact should be found under. */
export const concerns = [
  'low-income',
  'disability',
  'young-carers',
  'in-care',
  'new-here',
  'countryside',
  'small-children',
  'housing',
] as const;
export type Concern = (typeof concerns)[number];

export const concernWords: { readonly [Which in Concern]: string } = {
  'low-income': 'Families with little money',
  disability: 'Disabled children',
  'young-carers': 'Young carers',
  'in-care': 'Children in care',
  'new-here': 'Families who are new here',
  countryside: 'Families in the countryside',
  'small-children': 'Families with small children',
  housing: 'Families without a settled home',
};

/** One change that meets the others there: an action of the plan, or what a partner does by itself. */
export type CombinedChange = {
  id: Id<'combined-change'>;
  actionId: Id<'action'> | undefined;
  organisationKey: string;
  words: string;
  from: Day | undefined;
};

/** What several partners' changes do to the same families at once, and what is done about it. */
export type CombinedImpact = {
  id: Id<'combined-impact'>;
  planId: Id<'plan'>;
  families: string;
  concerns: readonly Concern[];
  whatHappens: string;
  direction: Direction;
  whatWeDo: string;
  ownerName: string;
  review: Day | undefined;
  changes: readonly CombinedChange[];
  version: number;
};

export type ImpactWords = Omit<CombinedImpact, 'id' | 'planId' | 'version' | 'changes'> & {
  changes: readonly Omit<CombinedChange, 'id'>[];
};

export type ImpactRefusal =
  | { reason: 'families-missing' }
  /** one change meets nothing */
  | { reason: 'too-few-changes' }
  /** harm that nobody does anything about */
  | { reason: 'answer-missing' };

/** A combined impact as it is kept: of somebody, of at least two changes, and with an answer where it harms. */
export function checkImpact(words: ImpactWords): Outcome<ImpactWords, ImpactRefusal> {
  const families = words.families.trim();
  const whatWeDo = words.whatWeDo.trim();
  const changes = words.changes.filter(
    ({ actionId, words: said }) => actionId !== undefined || said.trim() !== '',
  );
  if (families === '') return refuse({ reason: 'families-missing' });
  if (changes.length < 2) return refuse({ reason: 'too-few-changes' });
  const harms = words.direction === 'harms' || words.direction === 'both';
  if (harms && whatWeDo === '') return refuse({ reason: 'answer-missing' });
  return done({ ...words, families, whatWeDo, whatHappens: words.whatHappens.trim(), changes });
}

/** Actions of several organisations that meet in the same families at the same time. */
export type Meeting = { families: string; actions: readonly Action[] };

/** What may be worth looking at together: the same group named by at least two organisations, at overlapping times. */
export function meetingsOf(
  actions: readonly Action[],
  { plan, impacts }: { plan: Pick<Plan, 'from' | 'until'>; impacts: readonly CombinedImpact[] },
): Meeting[] {
  const open = actions.filter((action) => !isOver(action) && action.expectedFor.trim() !== '');
  const groups = Map.groupBy(open, ({ expectedFor }) => expectedFor.trim().toLowerCase());
  return [...groups.values()].flatMap((group) => {
    const meeting = group.filter((one) => group.some((other) => meets(one, other, plan)));
    const known = impacts.some(({ changes }) =>
      meeting.every(({ id }) => changes.some(({ actionId }) => actionId === id)),
    );
    const [first] = meeting;
    return first && !known ? [{ families: first.expectedFor.trim(), actions: meeting }] : [];
  });
}

function meets(one: Action, other: Action, plan: Pick<Plan, 'from' | 'until'>): boolean {
  if (one.owner.organisationKey === other.owner.organisationKey) return false;
  const from = (action: Action) => action.start ?? plan.from;
  const until = (action: Action) => action.due ?? plan.until;
  return compareDays(from(one), until(other)) <= 0 && compareDays(from(other), until(one)) <= 0;
}
