import { Button, Details, SummaryList } from '#packages/govuk-jsx';
import { ChoiceField, PickField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { acts, type Concern, type ConcernStep } from '../../../domain/danger/concern.ts';
import { kindAnswers } from '../../../domain/danger/kind-answers.ts';
import type { ConcernToRead } from '../../../queries/danger/concern-to-read.ts';
import type { ChildInList } from '../../../queries/record/children-of.ts';
import { actWords, dangerWords, wayWords, type Work } from './desk-words.ts';
import { dangerPlaces } from '../places.ts';
import { sayMoment } from '../say-moments.ts';

type Open = Extract<ConcernToRead, { isOpen: true }>;
type Form = { work: Work | 'none'; answers: Answers };
type WholeProps = {
  request: PageRequest;
  found: Open;
  childrenOfReader: readonly ChildInList[];
  form: Form;
};

/** Before it is opened: only that it is there. A page that is only looked at opens nothing. */
export function NotOpenedYet(props: {
  request: PageRequest;
  concern: Extract<ConcernToRead, { isOpen: false }>;
}) {
  const { request, concern } = props;
  return (
    <>
      <h1>Not opened yet</h1>
      <p class="lead">
        Somebody told us this on {sayMoment(concern.toldAt)}. {dangerWords[concern.danger]}.
      </p>
      <p>When you open it, the sender’s receipt shows that it was read.</p>
      <form method="post" action={`${dangerPlaces.one(concern.id)}/open`}>
        <CsrfField csrf={request.csrf} />
        <Button text="Read it now" preventDoubleClick />
      </form>
    </>
  );
}

/** What was told, what became of it, and the next step. */
export function ConcernWhole({ request, found, childrenOfReader, form }: WholeProps) {
  const { concern } = found;
  return (
    <>
      <Wrong errors={form.answers.errors} />
      <h1>What somebody told us</h1>
      <p class="lead">
        Told on {sayMoment(concern.toldAt)}, {wayWords[concern.way]}.
      </p>
      <p class={concern.danger === 'yes' ? 'danger-box' : undefined}>
        <strong>{dangerWords[concern.danger]}.</strong>
      </p>
      <h2>In the sender’s own words</h2>
      <p class="as-told" dir="auto">
        {concern.happened}
      </p>
      <Told concern={concern} />
      <h2>What became of it</h2>
      <ol class="told-steps">
        {concern.steps.map((step) => (
          <li key={step.nth}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      <ActForm request={request} found={found} form={form} />
      <HandForm request={request} found={found} form={form} />
      <LinkForm request={request} concern={concern} childrenOfReader={childrenOfReader} form={form} />
    </>
  );
}

function Told({ concern }: { concern: Concern }) {
  const safe = {
    yes: 'Safe to ring or write, the sender said',
    no: 'NOT safe to ring or write: somebody could see or hear it',
    'not-said': 'The sender did not say whether it is safe to ring or write',
  };
  const rows = [
    ['Who it is about', concern.about],
    ['Who tells', concern.sender],
    ['School or service', concern.setting],
    ['How to reach them', concern.reach],
    ...(concern.reach === '' ? [] : [['Is it safe?', safe[concern.reachIsSafe]]]),
  ];
  return (
    <SummaryList
      rows={rows.map(([key = '', value = '']) => ({
        key: { text: key },
        value: { text: value === '' ? 'Not said' : value },
      }))}
    />
  );
}

function Step({ step }: { step: ConcernStep }) {
  const by = `${step.saidByName}, ${sayMoment(step.saidAt)}`;
  switch (step.kind) {
    case 'read':
      return <p>Opened by {by}.</p>;
    case 'acted':
      return (
        <>
          <p>
            <strong>{step.act ? actWords[step.act] : ''}</strong> – {by}
          </p>
          <p class="as-told">{step.words}</p>
        </>
      );
    case 'answered':
      return (
        <>
          <p>Said to the sender by {by}:</p>
          <p class="as-told">{step.words}</p>
        </>
      );
    case 'handed':
      return (
        <>
          <p>
            Handed to {step.toName} by {by}.
          </p>
          {step.words === '' ? null : <p class="as-told">{step.words}</p>}
        </>
      );
    case 'linked':
      return <p>Linked to a child’s record by {by}.</p>;
  }
}

function ActForm({ request, found, form }: Pick<WholeProps, 'request' | 'found' | 'form'>) {
  const { concern, referralLink } = found;
  const answers = form.work === 'act' ? form.answers : { errors: [] };
  return (
    <section>
      <h2>Write down what was done</h2>
      {referralLink === '' ? null : (
        <p>
          A child may need social care?{' '}
          <a href={referralLink}>Make the referral in the council’s own system</a>, then say here that you
          did.
        </p>
      )}
      <form method="post" action={`${dangerPlaces.one(concern.id)}/act`}>
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="seen" value={concern.steps.length} />
        <ChoiceField
          answers={answers}
          name="act"
          label="What was done?"
          options={acts.map((act) => ({ value: act, text: actWords[act] }))}
        />
        <WordsField answers={answers} name="words" label="What was done, and why" rows={4} />
        <AnswerFields answers={answers} />
        <Button text="Write it down" preventDoubleClick />
      </form>
    </section>
  );
}

function AnswerFields({ answers }: { answers: Answers }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="said"
        label="What may the sender read?"
        hint="They read it with their receipt. None of these sentences says anything about a child."
        options={[
          ...kindAnswers.map((sentence, at) => ({ value: String(at), text: sentence })),
          { value: 'own', text: 'Words of my own, below' },
          { value: 'none', text: 'Nothing yet' },
        ]}
      />
      <WordsField
        answers={answers}
        name="answer"
        label="Words of your own for the sender"
        hint="Say nothing about the child or the family: not a name, not what was found, not where the child is. You do not know who reads it."
        rows={3}
      />
    </>
  );
}

function HandForm({ request, found, form }: Pick<WholeProps, 'request' | 'found' | 'form'>) {
  const { concern, readers } = found;
  const answers = form.work === 'hand' ? form.answers : { errors: [] };
  return (
    <Details
      summaryText="Hand it to another reader"
      open={form.work === 'hand'}
      html={
        readers.length === 0 ? (
          <p>Nobody else is named to read.</p>
        ) : (
          <form method="post" action={`${dangerPlaces.one(concern.id)}/hand`}>
            <CsrfField csrf={request.csrf} />
            <input type="hidden" name="seen" value={concern.steps.length} />
            <PickField
              answers={answers}
              name="toPerson"
              label="Who takes it?"
              options={[
                { value: '', text: 'Choose somebody' },
                ...readers.map(({ personId, name }) => ({ value: personId, text: name })),
              ]}
            />
            <WordsField answers={answers} name="why" label="What they should know" rows={2} />
            <Button text="Hand it on" classes="govuk-button--secondary" preventDoubleClick />
          </form>
        )
      }
    />
  );
}

/** Only a child whom this reader stands to already: a concern opens nobody's record. */
function LinkForm(props: Pick<WholeProps, 'request' | 'childrenOfReader' | 'form'> & { concern: Concern }) {
  const { request, concern, childrenOfReader, form } = props;
  const answers = form.work === 'link' ? form.answers : { errors: [] };
  if (childrenOfReader.length === 0) return null;
  return (
    <Details
      summaryText="Link it to a child’s record"
      open={form.work === 'link'}
      html={
        <form method="post" action={`${dangerPlaces.one(concern.id)}/link`}>
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={concern.steps.length} />
          <PickField
            answers={answers}
            name="childId"
            label="Whose record does it belong to?"
            hint="You see the children whose record is open to you. What was told stays here: those who read the record do not read it."
            options={[
              { value: '', text: 'Choose a child' },
              ...childrenOfReader.map(({ reach, title }) => ({ value: reach.childId, text: title })),
            ]}
          />
          <Button text="Link it" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      }
    />
  );
}
