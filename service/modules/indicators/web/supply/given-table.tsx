import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import type { GivenLine } from '../../domain/supply/supplier.ts';
import type { OwnPlace } from '../../queries/own/places-of-own.ts';

type Given = {
  own: OwnMeasure;
  places: readonly OwnPlace[];
  columns: readonly { head: string; lines: readonly Pick<GivenLine, 'areaCode' | 'count' | 'base'>[] }[];
};

/** Counts as they were given, place by place. */
export function GivenTable({ own, places, columns }: Given) {
  return (
    <div class="table-scroll" role="region" aria-label="Figures as they were given" tabIndex={0}>
      <table class="table own-figures">
        <thead>
          <tr>
            <th scope="col">Place</th>
            {columns.map(({ head }) => (
              <th scope="col" key={head} class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {columns.map(({ head, lines }) => (
                <td key={head} class="number">
                  {sayLine(
                    own,
                    lines.find(({ areaCode }) => areaCode === code),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayLine(own: OwnMeasure, line: Pick<GivenLine, 'count' | 'base'> | undefined): string {
  if (!line) return '–';
  const count = line.count.toLocaleString('en-GB');
  return own.kind === 'count' ? count : `${count} of ${line.base.toLocaleString('en-GB')}`;
}
