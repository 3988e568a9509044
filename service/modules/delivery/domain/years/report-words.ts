import { sayDay } from '#platform/kernel/day.ts';
import { isOver, sayNumber, stateWords, type Action } from '../action.ts';
import { sayDecisionNumber, type Decision } from '../decision.ts';
import type { Plan, Priority } from '../plan.ts';
import { sayPounds, totalsOf } from '../plan/plan-totals.ts';
import { judgements, type JudgementOfYear, type LookBack, type Speaker } from './look-back.ts';

/** "A, B and C" */
export function listed(things: readonly string[]): string {
  return things.length < 2
    ? things.join('')
    : `${things.slice(0, -1).join(', ')} and ${things[things.length - 1] ?? ''}`;
}

/** "one action", "12 actions", "no actions" */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}

/** One sentence with one full stop, whatever was typed. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' || /[.!?…”]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Paragraphs as a part of a report keeps them: a blank line between, "- " before what is listed. */
export function paragraphs(...blocks: readonly (string | readonly string[])[]): string {
  return blocks
    .map((block) => (typeof block === 'string' ? block : block.map((line) => `- ${line}`).join('\n')))
    .filter((block) => block !== '')
    .join('\n\n');
}

type YearSeen = { plan: Plan; priorities: readonly Priority[]; actions: readonly Action[] };

/** The whole year in a few sentences. */
export function sayInShort({ plan, priorities, actions }: YearSeen, lookBacks: readonly LookBack[]): string {
  const of = (state: Action['state']) => actions.filter((action) => action.state === state).length;
  const open = actions.filter((action) => !isOver(action)).length;
  const carried = actions.filter(wasCarried).length;
  const young = lookBacks.filter(({ who }) => who === 'young-people').length;
  return paragraphs(
    `From ${sayDay(plan.from)} to ${sayDay(plan.until)} we had ${counted(priorities.length, 'priority', 'priorities')}${priorities.length === 0 ? '' : `: ${listed(priorities.map(({ title }) => title))}`}.`,
    `Of ${counted(actions.length, 'action')}, ${of('done')} ${of('done') === 1 ? 'is' : 'are'} done, ${carried + open} ${carried + open === 1 ? 'goes' : 'go'} on, and ${of('stopped') - carried} ${of('stopped') - carried === 1 ? 'was' : 'were'} stopped.`,
    young === 0
      ? ''
      : `Young people looked back on the year too. What they said stands beside what adults said, and counts the same.`,
  );
}

/** What was carried over ended here because it goes on in the next plan. */
function wasCarried({ state, reason }: Action): boolean {
  return state === 'stopped' && reason.startsWith('Carried over as ');
}

/** What was done, by whom, as everybody may read it. */
export function sayWhatWeDid(
  { priorities, actions }: YearSeen,
  around: { decisions: readonly Decision[]; organisations: ReadonlyMap<string, string> },
): string {
  const say = (action: Action): string => {
    const who = around.organisations.get(action.owner.organisationKey);
    const state = wasCarried(action) ? 'goes on in the next plan' : stateWords[action.state];
    const on = action.doneOn === undefined ? '' : ` on ${sayDay(action.doneOn)}`;
    return `${action.title} (${sayNumber(action)}${who === undefined ? '' : `, ${who}`}): ${state}${on}.`;
  };
  const known = new Set<string>(priorities.map(({ id }) => id));
  const beside = actions.filter(({ priorityId }) => priorityId === undefined || !known.has(priorityId));
  return paragraphs(
    ...priorities.flatMap((priority) => {
      const own = actions.filter(({ priorityId }) => priorityId === priority.id).map(say);
      return own.length === 0 ? [] : [`For “${priority.title}”:`, own];
    }),
    ...(beside.length === 0 ? [] : ['Beside the priorities:', beside.map(say)]),
    ...(around.decisions.length === 0
      ? []
      : ['What came of what we decided:', around.decisions.map(sayCame)]),
  );
}

function sayCame(decision: Decision): string {
  return `${decision.title} (${sayDecisionNumber(decision)}): ${sentence(decision.cameOfIt)}`;
}

/** What was asked for; nobody's guess stands for what was not costed. */
export function sayMoney(actions: readonly Action[]): string {
  const { oneOffPounds, yearlyPounds, costed, notCosted } = totalsOf(actions);
  if (costed === 0) return '';
  const missing =
    notCosted.length === 0
      ? ''
      : ` Nobody has put a cost to ${counted(notCosted.length, 'action')}, so the true sum is higher.`;
  return `What the ${counted(costed, 'action')} with a cost asked for came to ${sayPounds(oneOffPounds)} once, and ${sayPounds(yearlyPounds)} for each year that they go on.${missing}`;
}

const openings: { readonly [Who in Speaker]: { readonly [Said in JudgementOfYear]: string } } = {
  'young-people': {
    'went-well': 'Young people said that this went well:',
    'must-get-better': 'Young people said that this must get better:',
    learnt: 'Young people said that we should learn from this:',
  },
  adults: {
    'went-well': 'Adults said that this went well:',
    'must-get-better': 'Adults said that this must get better:',
    learnt: 'Adults said that we should learn from this:',
  },
};

/** What was said of the year, by whom: young people and adults in the same words. */
export function sayLookingBack(lookBacks: readonly LookBack[]): string {
  const blocks = judgements.flatMap((judgement) =>
    (['young-people', 'adults'] as const).flatMap((who) => {
      const said = lookBacks.filter((one) => one.judgement === judgement && one.who === who);
      const lines = said.map(({ words, saidFor }) => `${saidFor}: ${sentence(words)}`);
      return lines.length === 0 ? [] : [openings[who][judgement], lines];
    }),
  );
  return paragraphs(...blocks);
}

/** The priorities of the next year, and why. */
export function sayWhatComesNext(next: { plan: Plan; priorities: readonly Priority[] } | undefined): string {
  if (!next || next.priorities.length === 0) return '';
  const { plan, priorities } = next;
  const draft = plan.state === 'draft' ? 'is not agreed yet' : 'is agreed';
  return paragraphs(
    `The plan from ${sayDay(plan.from)} to ${sayDay(plan.until)} ${draft}. It has ${counted(priorities.length, 'priority', 'priorities')}:`,
    priorities.map(({ title, why }) => (why === '' ? `${title}.` : `${title}: ${sentence(why)}`)),
  );
}
