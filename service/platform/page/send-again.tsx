import { Button } from '#packages/govuk-jsx';
import type { Posted } from '../forms/fields.ts';
import type { Words } from './words/words.ts';

/**
 * What could not be saved, ready to be sent once more: nothing has to be written again. It goes to the address that the
 * page itself has, with the token that it came with, so that it counts once even where the first sending did arrive.
 */
export function SendAgain({ posted, words }: { posted: Posted; words: Words }) {
  const fields = Object.entries(posted).flatMap(([name, values]) =>
    (values ?? []).map((value) => ({ name, value })),
  );
  const written = fields.filter(({ value }) => /\S\s+\S/.test(value));
  return (
    <form method="post">
      <p>{words.errors.sendAgainKept}</p>
      {fields.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {written.length > 0 ? (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words.errors.sendAgainShow}</span>
          </summary>
          <div class="govuk-details__text">
            {written.map(({ value }) => (
              <p class="words-as-written">{value}</p>
            ))}
          </div>
        </details>
      ) : null}
      <Button text={words.errors.sendAgain} preventDoubleClick />
    </form>
  );
}
