import type { RefusalCount } from '../../domain/bringing-in/summary.ts';
import type { ImportLine } from '../../queries/imports.ts';
import { sayCount, sayKeptDay } from './import-words.ts';
import { importPlaces } from './places.ts';

/** What a file holds, what it would change or changed, and what of it was refused. */
export function Report({ file }: { file: ImportLine }) {
  const { summary } = file;
  if (summary.rowsRead === 0 && summary.refusals.length === 0) return null;
  return (
    <>
      {summary.figures > 0 ? <WhatItDoes file={file} /> : null}
      {summary.map ? null : <Sentences title="What it says" sentences={summary.differences} />}
      <WhatItHolds file={file} />
      <Refused file={file} />
      <UnknownAreas file={file} />
      <Sentences title="What was noticed" sentences={summary.notes} />
    </>
  );
}

function WhatItDoes({ file }: { file: ImportLine }) {
  const { fresh, revised, same, setAside } = file.summary.changes;
  const isPreview = file.state === 'read';
  const facts = [
    [fresh, isPreview ? 'figures would be new' : 'figures were new'],
    [revised, isPreview ? 'would take the place of another' : 'took the place of another'],
    [same, 'are the same as what is here'],
    [setAside, 'are less settled than what is here, which stays'],
  ] as const;
  return (
    <section aria-labelledby="what-it-does">
      <h2 id="what-it-does">{isPreview ? 'What it would change' : 'What it changed'}</h2>
      <dl class="facts import-facts">
        {facts
          .filter(([count], index) => count > 0 || index === 0)
          .map(([count, words]) => (
            <div key={words} class="fact">
              <dt>{words}</dt>
              <dd class="figure-large">{count.toLocaleString('en-GB')}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function WhatItHolds({ file }: { file: ImportLine }) {
  const { summary } = file;
  const { measures, areas, periods } = summary;
  return (
    <section aria-labelledby="what-it-holds">
      <h2 id="what-it-holds">What it holds</h2>
      <ul class="sentences">
        <li>{sayRows(file)}</li>
        {summary.figures > 0 ? (
          <>
            <li>
              {sayCount(measures.known + measures.new, 'measure')}: {measures.known} known before,{' '}
              {measures.new} new.
            </li>
            <li>
              {sayCount(areas.found, 'area')} found by their codes.
              {areas.outsideTheirDates.length > 0
                ? ` For some of them (${areas.outsideTheirDates.join(', ')}) the publisher gives figures of years in which their codes did not stand.`
                : ''}
            </li>
          </>
        ) : null}
        {periods ? (
          <li>
            From {sayKeptDay(periods.from)} to {sayKeptDay(periods.to)}, in{' '}
            {sayCount(periods.count, 'period')}.
          </li>
        ) : null}
      </ul>
      <NewMeasures measures={measures} />
    </section>
  );
}

function NewMeasures({ measures }: { measures: ImportLine['summary']['measures'] }) {
  const { newNames } = measures;
  if (newNames.length === 0) return null;
  const more = measures.new - newNames.length;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Measures that are new</span>
      </summary>
      <ul class="in-columns">
        {newNames.map(({ id, title }) => (
          <li key={id}>
            <span dir="auto">{title}</span>
          </li>
        ))}
        {more > 0 ? <li>and {sayCount(more, 'more', 'more')}</li> : null}
      </ul>
    </details>
  );
}

function sayRows({ summary }: ImportLine): string {
  const { rowsRead, rowsRefused, cellsRefused, rowsRepeated } = summary;
  const parts = [
    rowsRefused > 0 ? `${rowsRefused.toLocaleString('en-GB')} of them refused` : 'none of them refused',
    ...(cellsRefused > 0 ? [`${sayCount(cellsRefused, 'single cell')} refused`] : []),
    ...(rowsRepeated > 0
      ? [`${rowsRepeated.toLocaleString('en-GB')} that say again what another row says`]
      : []),
  ];
  return `${sayCount(rowsRead, 'row')}: ${parts.join(', ')}.`;
}

function Refused({ file }: { file: ImportLine }) {
  const { refusals } = file.summary;
  if (refusals.length === 0) return null;
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">What was refused, and why</h2>
      <div class="table-scroll" role="region" aria-label="Reasons for refused rows" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">What to do</th>
              <th scope="col" class="number">
                How many
              </th>
              <th scope="col">First lines</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map((refusal) => (
              <RefusalLine key={`${refusal.about} ${refusal.reason}`} refusal={refusal} />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={importPlaces.refused(file.id)}>Read the refused rows</a> or{' '}
        <a href={importPlaces.refusedCsv(file.id)}>download them as CSV</a>.
      </p>
    </section>
  );
}

function RefusalLine({ refusal }: { refusal: RefusalCount }) {
  const lines = refusal.firstLines.filter((line) => line > 0);
  return (
    <tr>
      <th scope="row">{refusal.words}</th>
      <td>{refusal.mend}</td>
      <td class="number">{refusal.count.toLocaleString('en-GB')}</td>
      <td>{lines.length === 0 ? '–' : lines.map((line) => line.toLocaleString('en-GB')).join(', ')}</td>
    </tr>
  );
}

function UnknownAreas({ file }: { file: ImportLine }) {
  const { unknown } = file.summary.areas;
  if (unknown.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Areas that could not be placed</span>
      </summary>
      <ul class="in-columns">
        {unknown.map(({ name, code, rows }) => (
          <li key={`${code} ${name}`}>
            <span dir="auto">
              {name} {code === '' ? '' : `(${code})`}: {sayCount(rows, 'row')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <span dir="auto">{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
