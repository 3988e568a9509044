import {
  costClaims,
  evidenceOf,
  measuresTold,
  type ClaimSeen,
  type EvidenceOf,
  type MeasureTold,
} from '#modules/indicators/index.ts';
import { framework } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays, type Day } from '#platform/kernel/day.ts';
import { sayNumber, type Action } from '../../domain/action.ts';
import type { Decision } from '../../domain/decision.ts';
import { sayPounds } from '../../domain/plan/plan-totals.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import { sayYearChange } from '../../domain/years/measure-change.ts';
import {
  listed,
  paragraphs,
  sayInShort,
  sayLookingBack,
  sayMoney,
  sayWhatComesNext,
  sayWhatWeDid,
  sentence,
} from '../../domain/years/report-words.ts';
import type { Draft } from '../../domain/years/year-report.ts';
import { actionsOfPlan } from '../../store/actions.ts';
import { allDecisions } from '../../store/decisions.ts';
import { prioritiesOf } from '../../store/plans.ts';
import { lookBacksOf } from '../../store/years/look-backs.ts';
import { organisationNames } from '../plan/standing.ts';
import { planAfter } from './next-plan.ts';

/** A year's report is written in the months after it. */
const daysToLookBack = 183;
const measuresEach = 3;

/** A report of a year, from what the system holds and everybody may read. */
export async function draftReport(ctx: Ctx, plan: Plan): Promise<Draft> {
  const priorities = await prioritiesOf(ctx, plan.id);
  const actions = await actionsOfPlan(ctx, plan.id);
  const seen = { plan, priorities, actions };
  const lookBacks = await lookBacksOf(ctx, plan.id);
  const decisions = await decisionsOfYear(ctx, plan);
  const evidence = await evidenceOfYear(ctx, plan);
  const next = await planAfter(ctx, plan);
  const organisations = await organisationNames(
    ctx,
    actions.map(({ owner }) => owner.organisationKey),
  );
  return {
    'in-short': sayInShort(seen, lookBacks),
    figures: sayFigures(plan, await measuresOfPriorities(ctx, seen)),
    'closer-look': sayFindings(evidence),
    voices: sayVoices(evidence, { actions, decisions }),
    'what-we-did': sayWhatWeDid(seen, {
      decisions: decisions.filter(({ cameOfIt }) => cameOfIt !== ''),
      organisations,
    }),
    money: paragraphs(sayMoney(actions), ...sayClaims(await costClaims(ctx), plan)),
    'looking-back': sayLookingBack(lookBacks),
    'what-comes-next': sayWhatComesNext(next && { plan: next, priorities: await prioritiesOf(ctx, next.id) }),
  };
}

/** Published decisions of the year, the oldest first. */
async function decisionsOfYear(ctx: Ctx, plan: Plan): Promise<Decision[]> {
  return (await allDecisions(ctx))
    .filter(({ publishing, decidedOn }) => publishing.publish === 'publish' && isIn(decidedOn, plan))
    .toReversed();
}

export type MeasuresOf = { priority: Priority; measures: readonly MeasureTold[] };

/** The measures that each priority hangs on: those that the strategy ties to its element, and those of its actions. */
export async function measuresOfPriorities(
  ctx: Ctx,
  given: { plan: Plan; priorities: readonly Priority[]; actions: readonly Action[] },
): Promise<MeasuresOf[]> {
  const view = await framework(ctx, given.plan.frameworkSlug);
  const ids = new Map(
    given.priorities.map((priority) => {
      const tied = (view?.document.measures ?? []).filter(({ element }) => element === priority.elementKey);
      const named = given.actions.filter(
        ({ priorityId, measureId }) => priorityId === priority.id && measureId !== '',
      );
      const all = [
        ...tied.map(({ source, code }) => `${source}:${code}`),
        ...named.map(({ measureId }) => measureId),
      ];
      return [priority.id, [...new Set(all)].slice(0, measuresEach)];
    }),
  );
  const told = await measuresTold(ctx, [...ids.values()].flat());
  return given.priorities.map((priority) => ({
    priority,
    measures: (ids.get(priority.id) ?? []).flatMap((id) => told.get(id) ?? []),
  }));
}

function sayFigures(plan: Plan, all: readonly MeasuresOf[]): string {
  return paragraphs(
    ...all.flatMap(({ priority, measures }) =>
      measures.length === 0
        ? []
        : [`For “${priority.title}”:`, measures.map((measure) => sayMeasure(plan, measure))],
    ),
  );
}

