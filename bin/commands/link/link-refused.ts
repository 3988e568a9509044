import type { Refusal, Result } from '#packages/record-linkage';
import { Refused } from '../../command-line/command.ts';

/** What a computation came to. @throws Refused in its words, without what records hold */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.done) return result.value;
  throw new Refused(result.refusal.reason, wordsOf(result.refusal));
}

/** A refusal's words; an id may be a number of somebody, so it is not told. */
function wordsOf({ reason, place, words }: Refusal): string {
  if (reason === 'duplicate-ids') {
    const [count = 'Some'] = words.split(' ');
    const [source = ''] = place.split(':');
    return `${count} records have an id that another record of the same source has; the first is in ${source}. Number the records anew, name another column with --id, or name the column that tells sources apart with --source.`;
  }
  if (reason === 'cannot-propose' && place === 'idColumn')
    return `${words} On the command line: --id COLUMN.`;
  if (reason === 'no-rules' || reason === 'nothing-to-learn')
    return 'Too little can be learnt from these columns: two of them must agree while two others are free to be asked. Bring a column more (a date of birth, a postcode, a number), or give a trained model with --model.';
  return words;
}
