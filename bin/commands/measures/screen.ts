import { basename } from 'node:path';
import { screenEesPair, type EesFinding } from '#modules/indicators/index.ts';
import type { Answer, Deed } from '../../command-line/command.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';

/** Holds a pair of files against the rules of Explore Education Statistics. It needs no database. */
export const measuresScreen: Deed = {
  async run(call) {
    const [dataPath = '', metaPath = dataPath.replace(/\.csv$/, '.meta.csv')] = call.arguments;
    const findings = screenEesPair(
      {
        dataName: basename(dataPath),
        dataText: await textOf(dataPath),
        metaName: basename(metaPath),
        metaText: await textOf(metaPath),
      },
      { ownCodes: (call.valueOf('own') ?? '').split(',').filter((code) => code !== '') },
    );
    return answerOf({ dataPath, metaPath, findings });
  },
};

/** What is not UTF-8 becomes the sign that the screening looks for. */
async function textOf(path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readGivenFile(path));
}

type Screened = { dataPath: string; metaPath: string; findings: readonly EesFinding[] };

function answerOf({ dataPath, metaPath, findings }: Screened): Answer {
  const of = (level: EesFinding['level']) => findings.filter((finding) => finding.level === level);
  const [failed, warned, advised] = [of('fail'), of('warning'), of('advisory')];
  const verdict = failed.length > 0 ? 'fail' : 'pass';
  return {
    exit: failed.length > 0 ? 1 : 0,
    document: { data: dataPath, meta: metaPath, verdict, findings },
    out: [
      failed.length > 0
        ? `${basename(dataPath)} fails: ${counted(failed.length)}.`
        : `${basename(dataPath)} passes.`,
      ...section('What fails', failed),
      ...section('What a reader is ill served by', warned),
      ...section('What is not the custom of the format', advised),
    ].join('\n'),
  };
}

function counted(count: number): string {
  return count === 1 ? 'one thing breaks a rule' : `${count} things break a rule`;
}

function section(title: string, findings: readonly EesFinding[]): string[] {
  if (findings.length === 0) return [];
  return ['', `${title} (${findings.length})`, ...findings.map(sayFinding)];
}

function sayFinding({ check, words, where }: EesFinding): string {
  const line = where.line === undefined ? '' : `, line ${where.line}`;
  return `- ${words} [${where.file === 'data' ? 'table' : 'meta file'}${line}; ${check}]`;
}
