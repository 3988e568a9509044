import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import type { Publishing } from './decision.ts';

export const meetingKinds = ['oversight', 'workshop', 'ordinary'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingStates = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** A meeting of a body. Its day and time are those on the wall in England. */
export type Meeting = {
  id: Id<'meeting'>;
  bodyId: Id<'body'>;
  cycleId: Id<'cycle'> | undefined;
  key: string;
  kind: MeetingKind;
  title: string;
  theme: string;
  /** what a workshop is about; both '' where it is about all */
  element: ElementName;
  on: Day;
  /** `HH:MM` */
  at: string;
  minutes: number;
  place: string;
  joining: string;
  state: MeetingState;
  cancelledBecause: string;
  /** grows with every change that calendars must hear of */
  sequence: number;
  version: number;
};

export const asks = ['to-decide', 'to-talk', 'to-know'] as const;
export type Asks = (typeof asks)[number];

export const agendaOrigins = [
  'hand',
  'exception',
  'late-action',
  'finding',
  'decision-due',
  'ask',
  'last-time',
] as const;
export type AgendaOrigin = (typeof agendaOrigins)[number];

/** One thing to be talked about. What comes from live data names its subject on the thread. */
export type AgendaItem = {
  id: Id<'agenda-item'>;
  meetingId: Id<'meeting'>;
  place: number;
  title: string;
  words: string;
  asks: Asks;
  minutes: number;
  leadName: string;
  origin: AgendaOrigin;
  /** both '' where it is by hand */
  subject: { kind: string; id: string };
  publishing: Publishing;
  version: number;
};
