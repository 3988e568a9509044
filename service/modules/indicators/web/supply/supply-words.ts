import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import { overWords } from '#platform/links/link-words.ts';
import type { AskRefusal } from '../../actions/supply/ask-for-figures.ts';
import type { GiveRefusal, TakeRefusal } from '../../actions/supply/give-figures.ts';
import type { NameSupplierRefusal, StopSupplierRefusal } from '../../actions/supply/suppliers-named.ts';
import { isOverdue, type FiguresAsked } from '../../domain/supply/supplier.ts';

export const nameWords: WordsFor<NameSupplierRefusal | StopSupplierRefusal> = {
  'not-allowed': () => 'Only an analyst says who sends figures',
  'measure-missing': () => 'This measure is no longer here',
  'no-such-organisation': () => 'Choose the organisation from the list',
  'no-address': () => 'Enter an e-mail address, such as name@organisation.example',
  'no-places': () => 'Tick at least one place that they count',
  'supplier-missing': () => 'This one is no longer here',
};

export const giveWords: WordsFor<GiveRefusal> = {
  'not-opened': () => 'Open the link in your letter again',
  'link-over': ({ how }) =>
    how === 'used'
      ? 'This was answered already, perhaps in another window. What you see here was not kept. To correct it, have a new link sent'
      : `${overWords[how].title}. What you see here was not kept`,
  'not-asked': () => 'These figures are not asked of you any more. Nothing was kept',
  'nothing-given': () => 'Give at least one number, or say in the note why there is none',
  'lines-wrong': () => 'Some lines do not fit',
};

export const takeWords: WordsFor<TakeRefusal> = {
  'not-allowed': () => 'Only an analyst takes figures in',
  'not-given': () => 'There is nothing to take in: it was taken in or asked for again meanwhile',
  'changed-meanwhile': () => 'They were corrected while you looked. Look again',
};

export const againWords: WordsFor<AskRefusal> = {
  'not-allowed': () => 'Only an analyst asks for figures',
  'not-asked': () => 'These figures were never asked for',
  'supplier-stopped': () => 'Nobody is asked there any more',
  'no-words': () => 'Say what they should look at',
};

/** How a period stands with whoever sends it. */
export function sayAsked(ask: FiguresAsked, organisation: string, now: Date): string {
  const on = (at: Date | undefined) => (at ? ` on ${sayDay(dayInEngland(at))}` : '');
  switch (ask.state) {
    case 'given':
      return `Given by link by ${organisation}${on(ask.givenAt)}; waits for you to look`;
    case 'taken':
      return `Given by link by ${organisation}${on(ask.givenAt)}; taken in by ${ask.settledByName ?? ''}`;
    case 'put-aside':
      return 'No longer asked for';
    case 'asked':
      if (ask.letters === 0) return 'Asked for with the next letter';
      if (isOverdue(ask, now)) return `Overdue: ${ask.letters} letters, no answer`;
      return `Asked for${on(ask.lastLetterAt)}${ask.letters > 1 ? ` (letter ${ask.letters} of 3)` : ''}; no answer yet`;
  }
}
