import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import { subjectText, type EvidenceSubject } from '../../domain/evidence/about.ts';
import type { JudgedAs, Judgement } from '../../domain/evidence/judgement.ts';
import { evidenceOf, type EvidenceOf } from './evidence-of.ts';

/**
 * What stands beside the numbers, as it hangs on the golden thread: each piece names its element itself, so nothing is
 * tied by hand and nothing is searched for.
 */
export const evidenceSubjects: ThreadSubjects<Ctx> = {
  kind: 'evidence',
  name: 'What was judged, found and said',
  find: async () => [],
  search: async () => [],
  async under(ctx, { frameworkSlug, elementKey }) {
    const subject: EvidenceSubject = { kind: 'element', id: `${frameworkSlug}/${elementKey}` };
    const found = (await evidenceOf(ctx, [subject])).get(subjectText(subject));
    return found ? subjectsIn(found) : [];
  },
};

const verdictNames: { readonly [Each in JudgedAs]: string } = {
  met: 'met',
  'on-the-way': 'on the way',
  'not-yet': 'not yet',
  'cannot-tell': 'cannot tell',
};

function subjectsIn({ subject, findings, voices, judgements }: EvidenceOf): ThreadSubject[] {
  const link = `/evidence/about?${new URLSearchParams({ about: subjectText(subject) }).toString()}`;
  const judged = (latest: Judgement | undefined, who: string): ThreadSubject[] =>
    latest
      ? [
          {
            kind: 'evidence',
            id: latest.id,
            title: `${who}: ${verdictNames[latest.verdict]}`,
            link,
            state: `${latest.group}, ${sayDay(latest.day)}`,
          },
        ]
      : [];
  const told = [...findings, ...voices].map(({ id, said, day }) => ({
    kind: 'evidence',
    id,
    title: said.title,
    link,
    state:
      said.kind === 'finding'
        ? `A closer look at ${said.howMany} ${said.lookedAt}, ${sayDay(day)}`
        : `${said.answered} of ${said.asked} answered, ${sayDay(day)}`,
  }));
  return [
    ...judged(judgements.adults[0], 'Adults judged'),
    ...judged(judgements['young-people'][0], 'Young people judged'),
    ...told,
  ];
}
