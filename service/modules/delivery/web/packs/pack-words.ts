import type { WordsFor } from '#platform/kernel/outcome.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { SheetRefusal } from '#platform/sheet/make-sheet.ts';
import type { MakePackRefusal } from '../../actions/packs/make-pack.ts';
import type { PublishPackRefusal } from '../../actions/packs/publish-pack.ts';
import type { PackLine } from '../../domain/packs/pack-line.ts';

export const makePackWords: WordsFor<MakePackRefusal> = {
  'not-allowed': () => 'Only who keeps the boards can make a pack.',
  'meeting-missing': () => 'There is no such meeting.',
  'meeting-cancelled': () => 'This meeting was cancelled, so it needs no pack.',
  'edition-reason-missing': ({ edition }) =>
    `Say why edition ${edition} is needed: those who have read the one before will ask`,
};

export const publishPackWords: WordsFor<PublishPackRefusal> = {
  'not-allowed': () => 'Only who keeps the boards can do this.',
  'pack-missing': () => 'There is no such pack.',
  'already-so': ({ publish }) =>
    publish === 'publish'
      ? 'Everybody can read this pack already. Nothing had to be done.'
      : 'Nobody else can read this pack. Nothing had to be done.',
  'withdrawing-reason-missing': () => 'Say why it is taken back: somebody may have read it',
};

/** Why a file did not come, and what can be done. */
export const sheetWords: WordsFor<SheetRefusal> = {
  'too-many-wait': () => 'Many documents are being written at this moment. Try again in a minute.',
  'took-too-long': ({ seconds }) =>
    `Writing the file took longer than ${seconds} seconds and was stopped. The pack itself is safe, and can be read and printed from its page.`,
  'could-not-be-written': () =>
    'The file could not be written. The pack itself is safe, and can be read and printed from its page.',
};

/** "Edition 2, made on 3 September 2026 by Ash Tester" */
export function sayEdition({ edition, madeByName }: PackLine, madeOn: Parameters<typeof sayDay>[0]): string {
  return `Edition ${edition}, made on ${sayDay(madeOn)} by ${madeByName}`;
}
