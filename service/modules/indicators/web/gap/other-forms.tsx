import { tableForms, type TableForm } from '../exports/table-forms.ts';

/** The forms that a list of gaps leaves in, at addresses of their own; its columns are described in its spreadsheets. */
export const finderForms: readonly TableForm[] = tableForms.filter(({ ending }) => !ending.includes('-'));

/** The forms of a file beside CSV, each a link. */
export function OtherForms(props: {
  what: string;
  hrefOf: (ending: string) => string;
  forms?: readonly TableForm[];
}) {
  const { what, hrefOf, forms = tableForms } = props;
  const others = forms.filter(({ ending }) => ending !== '.csv');
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
