import { permission } from '#platform/access/policy.ts';

/** Bringing published figures in, and withdrawing them. */
export const bringInFigures = permission('indicators.bring-in', ['analyst']);

/** Looking at one file that was handed in: a map of measures waits for somebody who may edit the strategy. */
export const seeImport = permission('indicators.see-import', ['analyst', 'manager']);

/** Saying something else of a verdict than what was worked out, or where a process changed, with a reason, and taking it back. */
export const overruleVerdicts = permission('indicators.overrule', ['analyst']);

/** Writing on the report card of a measure: its target, its story, what it is. */
export const keepReportCards = permission('indicators.report-card', ['analyst', 'manager']);

/** Describing what the partnership counts itself, entering its figures as they are, and releasing them. */
export const keepOwnMeasures = permission('indicators.own-measures', ['analyst']);

/** Saying why a gap might be there, and what came of looking into it. */
export const explainGaps = permission('indicators.explain-gaps', ['analyst', 'manager']);

/** Writing down what is spent and who works, what was avoided by it, and the standards that services keep; seeing small teams as they are. */
export const keepMoney = permission('indicators.money', ['analyst', 'manager']);

/** Writing down what was found by looking closely, what people said when asked, and how a group judged. */
export const keepEvidence = permission('indicators.evidence', ['analyst', 'manager', 'participation-worker']);

/** Defining measures over others: by a formula, or two that are read together. */
export const defineMeasures = permission('indicators.define-measures', ['analyst']);

/** Keeping a scorecard as it stands today, and saying that one kept before should no longer be relied on. */
export const keepScorecards = permission('indicators.keep-scorecards', ['analyst', 'manager']);

/** Loading boundaries and small areas, drawing zones out of them, and withdrawing boundaries. */
export const drawZones = permission('indicators.zones', ['analyst']);
