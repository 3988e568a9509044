import { Details } from '#packages/govuk-jsx';
import { LineField, PickField, TicksField, type Answers, type Option } from '#platform/forms/inputs.tsx';
import { yearKinds } from '../../../domain/formats/mapped/column-mapping.ts';
import type { Before } from './columns-before.ts';
import { yearKindWords } from './columns-words.ts';

type Props = { answers: Answers; before: Before; columns: readonly Option[] };

/** What each column holds. */
export function LayoutFields({ answers, before, columns }: Props) {
  const pick = { answers, before, columns };
  return (
    <>
      <WhereAndWhen {...pick} />
      <section aria-labelledby="the-numbers">
        <h2 id="the-numbers">The numbers</h2>
        {numbers.map(([name, label]) => (
          <ColumnField key={name} {...pick} name={name} label={label} />
        ))}
        <Symbols />
      </section>
      <Groups {...pick} />
    </>
  );
}

const numbers: readonly (readonly [string, string])[] = [
  ['value', 'Value'],
  ['count', 'Count (numerator)'],
  ['denominator', 'Denominator'],
  ['lower95', 'Lower 95% limit'],
  ['upper95', 'Upper 95% limit'],
  ['lower998', 'Lower 99.8% limit'],
  ['upper998', 'Upper 99.8% limit'],
];

function WhereAndWhen(pick: Props) {
  return (
    <section aria-labelledby="where-and-when">
      <h2 id="where-and-when">Where and when</h2>
      <ColumnField
        {...pick}
        name="area"
        label="Area code"
        hint="Nine characters (E10000020) or three digits (926), alone or beside the name."
      />
      <ColumnField {...pick} name="areaName" label="Area name (only to show it)" />
      <ColumnField {...pick} name="period" label="Period, in one column" />
      <PickField
        answers={pick.answers}
        name="years"
        label="Then it holds"
        hint="A year alone means different years to different publishers, so it is never guessed."
        options={[
          { value: '', text: 'Choose what kind of period' },
          ...yearKinds.map((value) => ({ value, text: yearKindWords[value] })),
        ]}
        before={pick.before.fields['years'] ?? ''}
      />
      <ColumnField {...pick} name="first" label="Or its first day" />
      <ColumnField {...pick} name="last" label="And its last day" />
    </section>
  );
}

type ColumnProps = Props & { name: string; label: string; hint?: string };

function ColumnField({ answers, before, columns, name, label, hint }: ColumnProps) {
  return (
    <PickField
      answers={answers}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      options={columns}
      before={before.fields[name] ?? ''}
    />
  );
}

function Groups({ answers, before, columns }: Props) {
  return (
    <section aria-labelledby="of-whom">
      <h2 id="of-whom">Of whom</h2>
      <TicksField
        answers={answers}
        name="groups"
        label="Columns that name a group"
        hint="Sex, age, need. Leave a column out and rows of different groups contradict one another."
        options={columns.filter(({ value }) => value !== '')}
        before={before.groups}
      />
      <LineField
        answers={answers}
        name="everybody"
        label="Words that stand for everybody"
        hint="With commas between them."
        before={before.fields['everybody']}
      />
    </section>
  );
}

const symbols: readonly (readonly [string, string])[] = [
  ['c or *', 'withheld, because few people are behind it'],
  ['z', 'does not apply'],
  ['x, :, - or nothing', 'not available'],
  ['low, k or ~', 'rounds to nothing, but is not nothing'],
  ['u', 'too unreliable to show'],
];

function Symbols() {
  return (
    <Details
      summaryText="Symbols that may stand in place of a number"
      html={
        <dl>
          {symbols.map(([symbol, words]) => (
            <div key={symbol}>
              <dt>
                <strong>{symbol}</strong>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      }
    />
  );
}
