import type { Expectation } from './expectation.ts';

/** Boards, the plan of the year, meetings, decisions, findings, joint buying and the year that turns. */
export const deliveryMayCome: readonly Expectation[] = [];
