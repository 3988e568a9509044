import type { Id } from '#platform/kernel/id.ts';
import type { Audience } from '../audience.ts';

/** How early help comes, from what is for everybody to what the law requires. */
export const helps = ['universal', 'early', 'targeted', 'statutory'] as const;

export type Help = (typeof helps)[number];

export const lineKinds = ['spend', 'staff'] as const;

export type LineKind = (typeof lineKinds)[number];

export const lastings = ['on-going', 'one-off'] as const;

export type Lasting = (typeof lastings)[number];

export const lineStates = ['actual', 'planned'] as const;

export type LineState = (typeof lineStates)[number];

/** What one partner spends on one service in one place and financial year, or how many people work in it. */
export type LineWords = {
  /** the service or the team, in words */
  what: string;
  partner: string;
  /** our own area for the whole of it, or one of its zones */
  areaCode: string;
  help: Help;
  /** who says that it is early or late help, and by what */
  helpSource: string;
  kind: LineKind;
  lasting: Lasting;
  /** the year in which the financial year begins */
  year: number;
  state: LineState;
  /** pounds, or full-time equivalents */
  amount: number;
  /** how many people's pay stands behind it */
  people: number;
  /** where the partner's own plan says it; '' where there is none */
  planLink: string;
  source: string;
  note: string;
  audience: Audience;
};

export type MoneyLine = LineWords & {
  readonly id: Id<'money-line'>;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedByName: string;
};

/** What makes two lines the same line, whatever their amounts. */
export function lineKey(line: LineWords): string {
  const { year, partner, what, areaCode, kind, state, lasting, help } = line;
  return JSON.stringify([year, partner, what, areaCode, kind, state, lasting, help]);
}

/** Whether two lines say the same throughout. */
export function sameLine(a: LineWords, b: LineWords): boolean {
  return (
    lineKey(a) === lineKey(b) &&
    a.amount === b.amount &&
    a.people === b.people &&
    a.helpSource === b.helpSource &&
    a.planLink === b.planLink &&
    a.source === b.source &&
    a.note === b.note &&
    a.audience === b.audience
  );
}
