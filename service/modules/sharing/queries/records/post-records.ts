import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { deleteLinks, linksOver, linksTo } from '#platform/links/over-links.ts';
import { deleteLetters, lettersSettled, lettersTo } from '#platform/mail/settled-letters.ts';
import type { EndedRecord, HeldFact, PersonalRecords } from '../../domain/rights/personal-records.ts';

/** Letters that went out by e-mail, and the links of one use in them. */
export const postRecords: PersonalRecords<Ctx> = {
  room: 'post',
  classes: [
    {
      key: 'post.letter',
      title: 'Letters that went out',
      holds: 'To which address, about what and when. What a letter said is forgotten as soon as it has gone.',
      triggers: [{ key: 'settled', words: 'the day on which the letter went, or was given up' }],
      ofChildren: false,
      tables: ['platform.letter'],
    },
    {
      key: 'post.link',
      title: 'Links of one use',
      holds: 'To which address, what was asked, and digests of what opened it.',
      triggers: [{ key: 'over', words: 'the day on which the link was used, taken back or ran out' }],
      ofChildren: false,
      tables: ['platform.link', 'platform.link_token', 'platform.link_code', 'platform.link_pass'],
    },
  ],
  async gather(ctx, { kind, id }) {
    if (kind !== 'address') return [];
    const letters = await lettersTo(ctx, id);
    const links = await linksTo(ctx, id);
    return [
      ...letters.map((letter) =>
        factOf({
          id: letter.id,
          class: 'post.letter',
          title: 'A letter to you',
          text: `“${letter.subject}”, to ${letter.to}. ${sayState(letter.state)}${wordsOf(letter.parts)}`,
          on: dayInEngland(letter.writtenAt),
        }),
      ),
      ...links.map((link) =>
        factOf({
          id: link.id,
          class: 'post.link',
          title: 'A link that went to you',
          text: `“${link.title}”, to ${link.to}. It is over on ${sayDay(link.overOn)}.`,
          on: dayInEngland(link.madeAt),
        }),
      ),
    ];
  },
  async ended(ctx, { class: recordClass, onOrBefore }) {
    if (recordClass === 'post.letter')
      return (await lettersSettled(ctx, onOrBefore)).map(({ id, to, settledOn }) =>
        endedOf({ id, to, on: settledOn }, 'A letter'),
      );
    if (recordClass === 'post.link')
      return (await linksOver(ctx, onOrBefore)).map(({ id, to, overOn }) =>
        endedOf({ id, to, on: overOn }, 'A link'),
      );
    return [];
  },
  async dispose(ctx, { class: recordClass, ids }) {
    const rows = recordClass === 'post.letter' ? await deleteLetters(ctx, ids) : await deleteLinks(ctx, ids);
    return { records: ids.length, rows, files: [] };
  },
};

function factOf(fact: Pick<HeldFact, 'id' | 'class' | 'title' | 'text' | 'on'>): HeldFact {
  return {
    ...fact,
    whose: 'the service itself',
    source: 'written as it was sent',
    fieldGroup: 'Letters',
    spans: [],
  };
}

/** On the list stands only how many went where of: an address is not needed to approve it. */
function endedOf({ id, to, on }: { id: string; to: string; on: Day | null }, what: string): EndedRecord {
  const at = to.slice(to.lastIndexOf('@'));
  return {
    id,
    subject: { kind: 'address', id: to.toLowerCase() },
    title: `${what} to somebody${at}`,
    triggeredOn: on ?? neverYet,
  };
}

/** The day that no rule reaches: what has not ended is not asked for. */
const neverYet = dayInEngland(new Date('9999-12-30T12:00:00Z'));

function sayState(state: string): string {
  if (state === 'carried') return 'It went, and what it said is forgotten.';
  return state === 'waiting' ? 'It has not gone yet.' : 'It could not be delivered.';
}

/** What a letter says that has not gone yet. */
function wordsOf(parts: unknown): string {
  if (!Array.isArray(parts)) return '';
  const words = parts.flatMap((part: unknown) =>
    typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string'
      ? [part.text]
      : [],
  );
  return words.length === 0 ? '' : ` It says: ${words.join(' ')}`;
}
