import { Button } from '#packages/govuk-jsx';
import { ChoiceField, TicksField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { complaintOutcomes } from '../../domain/complaints/complaint.ts';
import type { complaintSeen } from '../../queries/complaints/complaints-seen.ts';
import { outcomeWords } from './complaint-words.ts';
import { complaintPlaces } from './places.ts';

type Seen = NonNullable<Awaited<ReturnType<typeof complaintSeen>>>;

export type OneProps = { request: PageRequest; seen: Seen; answers: Answers };

/** What can be done next with a complaint: first they hear that it came, then they are answered. */
export function Acts(props: OneProps) {
  if (!props.seen.complaint.acknowledged)
    return (
      <section>
        <h2>First: tell them that it came</h2>
        <StepForm {...props} step="acknowledge" />
      </section>
    );
  return (
    <section>
      <h2>Look into it, and answer</h2>
      <StepForm {...props} step="answer" />
      <StepForm {...props} step="progress" />
    </section>
  );
}

const stepFields = { acknowledge: 'how', progress: 'progress', answer: 'answerWords' } as const;
const stepLabels = {
  acknowledge: 'How did they hear that it came?',
  progress: 'What do you tell them of how it goes?',
  answer: 'What do you tell them?',
} as const;
const stepButtons = {
  acknowledge: 'They know that it came',
  progress: 'Tell them how it goes',
  answer: 'Answer',
} as const;

function StepForm({
  request,
  seen,
  answers,
  step,
}: OneProps & { step: 'acknowledge' | 'progress' | 'answer' }) {
  return (
    <form method="post" action={complaintPlaces.act(seen.complaint.id, 'step')} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={String(seen.complaint.version)} />
      <input type="hidden" name="step" value={step} />
      {step === 'answer' ? (
        <ChoiceField
          answers={answers}
          name="outcome"
          label="What did you find?"
          options={complaintOutcomes.map((value) => ({ value, text: outcomeWords[value] }))}
        />
      ) : null}
      <WordsField
        answers={answers}
        name={stepFields[step]}
        label={stepLabels[step]}
        hint={
          step === 'acknowledge'
            ? 'By letter, by telephone, through the person they trust. Where it is safe, a letter goes by itself.'
            : 'In words that they would use. Whom they can turn to next is added by itself.'
        }
        rows={step === 'acknowledge' ? 2 : 5}
      />
      <Button
        text={stepButtons[step]}
        classes={step === 'progress' ? 'govuk-button--secondary' : ''}
        preventDoubleClick
      />
    </form>
  );
}

/** Whom a complaint is about, so that it is kept from them. */
export function About({ request, seen }: OneProps) {
  const { complaint, people } = seen;
  const named = people.filter(({ id }) => complaint.about.includes(id)).map(({ name }) => name);
  const others = people.filter(({ id }) => !complaint.about.includes(id));
  return (
    <section>
      <h2>Whom it is about</h2>
      <p>
        {named.length === 0
          ? 'Nobody who can sign in is named yet.'
          : `${named.join(', ')}. They do not see this complaint.`}
      </p>
      <form method="post" action={complaintPlaces.act(complaint.id, 'about')} class="edit">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="seen" value={String(complaint.version)} />
        <TicksField
          answers={{ errors: [] }}
          name="people"
          label="It is about"
          hint="Whoever you choose stops seeing it at once. If you choose yourself, somebody else answers it."
          options={others.map(({ id, name, job }) => ({ value: id, text: `${name}, ${job}` }))}
        />
        <Button text="Keep it from them" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </section>
  );
}
