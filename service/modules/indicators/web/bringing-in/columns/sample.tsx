import { Button } from '#packages/govuk-jsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { ColumnsToSay } from '../../../actions/columns/say-columns.ts';
import { importPlaces } from '../places.ts';

/** The first rows of the file, as they stand in it. */
export function Sample({ file }: { file: ColumnsToSay }) {
  const { headers, sample } = file;
  return (
    <div class="table-scroll" role="region" aria-label="First rows of the file" tabIndex={0}>
      <table class="table">
        <caption>Its first rows</caption>
        <thead>
          <tr>
            {headers.map((header, at) => (
              <th key={at} scope="col">
                <bdi>{header}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>
                  <bdi>{shortened(cell)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const longestCell = 60;

function shortened(cell: string): string {
  return cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell;
}

/** How files of this shape were read before: to begin with one, or to forget it. */
export function Remembered({ request, file }: { request: PageRequest; file: ColumnsToSay }) {
  const { saved, batch } = file;
  if (saved.length === 0) return null;
  return (
    <section aria-labelledby="remembered">
      <h2 id="remembered">How files with these headers were read before</h2>
      {saved.length > 1 ? <p>There are several, so the next such file asks again which one it is.</p> : null}
      <ul class="sentences">
        {saved.map(({ name }) => (
          <li key={name}>
            <form method="post" action={importPlaces.forgetColumns(batch.id)} class="actions">
              <CsrfField csrf={request.csrf} />
              <input type="hidden" name="name" value={name} />
              <a href={`${importPlaces.columns(batch.id)}?${new URLSearchParams({ like: name })}`}>
                Begin with “{name}”
              </a>
              <Button
                html={
                  <>
                    Forget it <span class="visually-hidden">: {name}</span>
                  </>
                }
                classes="govuk-button--secondary"
                preventDoubleClick
              />
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
