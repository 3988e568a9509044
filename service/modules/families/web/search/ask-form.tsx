import { Button } from '#packages/govuk-jsx';
import { DayField, LineField, type Answers } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import { familyPlaces } from '../places.ts';

/** Asking whether somebody helps a child already: two identifiers and a reason. */
export function AskForm({ csrf, answers }: { csrf: string; answers: Answers }) {
  return (
    <form method="post" action={familyPlaces.search} noValidate class="edit">
      <h2>Does somebody help a child already?</h2>
      <p>
        You hear whether there is a record and whom to ring, and nothing else. What you ask and why is written
        down.
      </p>
      <CsrfField csrf={csrf} />
      <LineField answers={answers} name="familyName" label="Family name" hint="As it is on papers." />
      <LineField answers={answers} name="givenNames" label="First name, if you know it" />
      <DayField answers={answers} name="bornOn" label="When were they born?" hint="For example, 9 5 2014" />
      <LineField
        answers={answers}
        name="reason"
        label="Why do you ask?"
        hint="In a few words: “Her school rang about her brother.”"
      />
      <Button text="Ask" preventDoubleClick />
    </form>
  );
}
