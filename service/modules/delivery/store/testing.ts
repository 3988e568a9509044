import { strategyGround, publishedFrameworks, type StrategyGround } from '#modules/strategy/testing.ts';
import type { TestContext } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Body } from '../domain/body.ts';
import type { FindingWords } from '../domain/findings/new-finding.ts';
import { emptyAction, type ActionWords } from '../domain/new-action.ts';
import type { Meeting } from '../domain/meeting.ts';
import { keepBody } from './bodies.ts';
import { keepMeeting } from './meetings.ts';

/** A partnership with the invented county's strategy, in which the clock stands at 3 September 2026. */
export async function deliveryGround(t: Pick<TestContext, 'after'>): Promise<StrategyGround> {
  const ground = await strategyGround(t);
  await ground.load('own', ...publishedFrameworks('own').frameworks);
  return ground;
}

/** A board that may decide with three who vote, of two organisations. */
export async function addBoard(ctx: Ctx, given: Partial<Body> = {}): Promise<Body> {
  const body: Body = {
    id: ctx.newId<'body'>(),
    key: 'board',
    name: 'The Board',
    kind: 'board',
    lifeStage: '',
    purpose: 'Holds us to the promise.',
    partOf: undefined,
    from: dayOf(2024, 4, 1),
    until: undefined,
    followedBy: undefined,
    quorum: { people: 3, organisations: 2 },
    version: 1,
    ...given,
  };
  await keepBody(ctx, body);
  return body;
}

/** An action that serves the first promise of the invented county, unless told otherwise. */
export function actionWords(given: Partial<ActionWords> = {}): ActionWords {
  return {
    ...emptyAction,
    title: 'Ring every family in the first fortnight',
    element: { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' },
    due: dayOf(2027, 3, 31),
    ...given,
  };
}

/** A meeting of a body on the day on which the clock stands, unless told otherwise. */
export async function addMeeting(ctx: Ctx, body: Body, given: Partial<Meeting> = {}): Promise<Meeting> {
  const meeting: Meeting = {
    id: ctx.newId<'meeting'>(),
    bodyId: body.id,
    cycleId: undefined,
    key: 'board-september',
    kind: 'oversight',
    title: 'The Board in September',
    theme: '',
    element: { frameworkSlug: '', elementKey: '' },
    on: ctx.today,
    at: '14:00',
    minutes: 120,
    place: 'Room 2',
    joining: '',
    state: 'planned',
    cancelledBecause: '',
    sequence: 0,
    version: 1,
    ...given,
  };
  await keepMeeting(ctx, meeting);
  return meeting;
}

/** What young inspectors found last month, for a charity to mend, unless told otherwise. */
export function findingWords(given: Partial<FindingWords> = {}): FindingWords {
  return {
    kind: 'children',
    title: 'The bus shelter is dark after four',
    words: 'We went twice in winter, and both times nobody could read the times of the bus.',
    foundBy: 'Young inspectors',
    foundOn: dayOf(2026, 8, 3),
    source: { title: 'Our visit in August', link: '' },
    element: { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' },
    owner: { personId: undefined, name: 'The director', organisationKey: 'open-gate' },
    due: undefined,
    ...given,
  };
}
