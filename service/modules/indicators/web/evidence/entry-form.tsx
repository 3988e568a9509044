import { Button } from '#packages/govuk-jsx';
import { DayField, LineField, TicksField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import type { Evidence, EvidenceSaid } from '../../domain/evidence/evidence.ts';
import { AudienceField } from '../money/audience-field.tsx';

type Props = { answers: Answers; before: Evidence | undefined };

type FormProps = Props & {
  kind: EvidenceSaid['kind'];
  csrf: string;
  action: string;
  seen: number;
  submit: string;
  back: string;
};

/** The form of a finding or of what people said. */
export function EntryForm(props: FormProps) {
  const { answers, before, kind } = props;
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <p class="measure-notes">
        <strong>Nobody must be recognised here.</strong> Never write of one child or family, and no name,
        school with a year group, day of birth, address or telephone number.
      </p>
      {kind === 'finding' ? (
        <FindingFields answers={answers} before={before} />
      ) : (
        <VoiceFields answers={answers} before={before} />
      )}
      <DayField
        answers={answers}
        name="day"
        label={kind === 'finding' ? 'When was the closer look done?' : 'When were they asked?'}
        before={before?.day}
      />
      <LineField
        answers={answers}
        name="link"
        label="Where can all of it be read?"
        hint="An address. It may stay empty."
        before={before?.said.link}
      />
      <AudienceField answers={answers} before={before?.audience} />
      <div class="actions">
        <Button text={props.submit} preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

function FindingFields({ answers, before }: Props) {
  const said = before?.said.kind === 'finding' ? before.said : undefined;
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What was found, in one line?"
        hint="Plans name who does what, and seldom ask the child."
        before={said?.title}
      />
      <LineField
        answers={answers}
        name="lookedAt"
        label="What was looked at?"
        hint="As in a sentence after a number: plans begun in spring."
        before={said?.lookedAt}
      />
      <LineField
        answers={answers}
        name="howMany"
        label="How many of them?"
        short
        number
        before={said && String(said.howMany)}
      />
      <HowItWasFound answers={answers} before={before} />
    </>
  );
}

function HowItWasFound({ answers, before }: Props) {
  const said = before?.said.kind === 'finding' ? before.said : undefined;
  return (
    <>
      <LineField
        answers={answers}
        name="byWhom"
        label="Who looked?"
        hint="A group or team."
        before={said?.byWhom}
      />
      <LineField
        answers={answers}
        name="method"
        label="How?"
        hint="Two people read each, with a list of questions."
        before={said?.method}
      />
      <WordsField answers={answers} name="strong" label="What is strong?" rows={4} before={said?.strong} />
      <WordsField
        answers={answers}
        name="mustGetBetter"
        label="What must get better?"
        rows={4}
        before={said?.mustGetBetter}
      />
    </>
  );
}

function VoiceFields({ answers, before }: Props) {
  const said = before?.said.kind === 'voice' ? before.said : undefined;
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What did they say, in one line?"
        before={said?.title}
      />
      <LineField
        answers={answers}
        name="whoWasAsked"
        label="Who was asked?"
        hint="A group, and of which ages: young people of 11 to 16 in three zones."
        before={said?.whoWasAsked}
      />
      <LineField
        answers={answers}
        name="asked"
        label="How many were asked?"
        short
        number
        before={said && String(said.asked)}
      />
      <LineField
        answers={answers}
        name="answered"
        label="How many answered?"
        short
        number
        before={said && String(said.answered)}
      />
      <WhatTheySaid answers={answers} before={before} />
    </>
  );
}

function WhatTheySaid({ answers, before }: Props) {
  const said = before?.said.kind === 'voice' ? before.said : undefined;
  return (
    <>
      <LineField
        answers={answers}
        name="way"
        label="In which way?"
        hint="A survey on paper, a talk in small groups."
        before={said?.way}
      />
      <WordsField answers={answers} name="said" label="What they said" rows={5} before={said?.said} />
      <LineField
        answers={answers}
        name="quote"
        label="A short quote, word for word"
        hint="It may stay empty. Without a name, an age or a place."
        before={said?.quote}
      />
      <TicksField
        answers={answers}
        name="quoteAgreed"
        label="Whoever said it"
        options={[
          { value: 'yes', text: 'Agreed that it may be shown here, or somebody who may agree for them did' },
        ]}
        before={said && said.quote !== '' ? ['yes'] : []}
      />
    </>
  );
}
