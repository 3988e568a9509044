import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Finding } from '../finding.ts';

/** What can be written of a finding; how it stands is said, and not written. */
export type FindingWords = Omit<Finding, 'id' | 'number' | 'state' | 'evidence' | 'closed' | 'version'>;

export type FindingRefusal =
  | { reason: 'title-missing' }
  | { reason: 'words-missing' }
  | { reason: 'finder-missing' }
  /** something is found on a day that has been */
  | { reason: 'found-later'; today: Day }
  | { reason: 'due-before-found'; foundOn: Day }
  /** an address that a browser cannot open */
  | { reason: 'link-wrong' }
  /** somebody has to answer for it: a person or an organisation */
  | { reason: 'owner-missing' }
  /** it names a part of the strategy, so that it hangs on the thread */
  | { reason: 'element-missing' };

/** Words as they are kept: without space round them, and with days that can be. */
export function checkFinding(given: FindingWords, today: Day): Outcome<FindingWords, FindingRefusal> {
  const words = trimmed(given);
  if (words.title === '') return refuse({ reason: 'title-missing' });
  if (words.words === '') return refuse({ reason: 'words-missing' });
  if (words.foundBy === '') return refuse({ reason: 'finder-missing' });
  if (compareDays(today, words.foundOn) < 0) return refuse({ reason: 'found-later', today });
  const { due, foundOn, source, owner, element } = words;
  if (due !== undefined && compareDays(due, foundOn) < 0)
    return refuse({ reason: 'due-before-found', foundOn });
  if (source.link !== '' && !isOpenable(source.link)) return refuse({ reason: 'link-wrong' });
  if (element.elementKey === '') return refuse({ reason: 'element-missing' });
  if (owner.name === '' && owner.organisationKey === '') return refuse({ reason: 'owner-missing' });
  return done(words);
}

/** A page of this service, or an address that begins with http. */
function isOpenable(link: string): boolean {
  if (/^\/(?!\/)/.test(link)) return true;
  return /^https?:$/.test(URL.canParse(link) ? new URL(link).protocol : '');
}

function trimmed(words: FindingWords): FindingWords {
  return {
    ...words,
    title: words.title.trim(),
    words: words.words.trim(),
    foundBy: words.foundBy.trim(),
    source: { title: words.source.title.trim(), link: words.source.link.trim() },
    owner: { ...words.owner, name: words.owner.name.trim() },
  };
}
