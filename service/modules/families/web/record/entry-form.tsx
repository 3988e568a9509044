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
import {
  confidences,
  entryKinds,
  groupOfKind,
  type EntryKind,
  type ReadableEntry,
} from '../../domain/record/entry.ts';
import type { Reach } from '../../queries/standing/reach.ts';
import type { WorkerAround } from '../../queries/standing/workers-around.ts';
import { confidenceWords, kindWords } from './entry-words.ts';

type Fields = { answers: Answers; before: ReadableEntry | undefined };

export type EntryFormProps = Fields & {
  reach: Reach;
  family: readonly WorkerAround[];
  kind: EntryKind | undefined;
  csrf: string;
  action: string;
  seen: number;
  back: string;
};

/** The form of one entry: what, whose words, from where, when, how sure, and who may read it. */
export function EntryForm(props: EntryFormProps) {
  const { answers, before, reach, kind } = props;
  const kinds = entryKinds.filter((one) => reach.access[groupOfKind[one]] === 'write');
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <ChoiceField
        answers={answers}
        name="kind"
        label="What is it?"
        options={kinds.map((one) => ({ value: one, text: kindWords[one].name, hint: kindWords[one].hint }))}
        {...(before ? { before: before.kind } : kind === undefined ? {} : { before: kind })}
      />
      <WordsField
        answers={answers}
        name="body"
        label="What was said or seen?"
        hint="As you would say it if they read it over your shoulder. One day they may."
        before={before?.body}
      />
      <WhoSaidIt answers={answers} before={before} />
      <HowSure answers={answers} before={before} />
      <WhoReads {...props} />
      <div class="actions">
        <Button text="Save" preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

function WhoSaidIt({ answers, before }: Fields) {
  return (
    <>
      <LineField
        answers={answers}
        name="whoseWords"
        label="Whose words are these?"
        hint="Mum, the child, their teacher, you yourself."
        before={before?.whoseWords}
      />
      <LineField
        answers={answers}
        name="source"
        label="How do you know it?"
        hint="Told at home, seen in class, from a telephone call."
        before={before?.source}
      />
      <DayField answers={answers} name="saidOn" label="When was that?" before={before?.saidOn} />
    </>
  );
}

function HowSure({ answers, before }: Fields) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="confidence"
        label="How sure is anybody?"
        options={confidences.map((one) => ({ value: one, text: confidenceWords[one].choice }))}
        before={before?.confidence ?? 'known'}
      />
      <WordsField
        answers={answers}
        name="wouldHelp"
        label="What would help?"
        hint="It may stay empty."
        rows={2}
        before={before?.wouldHelp}
      />
      <DayField
        answers={answers}
        name="reviewOn"
        label="When is it to be looked at again?"
        hint="Left empty: in six months."
        before={before?.reviewOn}
      />
    </>
  );
}

function WhoReads({ answers, before, family, reach }: EntryFormProps) {
  if (reach.relationship === 'the-child')
    return (
      <p class="measure-notes">
        Only you read this until you say who else may. You can ask your lead worker to name somebody.
      </p>
    );
  const parents = family.filter(({ standing }) => standing.kind === 'parent');
  return (
    <>
      <ChoiceField
        answers={answers}
        name="seenBy"
        label="Who may read it?"
        hint="The family reads nothing before you answer for each of them whether it is safe. A child’s own words are always only for those named."
        options={[
          { value: 'around', text: 'Those who help this child, as far as their part goes' },
          { value: 'named', text: 'Only those whom I name after saving' },
        ]}
        before={before?.seenBy ?? 'around'}
      />
      {parents.length === 0 || reach.access.health !== 'write' ? null : (
        <PickField
          answers={answers}
          name="aboutPersonId"
          label="If it is about a parent’s health: whose?"
          hint="It is theirs. They and you read it, and nobody else."
          options={[
            { value: '', text: 'It is not about a parent’s health' },
            ...parents.map(({ standing, name }) => ({ value: standing.personId, text: name })),
          ]}
          before={before?.aboutPersonId ?? ''}
        />
      )}
    </>
  );
}
