import { Button } from '#packages/govuk-jsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { complaintPlaces } from '../../complaints/places.ts';
import { rightsPlaces } from '../places.ts';
import { sayInstant } from '../rights-words.ts';

type Props = {
  request: PageRequest;
  /** until when it can be fetched */
  until: Date;
  /** whether it can be read on a page of ours: only by somebody who is signed in */
  where: 'here' | 'away';
};

/** What stands before an answer: that it may be hard to read, who can sit by, and in which forms it can be taken. */
export function BeforeOpening({ request, until, where }: Props) {
  return (
    <>
      <h1>Your answer</h1>
      <p class="lead">Here is what is held about you. It is yours.</p>
      <h2>Before you open it</h2>
      <p>
        Some of it may be hard to read, or bring things back. You need not read it now, and you need not read
        it alone. Somebody can sit with you: ring whoever you trust, or us. Everybody under 19 can ring
        Childline on 0800 1111, and everybody can ring Samaritans on 116 123, day and night.
      </p>
      <h2>{where === 'here' ? 'Open it' : 'Take it with you'}</h2>
      <form method="post" action={request.path} class="actions">
        <CsrfField csrf={request.csrf} />
        {where === 'here' ? (
          <Button text="Read it here" name="form" value="here" />
        ) : (
          <Button text="As a page to read" name="form" value="page" />
        )}
        <Button text="To print (PDF)" name="form" value="pdf" classes="govuk-button--secondary" />
        <Button text="All of it in one" name="form" value="zip" classes="govuk-button--secondary" />
      </form>
      <p>
        Is this a shared telephone or computer? What you take stays on it until you delete it
        {where === 'here' ? '; what you read here does not, once you sign out' : ''}. You can open it until{' '}
        {sayInstant(until)}; then it is deleted here.
      </p>
      <p>
        Something is wrong or missing? <a href={rightsPlaces.ask}>Ask us to put it right</a>, or{' '}
        <a href={complaintPlaces.all}>complain</a>.
      </p>
    </>
  );
}
