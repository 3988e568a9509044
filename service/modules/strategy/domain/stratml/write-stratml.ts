import type { ElementDocument, FrameworkDocument } from '../framework-document.ts';
import { identifierPrefix, notesOf, onOneLine } from './kept-notes.ts';
import { lostInStratml } from './lost-words.ts';
import { apartName, indicatorsName, stratmlShape } from './stratml-shape.ts';
import type { StratmlObjective, StratmlShape } from './stratml-shape.ts';
import { tag } from './xml-tag.ts';

export type Written = {
  xml: string;
  /** what StratML cannot say, each in a sentence; empty where nothing is lost */
  lost: readonly string[];
};

/** The schema's own namespace: StratML Part 2, Performance Plans and Reports (ANSI/AIIM 22), as prepared for ISO 17469-2. */
const stratmlNamespace = 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport';

/** Writes a framework as StratML Part 2 XML, and says in words what is lost. */
export function writeStratml(document: FrameworkDocument): Written {
  const shape = stratmlShape(document);
  const core = tag('StrategicPlanCore', {}, [
    organisation(document),
    ...(shape.vision
      ? [tag('Vision', {}, [words('Description', visionWords(shape.vision)), id(shape.vision)])]
      : []),
    ...shape.values.map(({ label, statement = '' }) =>
      tag('Value', {}, [words('Name', label), words('Description', statement)]),
    ),
    ...shape.goals.map((goal, index) => goalTag(document, goal, index + 1)),
  ]);
  const root = tag('PerformancePlanOrReport', { xmlns: stratmlNamespace, Type: 'Strategic_Plan' }, [
    words('Name', document.name),
    ...(document.footprint ? [words('Description', document.footprint)] : []),
    words('OtherInformation', wholeNotes(document)),
    core,
    tag('AdministrativeInformation', {}, [
      tag('Identifier', {}, `${identifierPrefix}${document.slug}-plan`),
      ...(document.period.start ? [tag('StartDate', {}, document.period.start)] : []),
      ...(document.period.end ? [tag('EndDate', {}, document.period.end)] : []),
      ...(document.source?.publishedOn ? [tag('PublicationDate', {}, document.source.publishedOn)] : []),
    ]),
  ]);
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, lost: lostInStratml(document, shape) };
}

function goalTag(
  document: FrameworkDocument,
  { goal, objectives }: StratmlShape['goals'][number],
  number: number,
): string {
  const prefix = goal?.key ?? 'whole-plan';
  return tag('Goal', {}, [
    words('Name', goal?.label ?? apartName),
    words('Description', goal?.statement ?? ''),
    ...(goal ? [id(goal)] : []),
    tag('SequenceIndicator', {}, String(number)),
    ...(goal ? [...stakeholders(document, goal), words('OtherInformation', notesOf(document, goal))] : []),
    ...objectives.map((objective, index) =>
      objectiveTag(document, objective, { sequence: `${number}.${index + 1}`, prefix }),
    ),
  ]);
}

function objectiveTag(
  document: FrameworkDocument,
  { element, indicators }: StratmlObjective,
  { sequence, prefix }: { sequence: string; prefix: string },
): string {
  return tag('Objective', {}, [
    words('Name', element?.label ?? indicatorsName),
    words('Description', element?.statement ?? ''),
    element ? id(element) : tag('Identifier', {}, `${identifierPrefix}${prefix}--indicators`),
    tag('SequenceIndicator', {}, sequence),
    ...(element
      ? [...stakeholders(document, element), words('OtherInformation', notesOf(document, element))]
      : []),
    ...indicators.map((indicator, index) =>
      tag('PerformanceIndicator', { ValueChainStage: 'Outcome' }, [
        tag('SequenceIndicator', {}, `${sequence}.${index + 1}`),
        words('MeasurementDimension', indicator.label),
        tag('UnitOfMeasurement', {}, ''),
        id(indicator),
        words(
          'OtherInformation',
          [notesOf(document, indicator), indicator.statement].filter(Boolean).join('\n'),
        ),
      ]),
    ),
  ]);
}

/** Owners and organisations act; the people of whom a success statement speaks are meant to gain. */
function stakeholders(document: FrameworkDocument, element: ElementDocument): string[] {
  const owners = document.owners.filter(({ key }) => element.owners.includes(key));
  const organisations = document.organisations.filter(({ key }) => element.organisations.includes(key));
  return [
    ...owners.map(({ name, kind }) =>
      stakeholder(name, {
        type: kind === 'role' ? 'Person' : 'Organization',
        role: 'Owner',
        acts: 'Performer',
      }),
    ),
    ...organisations.map(({ name }) =>
      stakeholder(name, { type: 'Organization', role: 'Contributor', acts: 'Performer' }),
    ),
    ...(element.audience
      ? [stakeholder(element.audience, { type: 'Generic_Group', role: 'Audience', acts: 'Beneficiary' })]
      : []),
  ];
}

function stakeholder(
  name: string,
  { type, role, acts }: { type: string; role: string; acts: string },
): string {
  return tag('Stakeholder', { StakeholderTypeType: type }, [
    words('Name', name),
    tag('Role', {}, [tag('Name', {}, role), tag('RoleType', {}, acts)]),
  ]);
}

function organisation(document: FrameworkDocument): string {
  return tag('Organization', {}, [
    words('Name', document.partnership),
    ...document.owners.map(({ name, kind }) =>
      stakeholder(name, {
        type: kind === 'role' ? 'Person' : 'Organization',
        role: 'Owner',
        acts: 'Performer',
      }),
    ),
    ...document.organisations.map(({ name }) =>
      stakeholder(name, { type: 'Organization', role: 'Contributor', acts: 'Performer' }),
    ),
  ]);
}

function visionWords({ label, statement }: ElementDocument): string {
  return statement === undefined ? onOneLine(label) : `${onOneLine(label)}\n${statement}`;
}

function wholeNotes(document: FrameworkDocument): string {
  return [
    `Status: ${document.status}`,
    ...(document.period.words ? [`Period: ${onOneLine(document.period.words)}`] : []),
    ...(document.source ? [`Source: ${onOneLine(document.source.title)}`] : []),
  ].join('\n');
}

function id({ key }: ElementDocument): string {
  return tag('Identifier', {}, identifierPrefix + key);
}

function words(name: string, text: string): string {
  return tag(name, {}, text);
}
