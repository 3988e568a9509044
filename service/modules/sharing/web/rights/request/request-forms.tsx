import { Button } from '#packages/govuk-jsx';
import { ChoiceField, DayField, LineField, WordsField } from '#platform/forms/inputs.tsx';
import { identityWays, outcomesOf } from '../../../domain/rights/rights-request.ts';
import { ActForm } from './act-form.tsx';
import { rightsPlaces } from '../places.ts';
import type { StepProps } from './step-props.ts';
import { identityWords, outcomeWords } from '../rights-words.ts';

const none = { errors: [] };

export function IdentityForm(props: StepProps) {
  if (props.seen.request.identity) return null;
  return (
    <ActForm {...props} act="identity">
      <ChoiceField
        answers={props.around.answers ?? none}
        name="how"
        label="How do you know that it is them?"
        hint="Ask for as little as you can. A child need not show papers where somebody knows them."
        {...(props.seen.request.askedBy ? { before: 'account' } : {})}
        options={identityWays.map((value) => ({ value, text: identityWords[value] }))}
      />
      <Button text="It is them" preventDoubleClick />
    </ActForm>
  );
}

export function WhomForms(props: StepProps) {
  const { seen, around } = props;
  const { subjects, who } = seen.request;
  const answers = around.answers ?? { ...none, ...(around.searched ? { posted: around.searched } : {}) };
  return (
    <>
      {subjects.map(({ subject, title }) => (
        <ActForm key={subject.id} {...props} act="unlink">
          <input type="hidden" name="kind" value={subject.kind} />
          <input type="hidden" name="subject" value={subject.id} />
          <Button text={`It is not about ${title}`} classes="govuk-button--secondary" preventDoubleClick />
        </ActForm>
      ))}
      {around.found ? <FoundList {...props} /> : null}
      <ActForm {...props} act="find">
        <LineField answers={answers} name="name" label="Look for this name" before={who.aboutName} />
        <DayField
          answers={answers}
          name="born"
          label="Born on"
          hint="A child’s record is found only by the family name and the day of birth together."
          before={who.bornOn}
        />
        <Button text="Look" classes="govuk-button--secondary" preventDoubleClick />
      </ActForm>
    </>
  );
}

const isThem = {
  child: 'It is about this child’s record',
  person: 'It is about this account',
  address: 'It is about this address',
} as const;

function FoundList(props: StepProps) {
  const { around } = props;
  if (around.found?.length === 0) return <p class="empty">Nobody of that name is in our records.</p>;
  return (
    <ul class="cards letters">
      {(around.found ?? []).map(({ subject, title, about }) => (
        <li key={subject.id} class="card">
          <h3 dir="auto">{title}</h3>
          <p dir="auto">{about}</p>
          <ActForm {...props} act="link">
            <input type="hidden" name="kind" value={subject.kind} />
            <input type="hidden" name="subject" value={subject.id} />
            <input type="hidden" name="title" value={title} />
            <Button text={isThem[subject.kind]} preventDoubleClick />
          </ActForm>
        </li>
      ))}
    </ul>
  );
}

export function GatherForms(props: StepProps) {
  const { id, gatheredAt } = props.seen.request;
  return (
    <>
      {gatheredAt ? (
        <p class="actions">
          <a class="govuk-button" href={rightsPlaces.words(id)}>
            Decide what is about others
          </a>
          <a href={rightsPlaces.preview(id)}>Read it as it would leave</a>
        </p>
      ) : (
        <p>Everything that every room holds about them, with who looked at it and with whom it was shared.</p>
      )}
      <ActForm {...props} act="gather">
        <Button
          text={gatheredAt ? 'Gather again' : 'Gather everything'}
          classes={gatheredAt ? 'govuk-button--secondary' : ''}
          preventDoubleClick
        />
      </ActForm>
    </>
  );
}

export function HarmForm(props: StepProps) {
  const { harm } = props.seen.request;
  const answers = props.around.answers ?? none;
  return (
    <ActForm {...props} act="harm">
      <ChoiceField
        answers={answers}
        name="found"
        label="Could giving any of it seriously harm the body or mind of the reader, or of anybody else?"
        hint="Hard to read is no harm in this sense. Whoever knows the person best is asked."
        options={[
          { value: 'none', text: 'No' },
          { value: 'some-kept-back', text: 'Yes, and that part is kept back' },
        ]}
        {...(harm ? { before: harm.found } : {})}
      />
      <WordsField
        answers={answers}
        name="harmWords"
        label="Why do you think so?"
        before={harm?.words}
        rows={3}
      />
      <LineField
        answers={answers}
        name="harmAsked"
        label="Whom did you ask?"
        hint="For health, education and social care the law wants the right professional to be asked before anything is kept back."
        before={harm?.asked}
      />
      <Button
        text={harm ? 'Save again' : 'Save'}
        classes={harm ? 'govuk-button--secondary' : ''}
        preventDoubleClick
      />
    </ActForm>
  );
}

export function AnswerForm(props: StepProps) {
  const answers = props.around.answers ?? none;
  const { kind } = props.seen.request;
  const open = outcomesOf[kind].filter((outcome) => outcome !== 'given' && outcome !== 'partly-given');
  return (
    <ActForm {...props} act="answer">
      {kind === 'correct' ? (
        <p>
          Where it cannot be changed, their own account stands beside the entry wherever it is read. They do
          that themselves, signed in, under “What is held about you”; whoever works with them can do it for
          them in the record. Your answer tells them how.
        </p>
      ) : null}
      <ChoiceField
        answers={answers}
        name="outcome"
        label="How is it answered?"
        options={open.map((value) => ({ value, text: outcomeWords[value] }))}
      />
      <WordsField
        answers={answers}
        name="answerWords"
        label="What do you tell them?"
        hint="They read this. Say what was done, or why not, and what they can do next."
      />
      <Button text="Answer" preventDoubleClick />
    </ActForm>
  );
}
