import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { ChoiceField, LineField, WordsField } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import { identityWays, outcomesOf } from '../../domain/rights/rights-request.ts';
import { rightsPlaces } from './places.ts';
import type { StepProps } from './request-page.tsx';
import { identityWords, outcomeWords, sayInstant } from './rights-words.ts';

const none = { errors: [] };

/** A form that does one thing with a request, as it was seen. */
export function ActForm(props: StepProps & { act: string; children: ComponentChildren; multipart?: true }) {
  const { request, seen, act } = props;
  return (
    <form method="post" action={rightsPlaces.act(seen.request.id, act)} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={String(seen.request.version)} />
      {props.children}
    </form>
  );
}

export function IdentityForm(props: StepProps) {
  if (props.seen.request.identity) return null;
  return (
    <ActForm {...props} act="identity">
      <ChoiceField
        answers={props.around.answers ?? none}
        name="how"
        label="How do you know that it is them?"
        hint="Ask for as little as you can. A child need not show papers where somebody knows them."
        options={identityWays.map((value) => ({ value, text: identityWords[value] }))}
      />
      <Button text="It is them" preventDoubleClick />
    </ActForm>
  );
}

export function WhomForms(props: StepProps) {
  const { seen, around } = props;
  const { subjects, who } = seen.request;
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
        <LineField
          answers={around.answers ?? none}
          name="name"
          label="Look for this name"
          before={who.aboutName}
        />
        <Button text="Look" classes="govuk-button--secondary" preventDoubleClick />
      </ActForm>
    </>
  );
}

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
            <Button text="It is about them" preventDoubleClick />
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

export function SignForms(props: StepProps) {
  const { seen, request } = props;
  const { id } = seen.request;
  const mine = request.actor.kind === 'person' ? request.actor.personId : '';
  const signedByMe = seen.signed.some(({ personId }) => personId === mine);
  return (
    <>
      {seen.signed.length === 0 ? (
        <p>The first signature says that everything is decided. The second is of somebody else who looked.</p>
      ) : (
        <ul>
          {seen.signed.map(({ place, name, at }) => (
            <li key={place}>
              {name} signed on {sayInstant(at)}
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <a href={rightsPlaces.words(id)}>What was decided of each stretch</a>
        <a href={rightsPlaces.preview(id)}>Read it as it would leave</a>
      </p>
      {seen.signedByTwo ? (
        <ActForm {...props} act="release">
          <WordsField
            answers={props.around.answers ?? none}
            name="letter"
            label="A few words of yours to them"
            hint="They stand at the beginning. Warm, and in plain words. It may stay empty."
            rows={4}
          />
          <Button text="Let it go to them" preventDoubleClick />
        </ActForm>
      ) : signedByMe ? (
        <p>You signed. It waits for somebody else.</p>
      ) : (
        <ActForm {...props} act="sign">
          <Button
            text={seen.signed.length === 0 ? 'I decided, and sign' : 'I looked, and sign'}
            preventDoubleClick
          />
        </ActForm>
      )}
    </>
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
          Where it cannot be changed, their own account can stand beside the entry wherever it is read: that
          is done in the record itself, by them or for them.
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

export function ClockForms(props: StepProps) {
  const answers = props.around.answers ?? none;
  const { pauses, extended } = props.seen.request;
  const waits = pauses.some(({ untilOn }) => untilOn === undefined);
  return (
    <>
      {waits ? (
        <ActForm {...props} act="heard-back">
          <Button text="They answered: the clock runs again" preventDoubleClick />
        </ActForm>
      ) : (
        <ActForm {...props} act="ask-back">
          <ChoiceField
            answers={answers}
            name="why"
            small
            label="Do you have to ask them something first?"
            hint="Then the clock stands still until they answer. Ask only what you cannot do without."
            options={[
              { value: 'identity', text: 'Who they are' },
              { value: 'clarification', text: 'What they mean, because very much is held' },
            ]}
          />
          <WordsField answers={answers} name="askWords" label="What do you ask?" rows={2} />
          <Button text="I asked: stop the clock" classes="govuk-button--secondary" preventDoubleClick />
        </ActForm>
      )}
      {extended ? (
        <p>
          {extended.months === 1 ? 'One month' : 'Two months'} more were taken: {extended.reason}
        </p>
      ) : (
        <ActForm {...props} act="extend">
          <ChoiceField
            answers={answers}
            name="months"
            small
            label="Do you need more time?"
            hint="Only where it is complex or they asked many things. They are told within the month, with the reason."
            options={[
              { value: '1', text: 'One month more' },
              { value: '2', text: 'Two months more' },
            ]}
          />
          <WordsField answers={answers} name="extendReason" label="What is the reason?" rows={2} />
          <Button text="Take more time, and tell them" classes="govuk-button--secondary" preventDoubleClick />
        </ActForm>
      )}
    </>
  );
}

export function HandOver(props: StepProps) {
  const { seen } = props;
  const { id, who } = seen.request;
  if (!seen.released) return null;
  return (
    <section>
      <h2>Giving it into their hands</h2>
      <p>
        {who.email !== '' && who.safeToWrite === 'yes'
          ? 'A letter with a link went to them. You can also give it to them yourself.'
          : 'It is not safe to write to them, or they have no e-mail address: give it to them yourself, with somebody they chose.'}
      </p>
      <ul>
        <li>
          <a href={rightsPlaces.answer(id, 'pdf')}>To print (PDF)</a>
        </li>
        <li>
          <a href={rightsPlaces.answer(id, 'zip')}>
            For a memory stick: the page, the PDF and the record in one
          </a>
        </li>
      </ul>
      {seen.released.handedOverOn ? (
        <p>It was given to them.</p>
      ) : (
        <ActForm {...props} act="handed-over">
          <Button text="I gave it to them" preventDoubleClick />
        </ActForm>
      )}
    </section>
  );
}
