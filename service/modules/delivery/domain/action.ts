import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { ElementName } from '#platform/kernel/subject.ts';

export const actionStates = ['not-begun', 'under-way', 'late', 'paused', 'done', 'stopped'] as const;
export type ActionState = (typeof actionStates)[number];

/** For people, as a sentence ends with it. */
export const stateWords: { readonly [State in ActionState]: string } = {
  'not-begun': 'not begun',
  'under-way': 'under way',
  late: 'late',
  paused: 'paused',
  done: 'done',
  stopped: 'stopped',
};

/** Who answers for something: with an account, or by a name and an address to write to. All '' where nobody does yet. */
export type Owner = {
  personId: Id<'person'> | undefined;
  name: string;
  email: string;
  organisationKey: string;
};

/** Something that somebody said they will do, by a day. */
export type Action = {
  id: Id<'action'>;
  /** people name it by it: A7 */
  number: number;
  planId: Id<'plan'> | undefined;
  priorityId: Id<'priority'> | undefined;
  /** the element it serves; both '' where it serves none yet */
  element: ElementName;
  title: string;
  what: string;
  owner: Owner;
  start: Day | undefined;
  due: Day | undefined;
  state: ActionState;
  /** why it stands so; never '' where it is late, paused or stopped */
  reason: string;
  doneOn: Day | undefined;
  /** `source:code` of the measure it should move; '' where none is named */
  measureId: string;
  expectedFor: string;
  expectedEffect: string;
  oneOffPounds: number | undefined;
  yearlyPounds: number | undefined;
  resources: string;
  equalityNote: string;
  childImpactNote: string;
  povertyNote: string;
  decisionId: Id<'decision'> | undefined;
  findingId: Id<'finding'> | undefined;
  carriedFrom: Id<'action'> | undefined;
  theirPlan: { title: string; link: string };
  version: number;
};

const over: readonly ActionState[] = ['done', 'stopped'];

/** Whether nothing more is to be done. */
export function isOver({ state }: Pick<Action, 'state'>): boolean {
  return over.includes(state);
}

/** Late is what its day has passed, or what its owner says is late; never what is done, stopped or paused. */
export function isLate({ state, due }: Pick<Action, 'state' | 'due'>, today: Day): boolean {
  if (state === 'late') return true;
  if (isOver({ state }) || state === 'paused') return false;
  return due !== undefined && compareDays(due, today) < 0;
}

/** Whether somebody answers for it with their own account. */
export function isOwnedBy({ owner }: Pick<Action, 'owner'>, actor: Actor): boolean {
  return actor.kind === 'person' && owner.personId === actor.personId;
}

/** "A7" */
export function sayNumber({ number }: Pick<Action, 'number'>): string {
  return `A${number}`;
}
