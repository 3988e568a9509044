import { measureRoles, tierRoles } from '../framework-document.ts';
import type { ElementDocument, FrameworkDocument, TierDocument } from '../framework-document.ts';

/**
 * StratML has a field for what it has no field for. What a framework says of an element and StratML cannot is written
 * there as plain lines ("Tier: …", "Serves: …"), which other readers can read as words and ours reads back.
 */
export type KeptNotes = {
  tier?: { name: string; plural: string; role: TierDocument['role'] };
  serves: readonly string[];
  direction?: NonNullable<ElementDocument['direction']>;
  measures: readonly Omit<FrameworkDocument['measures'][number], 'element'>[];
  /** lines that are not ours */
  rest: string;
};

/** An xsd:ID may not begin with a figure, and a key may. */
export const identifierPrefix = 'gt-';

export function notesOf(document: FrameworkDocument, element: ElementDocument): string {
  const tier = document.tiers.find(({ key }) => key === element.tier);
  return [
    ...(tier ? [`Tier: ${onOneLine(tier.name)} / ${onOneLine(tier.plural)} (${tier.role})`] : []),
    ...(element.serves.length > 0
      ? [`Serves: ${element.serves.map((key) => identifierPrefix + key).join(', ')}`]
      : []),
    ...(element.direction ? [`Direction: ${element.direction}`] : []),
    ...document.measures
      .filter((tie) => tie.element === element.key)
      .map(({ source, code, role }) => `Measure: ${source} | ${onOneLine(code)} | ${role}`),
  ].join('\n');
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

const sources = ['lait', 'fingertips', 'ees', 'other', 'local'] as const;
const directions = ['increase', 'decrease', 'improve', 'close-gap'] as const;

export function readNotes(text: string): KeptNotes {
  let tier: KeptNotes['tier'];
  let direction: KeptNotes['direction'];
  const serves: string[] = [];
  const measures: KeptNotes['measures'][number][] = [];
  const rest: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [, name, plural, role] = /^Tier: (.{1,80}?) \/ (.{1,80}) \(([a-z]+)\)$/.exec(line) ?? [];
    const [, source, code, measureRole] = /^Measure: (\S+) \| (.+) \| (\S+)$/.exec(line) ?? [];
    const known = {
      role: tierRoles.find((one) => one === role),
      source: sources.find((one) => one === source),
      measureRole: measureRoles.find((one) => one === measureRole),
      direction: directions.find((one) => line === `Direction: ${one}`),
    };
    if (name !== undefined && plural !== undefined && known.role) tier = { name, plural, role: known.role };
    else if (code !== undefined && known.source && known.measureRole)
      measures.push({ source: known.source, code, role: known.measureRole });
    else if (known.direction) direction = known.direction;
    else if (line.startsWith(`Serves: ${identifierPrefix}`))
      serves.push(
        ...line
          .slice('Serves: '.length)
          .split(', ')
          .map((id) => id.slice(identifierPrefix.length)),
      );
    else if (line !== '') rest.push(line);
  }
  return {
    ...(tier ? { tier } : {}),
    ...(direction ? { direction } : {}),
    serves,
    measures,
    rest: rest.join('\n'),
  };
}
