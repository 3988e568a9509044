import { purposeWords } from '#platform/access/purposes.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AskForExportRefusal } from '../../actions/exports/ask-for-export.ts';
import type { DecideExportRefusal } from '../../actions/exports/decide-export.ts';
import type { TakeExportRefusal } from '../../actions/exports/take-export.ts';
import { takenUntil, type ExportDecision, type exportPurposes } from '../../domain/exports/export.ts';
import type { ExportSeen } from '../../queries/exports/export-pages.ts';
import { sayTime } from '../glass/glass-notice.tsx';

export const exportPurposeTitles: Readonly<Record<(typeof exportPurposes)[number], string>> = {
  supervision: 'To support whoever helps',
  'quality-review': 'To see whether the help was good',
  safeguarding: 'To keep children safe',
  'direct-help': 'To help these children',
};

export const askWords: WordsFor<AskForExportRefusal> = {
  'not-allowed': () => '',
  'purpose-missing': () => 'Choose what the file is for',
  'reason-missing': ({ least }) => `Say why you need a file, in ${least} letters or more`,
  'nobody-to-approve': () => 'Nobody looks after governance here, so nobody can approve a file',
  'too-often': ({ most }) =>
    `You can ask for ${most} files in a day, and that was one more. The governance lead is told. Ask again tomorrow`,
  'no-records': () => 'There is no record that you may read for this. Choose another purpose or setting',
  'too-many-records': ({ most }) => `One file holds ${most} records at most. Choose one setting`,
};

export const askFields: Readonly<Record<AskForExportRefusal['reason'], string>> = {
  'not-allowed': '',
  'purpose-missing': 'purpose',
  'reason-missing': 'reason',
  'nobody-to-approve': 'purpose',
  'too-often': 'reason',
  'no-records': 'purpose',
  'too-many-records': 'setting',
};

export const decideWords: WordsFor<DecideExportRefusal> = {
  'not-allowed': () => '',
  'export-missing': () => '',
  'decision-missing': () => 'Choose whether the file may be taken',
  'words-missing': () => 'Say why',
  'decided-already': ({ byName }) => `${byName} has decided it already`,
};

export const takeWords: WordsFor<TakeExportRefusal> = {
  'not-allowed': () => '',
  'export-missing': () => '',
  'proof-missing': () => 'Show once more that it is you: open this page again',
  'not-decided': () => 'Nobody has approved this file yet',
  'was-refused': ({ byName }) => `${byName} did not approve this file`,
  'taken-already': () => 'This file was taken already. A file can be taken once; you can ask for another',
  'too-late': () => 'More than a day has gone by since it was approved. You can ask for another',
  'nothing-left': () => 'None of these records is yours to read any more, so there is no file',
};

export const decisionChoices: Readonly<Record<ExportDecision, string>> = {
  approved: 'They may take it, once, within a day',
  refused: 'No',
};

/** "12 records, to see whether the help was good. Of Gullhaven High School alone." */
export function sayWhat({ asked, setting }: ExportSeen): string {
  const count = asked.records === 1 ? '1 record' : `${asked.records} records`;
  return `${count}, ${purposeWords[asked.purpose]}.${setting === undefined ? '' : ` Of ${setting} alone.`}`;
}

/** "23 November 2026, 10:04". */
export function sayMoment(instant: Date): string {
  return `${sayDay(dayInEngland(instant))}, ${sayTime(instant)}`;
}

/** Where it stands, and what comes next. */
export function sayState({ asked, state }: ExportSeen): string {
  const { decided, taken } = asked;
  if (taken) {
    const some = taken.records === asked.records ? 'all of them' : `${taken.records} of them`;
    return `Taken on ${sayMoment(taken.at)}, ${some}.`;
  }
  if (!decided) return 'Waits for the governance lead.';
  if (state === 'refused') return `${decided.byName} said no.`;
  const until = sayMoment(takenUntil(decided.at));
  return state === 'open'
    ? `${decided.byName} said yes. It can be taken until ${until}.`
    : `${decided.byName} said yes. It could be taken until ${until}, and was not.`;
}
