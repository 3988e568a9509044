import type { FieldError } from '#platform/forms/read-form.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { mend, type Saved } from './edit-page.tsx';

/** For people: why an edit was refused. */
export const editWords: WordsFor<EditRefusal> = {
  'framework-closed': () => 'This strategy is closed, so it can be read but not changed',
  'element-missing': () => 'Somebody took that away meanwhile. Choose another',
  'tier-missing': () => 'Somebody took that tier away meanwhile. Choose another',
  'owner-missing': () => 'Somebody took that owner out of the list meanwhile. Choose another',
  'organisation-missing': () => 'Somebody took that organisation out of the list meanwhile. Choose another',
  'already-tied': () => 'That is tied here already',
  'not-tied': () => 'That is not tied here any more',
  'would-ring': ({ labels }) =>
    `That would go round in a ring: ${labels.map((label) => `“${label}”`).join(' → ')}`,
  'others-serve-it': ({ labels }) =>
    `Say what becomes of what serves it: ${labels.map((label) => `“${label}”`).join(', ')}`,
  'tier-in-use': ({ count }) =>
    `This tier is not empty: move or take away ${count === 1 ? 'what stands in it' : `the ${count} things in it`} first`,
  'not-acceptable': ({ problems }) => problems.map(({ says, mend }) => `${says}. ${mend}`).join(' '),
};

/** The form again, each complaint at its own field where it has one, and else at the form's first. */
export function mendEdit(refusal: EditRefusal, fields: readonly [string, ...string[]]): Saved {
  if (refusal.reason !== 'not-acceptable')
    return mend([{ field: fields[0], message: wordsOf(editWords, refusal) }]);
  const errors = refusal.problems.map(({ path, says, mend }): FieldError => {
    const field = path.toReversed().find((step) => typeof step === 'string' && fields.includes(step));
    return { field: String(field ?? fields[0]), message: `${capital(says)}. ${mend}` };
  });
  return mend(errors);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
