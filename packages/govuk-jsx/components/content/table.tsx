import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type { TableCell, TableHeading, TableProps } from '../../generated/content/table.ts';

/** Rows and columns of facts. */
export function Table(props: TableProps): JSX.Element {
  return (
    <table class={classNames('govuk-table', props.classes)} {...attributes(props.attributes)}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{props.head.map(heading)}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {present(props.rows).map((cells) => (
          <tr class="govuk-table__row">
            {cells.map((cell, index) =>
              index === 0 && props.firstCellIsHeader ? rowHeading(cell) : plain(cell),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function heading(cell: TableHeading): JSX.Element {
  const format = cell.format && `govuk-table__header--${cell.format}`;
  return (
    <th scope="col" class={classNames('govuk-table__header', format, cell.classes)} {...spanOf(cell)}>
      {contentOf(cell)}
    </th>
  );
}

function rowHeading(cell: TableCell): JSX.Element {
  return (
    <th scope="row" class={classNames('govuk-table__header', cell.classes)} {...spanOf(cell)}>
      {contentOf(cell)}
    </th>
  );
}

function plain(cell: TableCell): JSX.Element {
  const format = cell.format && `govuk-table__cell--${cell.format}`;
  return (
    <td class={classNames('govuk-table__cell', format, cell.classes)} {...spanOf(cell)}>
      {contentOf(cell)}
    </td>
  );
}

function spanOf(cell: TableCell): Record<string, string | number | true> {
  return {
    ...(cell.colspan && { colspan: cell.colspan }),
    ...(cell.rowspan && { rowspan: cell.rowspan }),
    ...attributes(cell.attributes),
  };
}
