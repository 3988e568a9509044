import { Button } from '#packages/govuk-jsx';
import { redirectTo, type PageContent, type PageRequest } from '#platform/http/route.ts';
import type { LinkPurpose } from '#platform/links/purpose.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { fetchAnswer, ownRecordsPurpose } from '../../actions/rights/release.ts';
import { releasedUntil } from '../../queries/rights/released-until.ts';
import { complaintPlaces } from '../complaints/places.ts';
import { rightsPlaces } from './places.ts';
import { answerFile } from './release-page.tsx';
import { sayInstant } from './rights-words.ts';

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
    body: (
      <>
        <h1>Your answer</h1>
        <p class="lead">Here is what is held about you. It is yours.</p>
        <h2>Before you open it</h2>
        <p>
          Some of it may be hard to read, or bring things back. You need not read it now, and you need not
          read it alone. Somebody can sit with you: ring whoever you trust, or us. Everybody under 19 can ring
          Childline on 0800 1111, and everybody can ring Samaritans on 116 123, day and night.
        </p>
        <h2>Take it with you</h2>
        <form method="post" action={request.path} class="actions">
          <CsrfField csrf={request.csrf} />
          <Button text="As a page to read" name="form" value="page" />
          <Button text="To print (PDF)" name="form" value="pdf" classes="govuk-button--secondary" />
          <Button text="All of it in one" name="form" value="zip" classes="govuk-button--secondary" />
        </form>
        <p>
          Is this a shared telephone or computer? What you take stays on it until you delete it. You can fetch
          it until {sayInstant(until)}; then it is deleted here.
        </p>
        <p>
          Something is wrong or missing? <a href={rightsPlaces.ask}>Ask us to put it right</a>, or{' '}
          <a href={complaintPlaces.all}>complain</a>.
        </p>
      </>
    ),
  };
}
