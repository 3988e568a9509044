import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { ExportLine } from '../../domain/exports/export-file.ts';
import type { Contest } from '../../domain/record/contest.ts';
import type { EntryGroup } from '../../domain/record/entry.ts';
import { childRecord } from '../record/child-record.ts';

/** What can be in a file. Health, addresses, safe places and who looked are never in one. */
const parts: readonly { group: EntryGroup; part: string }[] = [
  { group: 'strengths', part: 'What is good' },
  { group: 'worries', part: 'What somebody worries about' },
  { group: 'own-words', part: 'In their own words' },
];

/** One record as lines of a file, as far as whoever acts may read it; none where it is not theirs to read. */
export async function exportLines(
  ctx: Ctx,
  { childId, purpose }: { childId: Id<'child'>; purpose: string },
): Promise<ExportLine[]> {
  const record = await childRecord(ctx, childId, purpose);
  if (!record) return [];
  const who = { record: record.title, born: record.bornOn === undefined ? '' : sayDay(record.bornOn) };
  const lines = parts.flatMap(({ group, part }) =>
    record.entries[group].map((entry) => ({
      ...who,
      part,
      words: entry.body,
      whose: entry.whoseWords,
      source: entry.source,
      said: sayDay(entry.saidOn),
      against: entry.contests.map(sayContest).join('\n'),
    })),
  );
  const nothing = { part: 'Nothing written yet', words: '', whose: '', source: '', said: '', against: '' };
  return lines.length > 0 ? lines : [{ ...who, ...nothing }];
}

/** What somebody says against an entry, and what a person answered. */
function sayContest({ account, answer }: Contest): string {
  return answer ? `${account}\nAnswered by ${answer.byName}: ${answer.words}` : account;
}
