import { Button } from '#packages/govuk-jsx';
import { ChoiceField, LineField, PickField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayYear } from '../../../domain/money/financial-year.ts';
import { helps, lastings, lineKinds, lineStates, type MoneyLine } from '../../../domain/money/money-line.ts';
import type { LinePlace } from '../../../domain/money/read-line.ts';
import { AudienceField } from '../audience-field.tsx';
import { helpWords, kindWords, lastingWords, stateWords } from '../money-words.ts';

type Props = {
  answers: Answers;
  places: readonly LinePlace[];
  before?: MoneyLine | undefined;
};

/** The form of one line of spend or staff. */
export function LineForm(
  props: Props & { csrf: string; action: string; seen: number; submit: string; back: string },
) {
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <WhatItIs {...props} />
      <HowMuch {...props} />
      <HowEarly {...props} />
      <WhereFrom {...props} />
      <div class="actions">
        <Button text={props.submit} preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

function WhatItIs({ answers, places, before }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="what"
        label="Which service or team?"
        hint="As people there call it: Stay and play, Family support team."
        before={before?.what}
      />
      <LineField
        answers={answers}
        name="partner"
        label="Which partner pays for it?"
        before={before?.partner}
      />
      <PickField
        answers={answers}
        name="areaCode"
        label="Where?"
        options={places.map(({ code, name }, at) => ({
          value: code,
          text: at === 0 ? `The whole of ${name}` : name,
        }))}
        before={before?.areaCode ?? ''}
      />
    </>
  );
}

function HowMuch({ answers, before }: Props) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="kind"
        label="Spend or staff?"
        options={lineKinds.map((value) => ({ value, text: kindWords[value] }))}
        before={before?.kind ?? 'spend'}
        small
      />
      <LineField
        answers={answers}
        name="amount"
        label="How much?"
        short
        number
        before={before && String(before.amount)}
      />
      <LineField
        answers={answers}
        name="people"
        label="How many people’s pay stands behind it?"
        hint="0 where it pays for things and not for people. Of one or two people nobody but us sees the amount."
        short
        number
        before={before && String(before.people)}
      />
      <When answers={answers} before={before} />
    </>
  );
}

function When({ answers, before }: Omit<Props, 'places'>) {
  return (
    <>
      <LineField
        answers={answers}
        name="year"
        label="Which financial year?"
        hint="2024-25"
        short
        before={before && sayYear(before.year)}
      />
      <ChoiceField
        answers={answers}
        name="state"
        label="Planned or actual?"
        options={lineStates.map((value) => ({ value, text: stateWords[value] }))}
        before={before?.state ?? 'actual'}
        small
      />
      <ChoiceField
        answers={answers}
        name="lasting"
        label="Does it go on?"
        options={lastings.map((value) => ({ value, text: lastingWords[value] }))}
        before={before?.lasting ?? 'on-going'}
        small
      />
    </>
  );
}

function HowEarly({ answers, before }: Props) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="help"
        label="How early does this help come?"
        options={helps.map((value) => ({ value, text: helpWords[value].name, hint: helpWords[value].hint }))}
        {...(before ? { before: before.help } : {})}
      />
      <LineField
        answers={answers}
        name="helpSource"
        label="Who says so?"
        hint="The document or the group that calls it early or late, so that others can check."
        before={before?.helpSource}
      />
    </>
  );
}

function WhereFrom({ answers, before }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="source"
        label="Where is the amount from?"
        hint="The partner’s budget book, ledger or letter, with its date."
        before={before?.source}
      />
      <LineField
        answers={answers}
        name="planLink"
        label="Where does the partner’s own plan say it?"
        hint="An address. The plan is linked and read, never typed again here. It may stay empty."
        before={before?.planLink}
      />
      <WordsField answers={answers} name="note" label="Anything to know" rows={3} before={before?.note} />
      <AudienceField answers={answers} before={before?.audience} />
    </>
  );
}
