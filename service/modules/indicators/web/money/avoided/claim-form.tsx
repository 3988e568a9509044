import { Button } from '#packages/govuk-jsx';
import { LineField, PickField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { errorOf } from '#platform/forms/read-form.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayYear } from '../../../domain/money/financial-year.ts';
import type { Assumption, CostClaim } from '../../../domain/money/cost-claim.ts';
import { AudienceField } from '../audience-field.tsx';

type Props = {
  answers: Answers;
  places: readonly { code: string; name: string }[];
  before: CostClaim | undefined;
};

/** The form of a claim: no assumption may stay unsaid. */
export function ClaimForm(
  props: Props & { csrf: string; action: string; seen: number; submit: string; back: string },
) {
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(props.seen)} />
      <WhatChanged {...props} />
      <WhatOneCosts {...props} />
      <WhoseItIs {...props} />
      <AudienceField answers={props.answers} before={props.before?.audience} />
      <div class="actions">
        <Button text={props.submit} preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

const ends = [
  { end: 'low', name: 'Least' },
  { end: 'middle', name: 'Most likely' },
  { end: 'high', name: 'Most' },
] as const;

function Three(props: {
  answers: Answers;
  before: CostClaim | undefined;
  field: Assumption;
  legend: string;
  hint: string;
}) {
  const { answers, before, field, legend, hint } = props;
  const error = errorOf(answers.errors, field);
  return (
    <fieldset class="govuk-fieldset what-if" id={field}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      <p class="quiet">{hint}</p>
      {error === undefined ? null : <p class="govuk-error-message">{error}</p>}
      <div class="filters">
        {ends.map(({ end, name }) => (
          <LineField
            key={end}
            answers={answers}
            name={`${field}-${end}`}
            label={name}
            classes=""
            short
            number
            before={before && String(before[field][end])}
          />
        ))}
      </div>
    </fieldset>
  );
}

function WhatChanged({ answers, places, before }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is claimed, in one line?"
        before={before?.title}
      />
      <LineField
        answers={answers}
        name="whatChanged"
        label="What became fewer?"
        hint="Second plans within two years."
        before={before?.whatChanged}
      />
      <Three
        answers={answers}
        before={before}
        field="change"
        legend="How many fewer?"
        hint="With the interval of the count or the measure. Where there may be none fewer, the least is 0 or below it."
      />
      <LineField
        answers={answers}
        name="changeSource"
        label="Where is that number from?"
        before={before?.changeSource}
      />
      <OfWhom answers={answers} places={places} before={before} />
    </>
  );
}

function OfWhom({ answers, places, before }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="whom"
        label="Which children or families?"
        hint="So that no other claim counts the same ones."
        before={before?.whom}
      />
      <PickField
        answers={answers}
        name="areaCode"
        label="Where?"
        options={places.map(({ code, name }) => ({ value: code, text: name }))}
        before={before?.areaCode ?? ''}
      />
      <LineField
        answers={answers}
        name="year"
        label="In which financial year?"
        hint="2024-25"
        short
        before={before && sayYear(before.year)}
      />
    </>
  );
}

function WhatOneCosts({ answers, before }: Props) {
  return (
    <>
      <LineField
        answers={answers}
        name="unitWhat"
        label="What is it that costs?"
        hint="A child protection plan of a year."
        before={before?.unitWhat}
      />
      <Three
        answers={answers}
        before={before}
        field="unitCost"
        legend="What does one cost, in pounds?"
        hint="A range: few costs are known to the pound."
      />
      <LineField
        answers={answers}
        name="unitSource"
        label="Where is that cost from?"
        hint="Our own finance team, or a publication with its date and licence."
        before={before?.unitSource}
      />
      <LineField
        answers={answers}
        name="unitYear"
        label="In the prices of which financial year?"
        short
        before={before && sayYear(before.unitYear)}
      />
    </>
  );
}

function WhoseItIs({ answers, before }: Props) {
  return (
    <>
      <WordsField
        answers={answers}
        name="anyway"
        label="What would have happened anyway?"
        hint="What was changing before, or changed elsewhere at the same time."
        rows={3}
        before={before?.anyway}
      />
      <Three
        answers={answers}
        before={before}
        field="anywayShare"
        legend="How much of the change is that, in a hundred?"
        hint="0 to 100."
      />
      <Three
        answers={answers}
        before={before}
        field="ours"
        legend="Of the rest, how much is owed to what was done, in a hundred?"
        hint="0 to 100. Others work for the same children too."
      />
      <WhatItCost answers={answers} before={before} />
    </>
  );
}

function WhatItCost({ answers, before }: Omit<Props, 'places'>) {
  return (
    <>
      <LineField answers={answers} name="oursSource" label="Who says so?" before={before?.oursSource} />
      <LineField
        answers={answers}
        name="costToDo"
        label="What did it cost to do, in pounds?"
        short
        number
        before={before && String(before.costToDo)}
      />
      <LineField
        answers={answers}
        name="costSource"
        label="Where is that cost from?"
        before={before?.costSource}
      />
    </>
  );
}
