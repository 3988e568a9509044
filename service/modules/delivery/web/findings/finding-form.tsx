import { Button } from '#packages/govuk-jsx';
import {
  ChoiceField,
  DayField,
  LineField,
  PickField,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import type { Finding, FindingKind } from '../../domain/finding.ts';
import type { WritingChoices } from '../../queries/findings/findings-list.ts';
import { kindHints, kindWords } from './finding-words.ts';

type Fields = { answers: Answers; before: Finding | undefined; choices: WritingChoices };

type FormProps = Fields & {
  kinds: readonly FindingKind[];
  csrf: string;
  action: string;
  seen: number;
  back: string;
};

/** The form of a finding. Whoever may write down only what children found is not asked what kind it is. */
export function FindingForm(props: FormProps) {
  const { answers, before, choices, kinds } = props;
  const [only] = kinds;
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <p class="measure-notes">
        <strong>Nobody must be recognised here.</strong> Never write of one child or family, and no name of a
        child, school with a year group, address or telephone number.
      </p>
      {kinds.length === 1 && only ? (
        <input type="hidden" name="kind" value={only} />
      ) : (
        <ChoiceField
          answers={answers}
          name="kind"
          label="Who found it?"
          options={kinds.map((kind) => ({ value: kind, text: kindWords[kind], hint: kindHints[kind] }))}
          {...(before ? { before: before.kind } : {})}
        />
      )}
      <WhatWasFound answers={answers} before={before} />
      <WhereAndWho answers={answers} before={before} choices={choices} />
      <div class="actions">
        <Button text="Save" preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

function WhatWasFound({ answers, before }: Omit<Fields, 'choices'>) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What was found, in one line?"
        hint="Everybody can read this line: The bus shelter is dark after four."
        before={before?.title}
      />
      <WordsField
        answers={answers}
        name="words"
        label="What was found?"
        hint="So that somebody who was not there understands it."
        before={before?.words}
      />
      <LineField
        answers={answers}
        name="foundBy"
        label="Who found it?"
        hint="A group or body, with its name written out: the inspectorate of schools and children’s services."
        before={before?.foundBy}
      />
      <Source answers={answers} before={before} />
    </>
  );
}

function WhereAndWho({ answers, before, choices }: Fields) {
  const none = { value: '', text: 'Choose one' };
  return (
    <>
      <PickField
        answers={answers}
        name="element"
        label="Which part of the strategy does it speak to?"
        options={[none, ...choices.elements]}
        before={before?.element.elementKey ?? ''}
      />
      <PickField
        answers={answers}
        name="organisation"
        label="Which organisation answers for it?"
        options={[none, ...choices.organisations]}
        before={before?.owner.organisationKey ?? ''}
      />
      <PickField
        answers={answers}
        name="person"
        label="Who there, if they can sign in?"
        hint="They say when it is mended, and somebody else closes it."
        options={[
          { value: '', text: 'Nobody who can sign in' },
          ...choices.people.map(({ id, name, job }) => ({ value: id, text: `${name}, ${job}` })),
        ]}
        before={before?.owner.personId ?? ''}
      />
      <ByWhen answers={answers} before={before} />
    </>
  );
}

function Source({ answers, before }: Omit<Fields, 'choices'>) {
  return (
    <>
      <DayField answers={answers} name="foundOn" label="When was it found?" before={before?.foundOn} />
      <LineField
        answers={answers}
        name="sourceTitle"
        label="Where does it stand?"
        hint="The report’s or the visit’s name. It may stay empty."
        before={before?.source.title}
      />
      <LineField
        answers={answers}
        name="sourceLink"
        label="Where can it be read?"
        hint="An address. It may stay empty."
        before={before?.source.link}
      />
    </>
  );
}

function ByWhen({ answers, before }: Omit<Fields, 'choices'>) {
  return (
    <>
      <LineField
        answers={answers}
        name="ownerName"
        label="Who there, if they cannot sign in?"
        hint="A name or a job. It may stay empty."
        before={before && before.owner.personId === undefined ? before.owner.name : ''}
      />
      <DayField
        answers={answers}
        name="due"
        label="By when is it to be mended?"
        hint="It may stay empty."
        before={before?.due}
      />
    </>
  );
}
