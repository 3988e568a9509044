import { refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fileText } from '../reading/file-text.ts';
import type { NotText } from '../reading/file-text.ts';
import { isRecord } from '../reading/problem.ts';
import type { Problem } from '../reading/problem.ts';
import { frameworkFrom } from './framework-from-stratml.ts';
import type { NotAFramework, ReadStratml } from './framework-from-stratml.ts';

export type NotStratml =
  | NotText
  | { reason: 'not-readable' | 'other-format'; problems: readonly Problem[] }
  | NotAFramework;

const repeated: ReadonlySet<string> = new Set([
  'Organization',
  'Stakeholder',
  'Role',
  'RoleType',
  'Value',
  'Goal',
  'Objective',
  'PerformanceIndicator',
  'Relationship',
  'MeasurementInstance',
  'TargetResult',
  'ActualResult',
]);

/** Reads a StratML plan (Part 2, or the older Part 1) as a draft framework, and says in words what is lost. */
export function readStratml(file: string | Uint8Array): Outcome<ReadStratml, NotStratml> {
  const text = fileText(file);
  if (!text.done) return text;
  const unsafe = trapIn(text.value);
  if (unsafe) return refuse({ reason: 'not-readable', problems: [unsafe] });
  const parsed = parse(text.value);
  if ('problem' in parsed) return refuse({ reason: 'not-readable', problems: [parsed.problem] });
  const root = parsed.raw['PerformancePlanOrReport'] ?? parsed.raw['StrategicPlan'];
  if (!isRecord(root))
    return refuse({ reason: 'other-format', problems: [otherFormat(Object.keys(parsed.raw))] });
  return frameworkFrom(root);
}

/** A document type can define words that grow without end, or fetch others: no plan needs one. */
function trapIn(text: string): Problem | undefined {
  const found = /<!(DOCTYPE|ENTITY)/i.exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    where: '',
    says: 'The file begins with a document type, which can hide harmful instructions',
    mend: 'Take out the part from “<!DOCTYPE” to its “>”, and send the file again.',
  };
}

function parse(text: string): { raw: Record<string, unknown> } | { problem: Problem } {
  const where = {
    where: '',
    mend: 'Export it again from where it was made; an XML file is easily spoilt by hand.',
  };
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { line, col } = valid.err;
    return {
      problem: {
        ...where,
        line: Math.max(1, line),
        column: Math.max(1, col ?? 1),
        says: 'This is not well-formed XML from here on',
      },
    };
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    removeNSPrefix: true,
    maxNestedTags: 20,
    isArray: (name) => repeated.has(name),
  });
  try {
    const raw: unknown = parser.parse(text);
    return { raw: isRecord(raw) ? raw : {} };
  } catch {
    // too deep, or tags named after the language's own inner parts
    return { problem: { ...where, line: 1, column: 1, says: 'The file is XML, but not built as a plan is' } };
  }
}

function otherFormat(names: readonly string[]): Problem {
  const found = names.find((name) => !name.startsWith('?')) ?? 'nothing';
  return {
    line: 1,
    column: 1,
    where: '',
    says: `This XML is “${found.slice(0, 60)}”, not a StratML plan`,
    mend: 'A StratML file begins with PerformancePlanOrReport or StrategicPlan.',
  };
}
