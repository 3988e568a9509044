import { ChoiceField, LineField, PickField, type Answers, type Option } from '#platform/forms/inputs.tsx';
import type { ColumnsToSay } from '../../../actions/columns/say-columns.ts';
import { measureKinds, measurePolarities } from '../../../domain/measure-facts.ts';
import type { Before } from './columns-before.ts';
import { measureKindWords, polarityWords } from './columns-words.ts';

type Props = { file: ColumnsToSay; answers: Answers; before: Before; columns: readonly Option[] };

/** Which measure the figures are of: one that is known, one that each row names, or a new one. */
export function MeasureFields({ file, answers, before, columns }: Props) {
  const { fields } = before;
  const inColumn = { value: 'in-column', text: 'A column names it, row by row' };
  return (
    <section aria-labelledby="which-measure">
      <h2 id="which-measure">Which measure is it?</h2>
      <ChoiceField
        answers={answers}
        name="named"
        label="The figures are of"
        options={[
          { value: 'known', text: 'A measure that is in the catalogue' },
          ...(columns.length > 0 ? [inColumn] : []),
          { value: 'new', text: 'A new measure, which I describe below' },
        ]}
        before={fields['named'] ?? ''}
      />
      <PickField
        answers={answers}
        name="measureId"
        label="If it is in the catalogue: which one"
        options={[{ value: '', text: 'Choose a measure' }, ...file.measures.map(measureOption)]}
        before={fields['measureId'] ?? ''}
      />
      {columns.length > 0 ? (
        <PickField
          answers={answers}
          name="measureColumn"
          label="If a column names it: which column"
          hint="An id of the catalogue (lait:PrevRegCPR), or the publisher’s own name. A name that is new becomes a new measure."
          options={columns}
          before={fields['measureColumn'] ?? ''}
        />
      ) : null}
      <NewMeasure answers={answers} before={before} />
      <Publication answers={answers} before={before} />
    </section>
  );
}

function measureOption({ id, title, publication }: ColumnsToSay['measures'][number]): Option {
  return { value: id, text: `${title} (${publication})` };
}

type Part = Pick<Props, 'answers' | 'before'>;

function NewMeasure({ answers, before: { fields } }: Part) {
  return (
    <>
      <h3>If it is new</h3>
      <LineField answers={answers} name="title" label="What is it called?" before={fields['title']} />
      <PickField
        answers={answers}
        name="kind"
        label="What is its number?"
        options={[
          { value: '', text: 'Choose' },
          ...measureKinds.map((value) => ({ value, text: measureKindWords[value] })),
        ]}
        before={fields['kind'] ?? ''}
      />
      <LineField
        answers={answers}
        name="unit"
        label="In what unit?"
        hint="%, per 10,000, children. A share in % reads 31.2 and not 0.312."
        before={fields['unit']}
        short
      />
      <PickField
        answers={answers}
        name="polarity"
        label="Which way is better?"
        options={[
          { value: '', text: 'Choose' },
          ...measurePolarities.map((value) => ({ value, text: polarityWords[value] })),
        ]}
        before={fields['polarity'] ?? ''}
      />
    </>
  );
}

function Publication({ answers, before: { fields } }: Part) {
  return (
    <>
      <h3>If it is new, or a column names it: who publishes it</h3>
      <LineField answers={answers} name="publisher" label="Publisher" before={fields['publisher']} />
      <LineField answers={answers} name="publication" label="Publication" before={fields['publication']} />
      <LineField
        answers={answers}
        name="link"
        label="Where it can be read (may be empty)"
        hint="https://…"
        before={fields['link']}
      />
    </>
  );
}
