import type { VNode } from 'preact';
import type { BesidePart, Block, Sheet } from '#platform/sheet/sheet.ts';

/** A sheet as a page: the same words in the same order as in its files. */
export function SheetView({ sheet, figure }: { sheet: Sheet; figure: (key: string) => VNode | null }) {
  return (
    <article class="pack">
      <header class="pack-head">
        <p class="pack-over">{sheet.over}</p>
        <h1>{sheet.title}</h1>
        {sheet.lines.map((line) => (
          <p key={line} class="pack-line">
            {line}
          </p>
        ))}
        {sheet.mark === '' ? null : <p class="quiet">{sheet.mark}</p>}
      </header>
      {sheet.blocks.map((block, index) => (
        <BlockView key={index} block={block} figure={figure} />
      ))}
    </article>
  );
}

function BlockView({ block, figure }: { block: Block; figure: (key: string) => VNode | null }) {
  switch (block.kind) {
    case 'new-page':
      return <hr class="pack-turn" />;
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'words':
      return <p class={block.look}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView table={block} />;
    case 'beside':
      return (
        <div class="pack-beside">
          {block.parts.map((part) => (
            <PartView key={part.title} part={part} />
          ))}
        </div>
      );
    case 'picture':
      return figure(block.key);
  }
}

function TableView({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  return (
    <div class="table-scroll" role="region" aria-label={table.caption} tabIndex={0}>
      <table class="govuk-table">
        <caption class="govuk-table__caption">{table.caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {table.head.map((words) => (
              <th key={words} scope="col" class="govuk-table__header">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {table.rows.map((row, at) => (
            <tr key={at} class="govuk-table__row">
              {row.map((cell, index) => (
                <td key={index} class="govuk-table__cell">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PartView({ part }: { part: BesidePart }) {
  return (
    <section>
      <h4>{part.title}</h4>
      {part.paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {part.quote === '' ? null : <blockquote>“{part.quote}”</blockquote>}
      {part.whose === '' ? null : <p class="quiet">{part.whose}</p>}
    </section>
  );
}