function sayMeasure(plan: Plan, { title, sentences, points, unit }: MeasureTold): string {
  return [`${title}.`, sayYearChange(points, unit, plan) ?? '', ...sentences]
    .filter((words) => words !== '')
    .join(' ');
}

/** What was found and heard in the year of this strategy, and is for everybody. */
async function evidenceOfYear(ctx: Ctx, plan: Plan): Promise<EvidenceOf[]> {
  const all = await evidenceOf(ctx, 'all');
  const isOurs = ({ subject }: EvidenceOf) =>
    subject.kind === 'measure' || subject.id.startsWith(`${plan.frameworkSlug}/`);
  const counts = <One extends { audience: string; day: Day }>(ones: readonly One[]) =>
    ones.filter(({ audience, day }) => audience === 'public' && isIn(day, plan));
  return [...all.values()].filter(isOurs).map((one) => ({
    ...one,
    findings: counts(one.findings),
    voices: counts(one.voices),
    judgements: {
      adults: counts(one.judgements.adults),
      'young-people': counts(one.judgements['young-people']),
    },
  }));
}

function sayFindings(evidence: readonly EvidenceOf[]): string {
  const found = evidence.flatMap(({ findings }) => findings);
  return paragraphs(
    ...found.map(({ said }) =>
      [
        `${sentence(said.title)} This is what ${said.byWhom} saw who looked at ${said.howMany} ${said.lookedAt}.`,
        said.strong === '' ? '' : `What is strong: ${sentence(said.strong)}`,
        said.mustGetBetter === '' ? '' : `What must get better: ${sentence(said.mustGetBetter)}`,
      ]
        .filter((words) => words !== '')
        .join(' '),
    ),
    ...evidence.flatMap(({ judgements }) =>
      [...judgements['young-people'].slice(0, 1), ...judgements.adults.slice(0, 1)].map(
        ({ group, reasons }) => `${group} judged whether it is so: ${sentence(reasons)}`,
      ),
    ),
  );
}

type Happened = { actions: readonly Action[]; decisions: readonly Decision[] };

/** What people said, and straight after it what happened: nothing, where nothing did. */
function sayVoices(evidence: readonly EvidenceOf[], happened: Happened): string {
  return paragraphs(
    ...evidence.flatMap(({ subject, voices }) =>
      voices.flatMap(({ said }) => [
        `${sentence(said.title)} ${said.answered} of ${said.asked} answered when we asked ${said.whoWasAsked}. ${sentence(said.said)}${said.quote === '' ? '' : ` In their own words: “${said.quote}”`}`,
        sayHappened(subject.id, happened),
      ]),
    ),
  );
}

function sayHappened(subjectId: string, { actions, decisions }: Happened): string {
  const isOf = ({ element, measureId }: Pick<Action, 'element' | 'measureId'>) =>
    `${element.frameworkSlug}/${element.elementKey}` === subjectId || measureId === subjectId;
  const done = actions.filter((action) => isOf(action) && action.state === 'done');
  const came = decisions.filter((decision) => isOf(decision) && decision.cameOfIt !== '');
  const under = actions.filter(
    (action) => isOf(action) && !done.includes(action) && action.state !== 'stopped',
  );
  const say = (action: Action) => `${action.title} (${sayNumber(action)})`;
  const parts = [
    ...came.map(({ cameOfIt }) => sentence(cameOfIt)),
    ...(done.length > 0 ? [`We did this: ${listed(done.map(say))}.`] : []),
    ...(under.length > 0 ? [`We are at work on this: ${listed(under.map(say))}.`] : []),
  ];
  return parts.length === 0
    ? 'What happened: nothing that we can show yet. We owe an answer.'
    : `What happened: ${parts.join(' ')}`;
}

/** Costs that are said to be avoided: always from least to most, with what it cost to do. */
function sayClaims(claims: readonly ClaimSeen[], plan: Plan): string[] {
  const year = Number(plan.from.slice(0, 4));
  return claims.flatMap(({ claim, avoided }) => {
    if (claim.audience !== 'public' || !avoided || Math.abs(claim.year - year) > 1) return [];
    const pounds = (value: number) => sayPounds(Math.round(value / 1000) * 1000).replace('£-', 'minus £');
    return [
      `${sentence(claim.title)} It may have avoided between ${pounds(avoided.low)} and ${pounds(avoided.high)}, and cost ${pounds(avoided.costToDo)} to do, in the prices of ${avoided.pricesOf}. What the cost of one rests on: ${sentence(claim.unitSource)}`,
    ];
  });
}

function isIn(day: Day, plan: Plan): boolean {
  return compareDays(plan.from, day) <= 0 && compareDays(day, addDays(plan.until, daysToLookBack)) <= 0;
}
