import { permission } from '#platform/access/policy.ts';

/** Bringing published figures in, and withdrawing them. */
export const bringInFigures = permission('indicators.bring-in', ['analyst']);
