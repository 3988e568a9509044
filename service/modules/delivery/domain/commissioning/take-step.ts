import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Commission, CommissionOption, CommissionStep, Verdict } from './commission.ts';

/** What is said with each step. */
export type Step =
  | { to: 'options'; words: string }
  | { to: 'decision'; words: string; optionId: string; decisionId: Id<'decision'> | undefined }
  | {
      to: 'service';
      words: string;
      name: string;
      provider: string;
      from: Day | undefined;
      until: Day | undefined;
    }
  | { to: 'outcome'; words: string; outcome: string; verdict: Verdict | undefined; reason: string }
  | { to: 'ended'; words: string };

export type StepRefusal =
  | { reason: 'not-the-next-step'; step: CommissionStep }
  /** a choice has at least two sides; one may be to go on as now */
  | { reason: 'options-too-few'; have: number }
  | { reason: 'option-not-chosen' }
  | { reason: 'no-such-decision' }
  | { reason: 'service-missing' }
  | { reason: 'service-ends-before-it-begins' }
  | { reason: 'outcome-missing' }
  | { reason: 'verdict-missing' }
  | { reason: 'verdict-reason-missing' }
  /** what happens to those who relied on it */
  | { reason: 'ending-words-missing' };

/** From which steps each can be taken: after an outcome the service goes on under eyes, or ends. */
const before: { readonly [To in Step['to']]: readonly CommissionStep[] } = {
  options: ['need'],
  decision: ['options'],
  service: ['decision', 'outcome'],
  outcome: ['service'],
  ended: ['outcome'],
};

/** The steps that can be taken from here. */
export function nextSteps({ step, verdict }: Pick<Commission, 'step' | 'verdict'>): Step['to'][] {
  const all: readonly Step['to'][] = ['options', 'decision', 'service', 'outcome', 'ended'];
  return all.filter((to) => {
    if (!before[to].includes(step)) return false;
    if (step !== 'outcome') return true;
    return to === 'ended' ? verdict === 'stop' : verdict !== 'stop';
  });
}

/** The purchase after the step; the options are those that stand. */
export function takeStep(
  commission: Commission,
  step: Step,
  options: readonly CommissionOption[],
): Outcome<Commission, StepRefusal> {
  if (!nextSteps(commission).includes(step.to))
    return refuse({ reason: 'not-the-next-step', step: commission.step });
  const stepped = { ...commission, step: step.to, version: commission.version + 1 };
  switch (step.to) {
    case 'options':
      return options.length < 2 ? refuse({ reason: 'options-too-few', have: options.length }) : done(stepped);
    case 'decision':
      if (!options.some(({ id }) => id === step.optionId)) return refuse({ reason: 'option-not-chosen' });
      if (step.decisionId === undefined) return refuse({ reason: 'no-such-decision' });
      return done({ ...stepped, decisionId: step.decisionId });
    case 'service':
      return withService(stepped, step);
    case 'outcome':
      return withOutcome(stepped, step);
    case 'ended':
      return step.words.trim() === '' ? refuse({ reason: 'ending-words-missing' }) : done(stepped);
  }
}

function withService(
  stepped: Commission,
  { name, provider, from, until }: Extract<Step, { to: 'service' }>,
): Outcome<Commission, StepRefusal> {
  const service = { name: name.trim(), provider: provider.trim(), from, until };
  if (service.name === '' || service.provider === '' || from === undefined)
    return refuse({ reason: 'service-missing' });
  if (until !== undefined && compareDays(until, from) < 0)
    return refuse({ reason: 'service-ends-before-it-begins' });
  return done({ ...stepped, service });
}

function withOutcome(
  stepped: Commission,
  { outcome, verdict, reason }: Extract<Step, { to: 'outcome' }>,
): Outcome<Commission, StepRefusal> {
  if (outcome.trim() === '') return refuse({ reason: 'outcome-missing' });
  if (verdict === undefined) return refuse({ reason: 'verdict-missing' });
  if (reason.trim() === '') return refuse({ reason: 'verdict-reason-missing' });
  return done({ ...stepped, outcome: outcome.trim(), verdict, verdictReason: reason.trim() });
}
