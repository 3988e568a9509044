import { ChoiceField, type Answers } from '#platform/forms/inputs.tsx';
import { audiences, type Audience } from '../../domain/audience.ts';
import { audienceWords } from './money-words.ts';

/** Who may see what is written down: its owners, the partnership, everybody. */
export function AudienceField(props: { answers: Answers; before: Audience | undefined }) {
  return (
    <ChoiceField
      answers={props.answers}
      name="audience"
      label="Who may see it?"
      options={audiences.map((value) => ({
        value,
        text: audienceWords[value].name,
        hint: audienceWords[value].hint,
      }))}
      before={props.before ?? 'partnership'}
      small
    />
  );
}
