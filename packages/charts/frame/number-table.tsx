import type { JSX } from 'preact';
import { formatNumber } from './number.ts';
import type { Cell, ChartTable, Column } from './table-model.ts';

/** The numbers of a chart as a real table: a caption, heads with their scope, units in the head, words for what is not a number. */
export function NumberTable({ table, id }: { table: ChartTable; id: string }): JSX.Element {
  return (
    <section class="chart-scroll" aria-labelledby={`${id}-finding ${id}-caption`} tabIndex={0}>
      <table class="chart-table">
        <caption class="chart-table-caption" id={`${id}-caption`}>
          {table.caption}
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" class={columnClass(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells) => (
            <tr>{cells.map((cell, index) => tableCell({ cell, index, table }))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function tableCell({ cell, index, table }: { cell: Cell; index: number; table: ChartTable }): JSX.Element {
  const name = cellClass(cell, table.columns[index]);
  if (index < table.rowHeads) {
    return (
      <th scope="row" class={name}>
        {cellText(cell)}
      </th>
    );
  }
  return <td class={name}>{cellText(cell)}</td>;
}

function cellClass(cell: Cell, column: Column | undefined): string {
  const isWord = cell.kind === 'text' && column?.holds === 'numbers';
  return `${columnClass(column)}${isWord ? ' chart-cell--word' : ''}`;
}

function columnClass(column: Column | undefined): string {
  return `chart-cell chart-cell--${column?.holds ?? 'names'}${column?.limit ? ' chart-cell--limit' : ''}`;
}

function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return formatNumber(cell.number, cell.decimals);
    case 'text':
      return cell.text;
  }
}
