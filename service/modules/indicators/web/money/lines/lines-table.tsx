import { sayYear } from '../../../domain/money/financial-year.ts';
import type { ShownLine } from '../../../domain/money/shown-lines.ts';
import type { MoneyView } from '../../../queries/money/money-view.ts';
import { audienceWords, helpWords, lastingWords, sayPosts } from '../money-words.ts';
import { moneyPlaces } from '../places.ts';
import { formatInUnit } from '#packages/charts';

/** Every line in sight, each with where it comes from. */
export function LinesTable({ view }: { view: MoneyView }) {
  const { lines, places, mayKeep } = view;
  const names = new Map(places.map(({ code, name }, at) => [code, at === 0 ? `${name} (all)` : name]));
  const caption = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${view.year === undefined ? '' : sayYear(view.year)}`;
  return (
    <div class="table-scroll" role="region" aria-label="Lines of spend and staff" tabIndex={0}>
      <table class="table money-lines">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Service and partner</th>
            <th scope="col">Place</th>
            <th scope="col">Early or late</th>
            <th scope="col" class="number">
              Amount
            </th>
            <th scope="col">Where it is from</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row
              key={line.id}
              line={line}
              place={names.get(line.areaCode) ?? line.areaCode}
              mayKeep={mayKeep}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, place, mayKeep }: { line: ShownLine; place: string; mayKeep: boolean }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {mayKeep ? <a href={moneyPlaces.line(line.id)}>{line.what}</a> : line.what}
        <span class="beneath">{line.partner}</span>
      </th>
      <td>{place}</td>
      <td>
        {helpWords[line.help].name}
        <span class="beneath" dir="auto">
          {line.helpSource}
        </span>
      </td>
      <td class="number">
        <Amount line={line} />
      </td>
      <td dir="auto">
        {line.source}
        <Beneath line={line} mayKeep={mayKeep} />
      </td>
    </tr>
  );
}

function Amount({ line }: { line: ShownLine }) {
  const { amount, kind, people, lasting } = line;
  return (
    <>
      {amount === 'held-back' ? (
        <span class="status">held back</span>
      ) : kind === 'spend' ? (
        formatInUnit(amount, { symbol: '£', decimals: 0 })
      ) : (
        `${sayPosts(amount)} full-time`
      )}
      <span class="beneath">
        {lastingWords[lasting].toLowerCase()}
        {people === undefined || people === 0 ? '' : `, ${people} ${people === 1 ? 'person' : 'people'}`}
      </span>
    </>
  );
}

function Beneath({ line, mayKeep }: { line: ShownLine; mayKeep: boolean }) {
  return (
    <span class="beneath">
      {line.planLink === '' ? null : (
        <>
          <a href={line.planLink} rel="noreferrer">
            The partner’s own plan<span class="visually-hidden">: {line.what}</span>
          </a>{' '}
        </>
      )}
      {line.note}
      {mayKeep ? ` For: ${audienceWords[line.audience].name.toLowerCase()}.` : ''}
    </span>
  );
}
