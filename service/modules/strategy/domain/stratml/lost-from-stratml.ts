import { children, textOf } from './parsed-tag.ts';
import type { Tag } from './parsed-tag.ts';

/** What of a StratML file has no place in a framework, each in a sentence. */
export function lostFromStratml(root: Tag, { cut, untied }: { cut: number; untied: number }): string[] {
  const core = children(root, 'StrategicPlanCore');
  const goals = core.flatMap((tag) => children(tag, 'Goal'));
  const indicators = goals
    .flatMap((goal) => children(goal, 'Objective'))
    .flatMap((tag) => children(tag, 'PerformanceIndicator'));
  const results = indicators
    .flatMap((tag) => children(tag, 'MeasurementInstance'))
    .reduce(
      (sum, tag) => sum + children(tag, 'TargetResult').length + children(tag, 'ActualResult').length,
      0,
    );
  const relationships = indicators.reduce((sum, tag) => sum + children(tag, 'Relationship').length, 0);
  const units = indicators.filter((tag) => textOf(tag, 'UnitOfMeasurement') !== '').length;
  const organisations = core.flatMap((tag) => children(tag, 'Organization')).length;
  return [
    ...said(
      results,
      'target or actual result',
      'was left out: figures belong to measures, with their source and period',
    ),
    ...said(relationships, 'relationship between indicators', 'was left out'),
    ...said(units, 'unit of measurement', 'was left out: units belong to measures'),
    ...said(
      Math.max(0, organisations - 1),
      'further organisation',
      'was left out: a framework belongs to one partnership',
    ),
    ...said(cut, 'description', 'was longer than 4,000 characters and was cut there'),
    ...said(untied, 'tie', 'was left out: it went round in a ring'),
    ...(root['Submitter'] === undefined
      ? []
      : ['The name and address of whoever submitted it were left out on purpose.']),
  ];
}

function said(number: number, noun: string, lost: string): string[] {
  if (number === 0) return [];
  return number === 1
    ? [`One ${noun} ${lost}.`]
    : [`${number} ${noun}s ${lost.replace(/\bwas\b/g, 'were')}.`];
}
