import type { Answers } from '#platform/forms/inputs.tsx';
import type { FieldError } from '#platform/forms/read-form.ts';
import type { Posted } from '#platform/forms/fields.ts';

/** Which form of a page was posted and has to be mended; the others stand as on a first showing. */
export type Shown = { form: string; posted: Posted; errors: readonly FieldError[] } | undefined;

export function answersOf(shown: Shown, form: string): Answers {
  return shown?.form === form ? { posted: shown.posted, errors: shown.errors } : { errors: [] };
}
