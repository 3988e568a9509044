import type { WordsFor } from '#platform/kernel/outcome.ts';
import type {
  CloseBodyRefusal,
  OpenBodyRefusal,
  RenameBodyRefusal,
} from '../../actions/organisations/keep-bodies.ts';

export const bodyRefusals: WordsFor<OpenBodyRefusal | RenameBodyRefusal | CloseBodyRefusal> = {
  'not-allowed': () => 'Only whoever looks after who comes in can do this',
  'name-taken': () => 'There is a body of this name already',
  'body-missing': () => 'This body is not there',
  'body-closed': () => 'It is no more on that day',
  'closes-before-it-began': () => 'It must close after it began',
  'successor-missing': () => 'Choose a body that stands on that day',
};
