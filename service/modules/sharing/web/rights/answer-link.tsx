import { redirectTo, type PageContent, type PageRequest } from '#platform/http/route.ts';
import type { LinkPurpose } from '#platform/links/purpose.ts';
import { fetchAnswer, ownRecordsPurpose } from '../../actions/rights/release.ts';
import { releasedUntil } from '../../queries/rights/released-until.ts';
import { BeforeOpening } from './own/before-opening.tsx';
import { answerFile } from './release-page.tsx';

/** What is held about somebody, for that person: behind a link in a letter and a code, until its day. */
export const answerLink: LinkPurpose = {
  kind: ownRecordsPurpose,
  asker: 'the people who answered you',
  async show(request, link) {
    const until = await request.read((ctx) => releasedUntil(ctx, link.subjectId));
    return until && contentOf(request, until);
  },
  async answer(request, link) {
    const found = await request.look((ctx) => fetchAnswer(ctx, link.subjectId));
    const form = request.posted['form']?.[0] ?? '';
    return (found && answerFile(found, form)) ?? redirectTo(request.path);
  },
  said: async () => <p>Thank you.</p>,
};

function contentOf(request: PageRequest, until: Date): PageContent {
  return {
    title: 'Your answer',
    body: <BeforeOpening request={request} until={until} where="away" />,
  };
}
