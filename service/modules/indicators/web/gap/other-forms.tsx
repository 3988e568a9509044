import { tableForms } from '../exports/table-forms.ts';

/** The forms of a file beside CSV, each a link. */
export function OtherForms({ what, hrefOf }: { what: string; hrefOf: (ending: string) => string }) {
  const others = tableForms.filter(({ ending }) => ending !== '.csv');
  return (
    <details>
      <summary>
        The same in other forms<span class="govuk-visually-hidden">: {what}</span>
      </summary>
      <ul>
        {others.map(({ ending, text }) => (
          <li key={ending}>
            <a href={hrefOf(ending)}>
              {text}
              <span class="govuk-visually-hidden">: {what}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
