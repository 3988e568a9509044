import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import { sayFindingNumber, type Finding } from '../../domain/finding.ts';
import { findingStateWords, isLateFinding } from '../../domain/findings/finding-course.ts';
import { allFindings, findingsById, findingsUnder } from '../../store/findings.ts';

const mostFound = 20;

/** Findings as they hang on the golden thread: that something was found, and what became of it, is for everybody. */
export const findingSubjects: ThreadSubjects<Ctx> = {
  kind: 'finding',
  name: 'Findings',
  find: async (ctx, ids) => (await findingsById(ctx, ids)).map((finding) => findingSubject(ctx, finding)),
  search: async (ctx, words) => {
    const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
    if (asked.length === 0) return [];
    return (await allFindings(ctx))
      .filter(({ title }) => asked.every((word) => title.toLowerCase().includes(word)))
      .slice(0, mostFound)
      .map((finding) => findingSubject(ctx, finding));
  },
  under: async (ctx, element) =>
    (await findingsUnder(ctx, element)).map((finding) => findingSubject(ctx, finding)),
};

/** How a finding is read on the thread: "F3, open and past its day, to be mended by 31 March 2027". */
function findingSubject(ctx: Ctx, finding: Finding): ThreadSubject {
  const late = isLateFinding(finding, ctx.today) ? ' and past its day' : '';
  const by = finding.state === 'open' && finding.due ? `, to be mended by ${sayDay(finding.due)}` : '';
  const on = finding.closed ? ` on ${sayDay(finding.closed.on)}` : '';
  return {
    kind: 'finding',
    id: finding.id,
    title: finding.title,
    link: `/findings/${finding.number}`,
    state: `${sayFindingNumber(finding)}, ${findingStateWords[finding.state]}${late}${by}${on}`,
  };
}
