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

/** Where files of this shape were read in several ways: which one to begin with. */
export function BeginWith({ file }: { file: ColumnsToSay }) {
  const { saved, batch } = file;
  if (saved.length < 2) return null;
  return (
    <section aria-labelledby="begin-with">
      <h2 id="begin-with">Files with these headers were read before</h2>
      <ul>
        {saved.map(({ name }) => (
          <li key={name}>
            <a href={`${importPlaces.columns(batch.id)}?${new URLSearchParams({ like: name })}`}>
              Begin with “{name}”
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
