import type { FrameworkDocument } from '../framework-document.ts';
import { apartName } from './stratml-shape.ts';
import type { StratmlShape } from './stratml-shape.ts';

/** What of a framework StratML cannot say, each in a sentence. */
export function lostInStratml(document: FrameworkDocument, shape: StratmlShape): string[] {
  return [...lostShape(document, shape), ...lostParts(document), ...lostDetails(document)];
}

function lostShape(document: FrameworkDocument, { goals }: StratmlShape): string[] {
  const goalTiers = new Set(goals.flatMap(({ goal }) => (goal ? [goal.tier] : [])));
  const objectiveTiers = new Set(
    goals.flatMap(({ objectives }) => objectives.flatMap(({ element }) => (element ? [element.tier] : []))),
  );
  const several = (tiers: ReadonlySet<string>, become: string) =>
    tiers.size > 1
      ? [
          `StratML has no tiers of your own: ${namesOf(document, tiers)} all became ${become}, with their tier in the notes.`,
        ]
      : [];
  const apart = goals.find(({ goal }) => goal === undefined)?.objectives.length ?? 0;
  const whole = document.elements.filter(({ servesTiers }) => servesTiers.length > 0).length;
  return [
    ...several(goalTiers, 'Goals'),
    ...several(objectiveTiers, 'Objectives'),
    ...count(apart, (many) => `${many} that serve no goal stand under a Goal of our making, “${apartName}”.`),
    ...count(
      whole,
      (many) => `${many} that serve a whole tier are nested under one Goal; that they serve all is lost.`,
    ),
  ];
}

function lostParts(document: FrameworkDocument): string[] {
  const statements = document.elements.filter(
    ({ statement, statementWording }) => statement !== undefined && statementWording === 'published',
  ).length;
  return [
    ...count(
      document.passages.length,
      (_, number) =>
        `${number === 1 ? 'One passage' : `${number} passages`} (forewords, needs, evidence, look back) are left out.`,
    ),
    ...count(document.unanswered.length, (many) => `Why ${many.toLowerCase()} have no measure is left out.`),
    ...(document.wayIn.length > 0 ? ['Which elements make the first page is left out.'] : []),
    ...(document.areas.length > 0 ? ['The codes of the areas are left out.'] : []),
    ...(document.periodStatements.length > 0 ? ['What the text says of its own length is left out.'] : []),
    ...(document.owners.some(({ partOf }) => partOf !== undefined)
      ? ['Which board a group belongs to is left out.']
      : []),
    ...count(
      statements,
      (many) => `That the statements of ${many.toLowerCase()} are the publisher’s own words is left out.`,
    ),
  ];
}

function lostDetails(document: FrameworkDocument): string[] {
  const lined = document.elements.some(({ line }) => line !== undefined);
  const due = document.elements.some((element) => element.due !== undefined);
  const noted = document.measures.some(({ note }) => note !== undefined);
  const ours = document.elements.some(({ labelWording }) => labelWording === 'ours');
  return [
    ...(lined ? ['The lines of the source on which things stand are left out.'] : []),
    ...(due ? ['The days on which things are due are left out.'] : []),
    ...(noted ? ['The notes on measures are left out.'] : []),
    ...(ours ? ['Which labels are not the publisher’s own words is left out.'] : []),
    ...(document.source?.note ? ['The note on the source is left out.'] : []),
    ...(document.tiers.some(({ note }) => note !== undefined) ? ['The notes on tiers are left out.'] : []),
  ];
}

function count(number: number, sentence: (many: string, number: number) => string): string[] {
  return number === 0 ? [] : [sentence(number === 1 ? 'One element' : `${number} elements`, number)];
}

function namesOf(document: FrameworkDocument, keys: ReadonlySet<string>): string {
  const names = document.tiers.filter(({ key }) => keys.has(key)).map(({ plural }) => plural);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
