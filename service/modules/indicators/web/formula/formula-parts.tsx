import { isNumber, type Value } from '../../domain/value.ts';
import { measurePath, sayInUnit, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { noWayWords, wayWords } from '../../domain/formula/certainty-of-formula.ts';
import type { Part } from '../../domain/formula/formula-measure.ts';
import type { Span } from '../../domain/formula/words-of-formula.ts';
import { shortPeriod } from '../../domain/say-period.ts';
import { sayNumber } from '../../domain/say-value.ts';
import type { FormulaExample } from '../../queries/formula/formula-view.ts';
import { ValueWords } from '../value-words.tsx';
import { kindWords, sayFormula, sayTake } from './formula-words.ts';

export type PartShown = Part & { readonly definition: MeasureDefinition | undefined };

/** Each letter with the measure that it stands for. */
export function LettersList({
  parts,
  remove,
}: {
  parts: readonly PartShown[];
  remove?: (at: number) => string;
}) {
  return (
    <dl class="letters">
      {parts.map((part, at) => (
        <div key={part.letter}>
          <dt>{part.letter}</dt>
          <dd>
            {part.definition ? (
              <a href={measurePath(part.definition)}>{part.definition.title}</a>
            ) : (
              `${part.measure} (no longer in the catalogue)`
            )}
            <span class="beneath">{sayTake(part, part.definition?.kind)}</span>
            {remove ? (
              <a href={remove(at)}>
                Take out<span class="visually-hidden"> {part.definition?.title ?? part.measure}</span>
              </a>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A formula as it was written, with the place marked at which it stops making sense. */
export function MarkedFormula({ text, at }: { text: string; at: Span }) {
  const [before, there, after] = [text.slice(0, at.from), text.slice(at.from, at.to), text.slice(at.to)];
  return (
    <p class="formula">
      {before}
      <mark>{there === '' ? ' ' : there}</mark>
      {after}
    </p>
  );
}

/** What a formula came to here, year by year, each with what it was made of. */
export function ExampleTable({ example, parts }: { example: FormulaExample; parts: readonly PartShown[] }) {
  const { checked, definition, rows, place } = example;
  return (
    <>
      <p class="formula">{sayFormula(checked.formula.text)}</p>
      <p>
        The result is {kindWords[definition.kind]}
        {definition.unit.name === '' ? '' : ` (${definition.unit.name})`}.{' '}
        {checked.way.by === 'none' ? noWayWords[checked.way.reason] : wayWords[checked.way.by]}
      </p>
      {rows.length === 0 ? (
        <div class="empty">
          <p>
            {place === ''
              ? 'Nobody has said which area is ours, so there is no example.'
              : `There is no period for which every measure has a figure in ${place}.`}
          </p>
        </div>
      ) : (
        <Rows example={example} parts={parts} />
      )}
    </>
  );
}

function Rows({ example, parts }: { example: FormulaExample; parts: readonly PartShown[] }) {
  const { definition, rows, place } = example;
  return (
    <div class="table-scroll" role="region" aria-label={`Worked out for ${place}`} tabIndex={0}>
      <table class="table">
        <caption>Worked out for {place}</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            {parts.map(({ letter }) => (
              <th scope="col" class="number" key={letter}>
                {letter}
              </th>
            ))}
            <th scope="col" class="number">
              Result
            </th>
            <th scope="col" class="number">
              95% interval
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.period.start} ${row.period.end}`}
              row={row}
              parts={parts}
              definition={definition}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value, unit }: { value: Value | undefined; unit: MeasureDefinition['unit'] | undefined }) {
  if (value === undefined) return <span>none</span>;
  if (!isNumber(value))
    return (
      <ValueWords value={value} unit={{ name: '', symbol: undefined, decimals: 0, multiplier: undefined }} />
    );
  return <span>{sayNumber(value, Number.isInteger(value) ? 0 : (unit?.decimals ?? 1))}</span>;
}

type RowProps = {
  row: FormulaExample['rows'][number];
  parts: readonly PartShown[];
  definition: MeasureDefinition;
};

function Row({ row: { period, value, interval, why, parts: values }, parts, definition }: RowProps) {
  return (
    <tr>
      <th scope="row">{shortPeriod(period)}</th>
      {parts.map(({ letter, definition: of }) => (
        <td class="number" key={letter}>
          <Cell value={values.get(letter)} unit={of?.unit} />
        </td>
      ))}
      <td class="number">
        {isNumber(value) ? (
          <strong>{sayInUnit(value, definition.unit)}</strong>
        ) : (
          <ValueWords value={value} unit={definition.unit} />
        )}
        {why === undefined ? null : <span class="beneath">{why}</span>}
      </td>
      <td class="number">
        {interval.known
          ? `${sayNumber(interval.limits.lower, definition.unit.decimals)} to ${sayNumber(interval.limits.upper, definition.unit.decimals)}`
          : 'none'}
      </td>
    </tr>
  );
}
