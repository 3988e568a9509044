import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AnswerRefusal } from '../../actions/plan/answer-by-link.ts';
import type { AroundRefusal } from '../../actions/plan/around-action.ts';
import type { AskOwnerRefusal } from '../../actions/plan/ask-owner.ts';
import type { SayProgressRefusal } from '../../actions/plan/say-progress.ts';
import type { ChangeActionRefusal } from '../../actions/plan/write-action.ts';
import type { WriteImpactRefusal } from '../../actions/plan/write-impact.ts';
import type { AddPlanRefusal, ChangePlanRefusal } from '../../actions/plan/write-plan.ts';
import type { ChangePriorityRefusal, MovePriorityRefusal } from '../../actions/plan/write-priority.ts';
import { stateWords } from '../../domain/action.ts';

const gone = 'This is no longer here';
const meanwhile =
  'Somebody else saved this while you were writing. Nothing is lost: read both, then save what should stand';

export const planWords: WordsFor<AddPlanRefusal | ChangePlanRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'title-missing': () => 'Give the plan a title',
  'key-wrong': () => 'Use small letters, figures and hyphens, such as 2026-27',
  'key-taken': () => 'There is a plan with this short name already: choose another, or change that one',
  'ends-before-it-begins': () => 'The last day must be after the first',
  'no-such-strategy': () => 'Choose a strategy that is here',
  'changed-meanwhile': () => meanwhile,
};

export const priorityWords: WordsFor<ChangePriorityRefusal | MovePriorityRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'priority-missing': () => gone,
  'title-missing': () => 'Say in a few words what matters most',
  'at-the-end': () => 'It stands at that end already',
  'changed-meanwhile': () => meanwhile,
};

export const actionRefusalWords: WordsFor<ChangeActionRefusal> = {
  'not-allowed': () => gone,
  'action-missing': () => gone,
  'title-missing': () => 'Say in a few words what is to be done',
  'ends-before-it-begins': () => 'The day by which it is done must not be before the day it begins',
  'address-wrong': ({ address }) =>
    `No letter could go to “${address}”: write an address such as sam@lantern.example`,
  'changed-meanwhile': () => meanwhile,
};

export const sayWords: WordsFor<SayProgressRefusal> = {
  'not-allowed': () => gone,
  'action-missing': () => gone,
  'changed-meanwhile': ({ theirs }) =>
    `Somebody said something of it while you were writing: it is ${stateWords[theirs.state]} now. Nothing is lost: read both, then send what should stand`,
  'reason-missing': ({ state }) =>
    state === 'done' || state === 'not-begun' || state === 'under-way'
      ? 'It was over. Say in a few words why it begins again'
      : `Say why it is ${stateWords[state]}: only then can anybody help`,
  'nothing-said': () => 'Write how it goes, choose another state, or give a new day',
  'already-so': ({ state, since }) =>
    `Somebody has said already that it is ${stateWords[state]}${since === undefined ? '' : `, on ${sayDay(since)}`}. Nothing is lost, and nothing is to be done`,
  'day-past': ({ due }) => `${sayDay(due)} is past: a new day must be today or later`,
};

export const answerWords: WordsFor<AnswerRefusal> = {
  ...sayWords,
  'link-over': ({ how }) =>
    how === 'used'
      ? 'This was answered already, so what you typed was not kept. To correct it, ask for a new link'
      : 'This link has stopped working, so what you typed was not kept. Ask for a new one',
  'not-opened': () =>
    'It is a while since you gave the code. Have a new one sent: what you typed is still here',
};

export const aroundWords: WordsFor<AroundRefusal> = {
  'not-allowed': () => gone,
  'action-missing': () => gone,
  'title-missing': () => 'Say in a few words what will be reached',
  'milestone-missing': () => 'That milestone has been taken away',
  'no-such-organisation': () => 'Choose an organisation that stands today',
  'no-such-action': () => 'Choose an action from the list',
  'goes-in-a-circle': ({ round }) =>
    `Each would wait for the other for ever: ${round.join(' waits for ')}. Take one of these waits away first`,
};

export const askWords: WordsFor<AskOwnerRefusal> = {
  'not-allowed': () => gone,
  'action-missing': () => gone,
  'no-address': () =>
    'There is no address to write to. Change the action, and give its owner an e-mail address',
  'over-already': () => 'It is over: there is nothing to ask',
  'asked-already': ({ on }) =>
    `A letter of ${sayDay(dayInEngland(on))} still waits for its answer. Take it back first, or wait for the reminder`,
};

export const impactWords: WordsFor<WriteImpactRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'impact-missing': () => gone,
  'families-missing': () => 'Say of which families this speaks',
  'too-few-changes': () => 'Name at least two changes: one alone meets nothing',
  'answer-missing': () => 'It harms somebody: say what we do about it',
  'changed-meanwhile': () => meanwhile,
};
