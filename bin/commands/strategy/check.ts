import { basename } from 'node:path';
import {
  byRule,
  checkFramework,
  readFramework,
  sayProblem,
  type Finding,
  type FindingGroup,
  type FrameworkDocument,
  type Problem,
} from '#modules/strategy/index.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import type { Answer, Deed } from '../../command-line/command.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';

/** Reads a framework file and names what hangs loose. It needs no database. */
export const strategyCheck: Deed = {
  async run(call) {
    const [path = ''] = call.arguments;
    const read = readFramework(await readGivenFile(path));
    if (!read.done) return unread(path, read.refusal.problems);
    const findings = checkFramework({ document: read.value, today: dayInEngland(new Date()) });
    return checked(path, read.value, findings);
  },
};

/** The answer about a file that is not a framework, or not yet. */
export function unread(path: string, problems: readonly Problem[]): Answer {
  const file = basename(path);
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return {
    exit: 1,
    document: { file: path, read: false, problems },
    note: [`${file} has ${count}:`, ...problems.map((problem) => `  ${sayProblem(problem)}`)].join('\n'),
  };
}

function checked(path: string, document: FrameworkDocument, findings: readonly Finding[]): Answer {
  const loose = findings.filter(({ severity }) => severity === 'loose-end').length;
  const groups = byRule(findings);
  const shape = `${document.elements.length} elements in ${document.tiers.length} tiers`;
  return {
    exit: loose > 0 ? 1 : 0,
    document: {
      file: path,
      read: true,
      framework: { slug: document.slug, name: document.name, elements: document.elements.length },
      looseEnds: loose,
      looks: findings.length - loose,
      findings,
    },
    out: [
      `${document.name}: ${shape}.`,
      sayCount(loose, findings.length - loose),
      ...groups.flatMap(sayGroup),
    ].join('\n'),
  };
}

function sayCount(loose: number, looks: number): string {
  if (loose + looks === 0)
    return 'Nothing hangs loose: every promise leads to a number, to people and to something being done.';
  const ends = loose === 1 ? 'One loose end' : `${loose === 0 ? 'No' : loose} loose ends`;
  const more =
    looks === 0 ? '' : looks === 1 ? ', and one thing worth a look' : `, and ${looks} things worth a look`;
  return `${ends}${more}.`;
}

function sayGroup({ name, findings }: FindingGroup): string[] {
  return ['', `${name} (${findings.length})`, ...findings.map(sayFinding)];
}

function sayFinding({ line, sentence, mend }: Finding): string {
  const where = line === undefined ? '' : ` [line ${line} of the source]`;
  return `  - ${sentence}${where}\n    To mend it: ${mend}`;
}
