import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';

export const becomings = ['action', 'plan-change', 'service-change', 'record'] as const;
export type Becoming = (typeof becomings)[number];

export const quorums = ['quorate', 'not-quorate', 'not-known'] as const;
/** Whether enough were there when it was decided; not known where nobody wrote down who came. */
export type Quorate = (typeof quorums)[number];

/** Published, or not, on a ground that is said. */
export type Publishing = { publish: 'publish' | 'exempt'; ground: string };

/** What a body decided. Once minuted it is not rewritten: a later one takes its place. */
export type Decision = {
  id: Id<'decision'>;
  /** people name it by it: D12 */
  number: number;
  bodyId: Id<'body'>;
  meetingId: Id<'meeting'> | undefined;
  itemId: Id<'agenda-item'> | undefined;
  title: string;
  words: string;
  reason: string;
  /** '' where nobody disagreed */
  dissent: string;
  evidence: string;
  /** what it rests on, where that hangs on the thread; both '' where it is told in words alone */
  restsOn: { kind: string; id: string };
  ownerName: string;
  ownerOrganisation: string;
  /** when the body wants to hear what came of it */
  due: Day | undefined;
  decidedOn: Day;
  equalityNote: string;
  childImpactNote: string;
  becomes: Becoming;
  element: ElementName;
  /** `source:code`; '' where none is named */
  measureId: string;
  /** how that measure stood as it was decided, in one line; '' where none is named */
  measureThen: string;
  quorum: Quorate;
  /** '' until it can be told */
  cameOfIt: string;
  cameOn: Day | undefined;
  replaces: Id<'decision'> | undefined;
  publishing: Publishing;
  version: number;
};

/** "D12" */
export function sayDecisionNumber({ number }: Pick<Decision, 'number'>): string {
  return `D${number}`;
}
