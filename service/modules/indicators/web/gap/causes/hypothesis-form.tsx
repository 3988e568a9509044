import { Button, ErrorSummary, Radios, Textarea } from '#packages/govuk-jsx';
import type { Posted } from '#platform/forms/fields.ts';
import { errorOf, kept, type FieldError } from '#platform/forms/read-form.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { Hypothesis } from '../../../domain/gap/hypothesis.ts';
import { hypothesisStates } from '../../../domain/gap/hypothesis.ts';
import { stateWords } from './hypotheses-section.tsx';

/** What a form about a guess shows: a first showing, or the answers again with what is wrong. */
export type FormShown = { posted?: Posted; errors: readonly FieldError[] };

type FormProps = {
  title: string;
  about: string;
  shown: FormShown;
  csrf: string;
  action: string;
  back: string;
  submit: string;
  /** the guess as it stands; undefined for a new one */
  before?: Hypothesis;
  /** somebody else's words, where they saved first */
  theirs?: Hypothesis;
};

/** The form of a guess: why a gap might be there, and what came of looking into it. */
export function HypothesisForm(props: FormProps) {
  const { title, about, shown, before, theirs } = props;
  return (
    <>
      {shown.errors.length > 0 ? (
        <ErrorSummary
          titleText="There is something to put right"
          errorList={shown.errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
        />
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{about}</p>
      {theirs ? <Theirs theirs={theirs} /> : null}
      <form method="post" action={props.action} noValidate class="edit">
        <CsrfField csrf={props.csrf} />
        {before ? <input type="hidden" name="version" value={String((theirs ?? before).version)} /> : null}
        <Textarea
          name="words"
          id="words"
          rows={3}
          label={{ text: 'Why might this be?', classes: 'govuk-label--s' }}
          hint={{
            text: 'One reason, as a guess that somebody can look into. Everybody can read it: never write of one child, family or school.',
          }}
          value={kept(shown.posted, 'words', before?.words)}
          errorMessage={message(shown, 'words')}
        />
        {before ? <WhatCameOfIt {...props} before={before} /> : null}
        <div class="actions">
          <Button text={props.submit} preventDoubleClick />
          <a href={props.back}>Leave it as it was</a>
        </div>
      </form>
    </>
  );
}

function WhatCameOfIt({ shown, before }: FormProps & { before: Hypothesis }) {
  return (
    <>
      <Radios
        name="state"
        idPrefix="state"
        fieldset={{ legend: { text: 'What came of looking into it?', classes: 'govuk-fieldset__legend--s' } }}
        value={kept(shown.posted, 'state', before.state)}
        items={hypothesisStates.map((value) => ({ value, text: stateWords[value] }))}
        errorMessage={message(shown, 'state')}
      />
      <Textarea
        name="evidence"
        id="evidence"
        rows={6}
        label={{ text: 'What was found', classes: 'govuk-label--s' }}
        hint={{
          text: 'What you looked at, what it showed, and where it can be read. Supported or refuted needs it.',
        }}
        value={kept(shown.posted, 'evidence', before.evidence)}
        errorMessage={message(shown, 'evidence')}
      />
    </>
  );
}

function message({ errors }: FormShown, field: string) {
  const found = errorOf(errors, field);
  return found === undefined ? undefined : { text: found };
}

function Theirs({ theirs }: { theirs: Hypothesis }) {
  return (
    <section class="both-versions">
      <div>
        <h2>What {theirs.changedByName} saved</h2>
        <p class="quiet">On {sayDay(dayInEngland(theirs.changedAt))}. This is what stands now.</p>
        <p class="own-words" dir="auto">
          {theirs.words}
        </p>
        <p>
          {stateWords[theirs.state]}
          {theirs.evidence === '' ? '' : `: ${theirs.evidence}`}
        </p>
        <p>Your own words are in the form below. Saving puts them in place of these.</p>
      </div>
    </section>
  );
}
