import {
  byRule,
  checkFramework,
  type Finding,
  type FindingGroup,
  type FrameworkDocument,
} from '#modules/strategy/index.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import type { Answer, Deed } from '../../command-line/command.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';
import { readStrategyFile, unread } from './strategy-file.ts';

/** Reads a framework file and names what hangs loose. It needs no database. */
export const strategyCheck: Deed = {
  async run(call) {
    const [path = ''] = call.arguments;
    const read = readStrategyFile(await readGivenFile(path));
    if (read.kind === 'unread') return unread(path, read.troubles);
    const { document } = read;
    return checked(path, document, checkFramework({ document, today: dayInEngland(new Date()) }));
  },
};

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
