import type { ComponentChildren, JSX } from 'preact';
import type { FigureProps } from './figure-props.ts';
import { NumberTable } from './number-table.tsx';
import type { ChartTable } from './table-model.ts';
import { type ChartWords, englishWords } from './words.ts';

/**
 * The frame round every picture: the finding as its title, the measure and unit under it, the picture, what its
 * marks mean, the same numbers as a table and as a file, and where they come from.
 */
export function Chart(props: {
  figure: FigureProps;
  table: ChartTable;
  /** The drawings. */
  children: ComponentChildren;
  /** What a reader must know to read the marks: items of a list. */
  notes?: readonly ComponentChildren[];
}): JSX.Element {
  const { figure, table, children, notes = [] } = props;
  const words = figure.words ?? englishWords;
  return (
    <figure class="chart" id={figure.id} aria-labelledby={`${figure.id}-finding`}>
      <figcaption class="chart-head">
        <Finding figure={figure} />
        <p class="chart-measure">{measureInUnit(figure)}</p>
      </figcaption>
      {children}
      {notes.length > 0 && (
        <ul class="chart-notes">
          {notes.map((note) => (
            <li class="chart-note">{note}</li>
          ))}
        </ul>
      )}
      <details class="chart-details">
        <summary class="chart-summary">
          {words.tableSummary}
          <Hidden>{`: ${figure.finding}`}</Hidden>
        </summary>
        <NumberTable table={table} id={figure.id} />
      </details>
      <Foot figure={figure} words={words} />
    </figure>
  );
}

function Foot({ figure, words }: { figure: FigureProps; words: ChartWords }): JSX.Element {
  return (
    <p class="chart-foot">
      <a class="chart-link" href={figure.csvHref}>
        {words.csvLink}
        <Hidden>{`: ${figure.finding}`}</Hidden>
      </a>
      {figure.pictureHrefs && (
        <>
          <a class="chart-link" href={figure.pictureHrefs.svg}>
            {words.svgLink}
            <Hidden>{`: ${figure.finding}`}</Hidden>
          </a>
          <a class="chart-link" href={figure.pictureHrefs.png}>
            {words.pngLink}
            <Hidden>{`: ${figure.finding}`}</Hidden>
          </a>
        </>
      )}
      <span class="chart-source">
        {words.source} <SourceText figure={figure} />
      </span>
    </p>
  );
}

/** "Children on a plan, per 10,000 children": the subtitle of a chart and the caption of its table. */
export function measureInUnit(figure: Pick<FigureProps, 'measure' | 'unit'>): string {
  return figure.unit.name === '' ? figure.measure : `${figure.measure}, ${figure.unit.name}`;
}

function Finding({ figure }: { figure: FigureProps }): JSX.Element {
  const attributes = { class: 'chart-finding', id: `${figure.id}-finding` };
  switch (figure.headingLevel) {
    case 2:
      return <h2 {...attributes}>{figure.finding}</h2>;
    case 3:
      return <h3 {...attributes}>{figure.finding}</h3>;
    case 4:
      return <h4 {...attributes}>{figure.finding}</h4>;
    case undefined:
      return <p {...attributes}>{figure.finding}</p>;
  }
}

function SourceText({ figure }: { figure: FigureProps }): JSX.Element {
  const { text, href } = figure.source;
  if (href === undefined) return <>{text}</>;
  return (
    <a class="chart-link" href={href}>
      {text}
    </a>
  );
}

function Hidden({ children }: { children: ComponentChildren }): JSX.Element {
  return <span class="chart-hidden">{children}</span>;
}
