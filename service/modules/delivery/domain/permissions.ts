import { permission } from '#platform/access/policy.ts';

/** Keeping the boards: who sits where, the year of meetings, agendas, papers and packs. */
export const keepBoards = permission('delivery.keep-boards', ['manager']);

/** Reading what a board reads: papers that are not published, minutes before they are agreed, names of members. */
export const readBoards = permission('delivery.read-boards', [
  'manager',
  'analyst',
  'board-member',
  'partner-lead',
  'participation-worker',
  'young-inspector',
  'governance-lead',
]);

/** Taking minutes, and writing down what the board decides. */
export const takeMinutes = permission('delivery.take-minutes', ['manager', 'board-member']);

/** Writing the plan of the year: priorities, actions, what they wait for. */
export const keepPlan = permission('delivery.keep-plan', ['manager']);

/** Saying how an action goes. Somebody who is not the manager may do so only of what they own. */
export const sayProgress = permission('delivery.say-progress', [
  'manager',
  'board-member',
  'partner-lead',
  'participation-worker',
  'analyst',
]);

/** Writing down findings, and saying that one is mended. Nobody closes their own. */
export const keepFindings = permission('delivery.keep-findings', [
  'manager',
  'governance-lead',
  'participation-worker',
]);

/** Writing down what children found, and closing it where it is not one's own; whoever keeps findings may too. */
export const addChildrensFinding = permission('delivery.add-childrens-finding', [
  'manager',
  'governance-lead',
  'participation-worker',
  'young-inspector',
]);

/** Working a joint purchase through: need, options, choice, service, outcome. */
export const keepCommissioning = permission('delivery.keep-commissioning', ['manager', 'analyst']);

/** Turning the year: looking back, carrying over, drafting and editing the yearly report. */
export const turnYear = permission('delivery.turn-year', ['manager', 'analyst', 'participation-worker']);

/** Saying what went well and what must get better in a year that is past: those who were in it, young people too. */
export const lookBack = permission('delivery.look-back', [
  'manager',
  'analyst',
  'board-member',
  'partner-lead',
  'participation-worker',
  'young-inspector',
]);

/** Reading on one page, at the end of a week, what a director must know. */
export const readFriday = permission('delivery.read-friday', ['manager', 'board-member']);
