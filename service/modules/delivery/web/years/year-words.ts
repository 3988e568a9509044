import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AgreePlanRefusal, BeginRefusal, CloseYearRefusal } from '../../actions/years/close-year.ts';
import type { SayLookBackRefusal, TakeBackRefusal } from '../../actions/years/say-look-back.ts';
import type { TurnLineBackRefusal } from '../../actions/years/turn-back.ts';
import type { TurnLineRefusal } from '../../actions/years/turn-line.ts';
import type {
  DraftRefusal,
  EditPartRefusal,
  PublishReportRefusal,
} from '../../actions/years/write-report.ts';
import type { JudgementOfYear, Speaker } from '../../domain/years/look-back.ts';
import { counted, listed } from '../../domain/years/report-words.ts';
import type { Became } from '../../domain/years/turn-line.ts';

const gone = 'This is no longer here';
const notYet = 'This plan is a draft: it can be turned once it is agreed and its year has gone';
const isClosed = 'This year is closed. What stands in it stays as it is';

export const lookBackWords: WordsFor<SayLookBackRefusal | TakeBackRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'priority-missing': () => 'Choose a priority of this plan, or the year as a whole',
  'look-back-missing': () => gone,
  'words-missing': () => 'Enter what you want to say of the year',
  'said-for-missing': () => 'Enter for which organisation or group this is said',
};

export const turnWords: WordsFor<TurnLineRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'line-missing': () => gone,
  'plan-not-agreed': () => notYet,
  'plan-closed': () => isClosed,
  'turned-already': ({ turn }) =>
    `${turn.saidByName} said already that it is ${becameWords[turn.became]}. Nothing is lost, and nothing is to be done`,
  'over-already': () => 'It ended in the year itself: nothing is to be done',
  'reason-missing': () => 'Enter why it stops, so that nobody promises it again without knowing',
};

export const turnBackWords: WordsFor<TurnLineBackRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'line-missing': () => gone,
  'plan-closed': () => isClosed,
  'turned-back-already': ({ back }) =>
    `${back.backByName} turned this back already. Nothing is lost, and nothing is to be done`,
  'turned-anew': ({ turn }) =>
    `Meanwhile ${turn.saidByName} said that it is ${becameWords[turn.became]}. Look at it again before you turn it back`,
  'action-gone-on': ({ number }) =>
    `A${number} has gone on in the next plan: somebody has said how it goes. Stop A${number} first, with a reason, so that nothing is lost`,
  'priority-gone-on': ({ title }) =>
    `“${title}” has gone on in the next plan: its words were changed, or something new stands under it. Move that first, so that nothing is lost`,
};

export const closeWords: WordsFor<CloseYearRefusal | BeginRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'plan-not-agreed': () => notYet,
  'plan-closed': () => isClosed,
  'lines-open': (open) => `The year cannot close yet: ${sayOpen(open)} to turn`,
};

/** "2 priorities and one action are left" */
export function sayOpen({ priorities, actions }: { priorities: number; actions: number }): string {
  const parts = [
    ...(priorities > 0 ? [counted(priorities, 'priority', 'priorities')] : []),
    ...(actions > 0 ? [counted(actions, 'action')] : []),
  ];
  return `${listed(parts)} ${priorities + actions === 1 ? 'is' : 'are'} left`;
}

export const agreeWords: WordsFor<AgreePlanRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'agreed-already': () => 'This plan is agreed already',
  'no-priorities': () => 'Add a priority first: a plan without one promises nothing',
  'decision-missing': ({ number }) => `There is no decision D${number}: choose one that was minuted`,
};

export const reportWords: WordsFor<DraftRefusal | EditPartRefusal | PublishReportRefusal> = {
  'not-allowed': () => gone,
  'plan-missing': () => gone,
  'report-missing': () => 'Draft the report first',
  'part-missing': () => gone,
  'changed-meanwhile': () =>
    'Somebody changed this part while you were writing. Nothing is lost: read both, then save what should stand',
  'reason-missing': () => 'Enter why a new edition is needed: it stands beside the earlier one',
  'nothing-new': () => 'Nothing has changed since the last edition: there is nothing to publish',
};

export const becameWords: { readonly [Which in Became]: string } = {
  done: 'done',
  carried: 'carried over',
  stopped: 'stopped',
};

export const judgementWords: { readonly [Which in JudgementOfYear]: string } = {
  'went-well': 'Went well',
  'must-get-better': 'Must get better',
  learnt: 'What we learnt',
};

export const speakerWords: { readonly [Who in Speaker]: string } = {
  'young-people': 'Young people',
  adults: 'Adults',
};
