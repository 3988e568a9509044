import { formatInUnit } from '#packages/charts';
import { sayYear } from '../../../domain/money/financial-year.ts';
import type { Avoided, ClaimWords, Range } from '../../../domain/money/cost-claim.ts';
import type { ClaimSeen } from '../../../queries/money/cost-claims.ts';
import { stepOf, toStep } from '../../../domain/money/rounding.ts';
import { sayRounding } from './claim-words.ts';
import { sayPounds } from '../money-words.ts';
import { moneyPlaces } from '../places.ts';

function plain(value: number): string {
  return formatInUnit(value, { decimals: Number.isInteger(value) ? 0 : 1 });
}

type AssumptionRow = { name: string; range: Range; say: (value: number) => string; source: string };

function rowsOf(claim: ClaimWords): readonly AssumptionRow[] {
  return [
    {
      name: `How many fewer: ${claim.whatChanged}`,
      range: claim.change,
      say: plain,
      source: claim.changeSource,
    },
    {
      name: 'Would have happened anyway, in a hundred',
      range: claim.anywayShare,
      say: plain,
      source: claim.anyway,
    },
    {
      name: 'Owed to what was done, in a hundred of the rest',
      range: claim.ours,
      say: plain,
      source: claim.oursSource,
    },
    {
      name: `What one costs: ${claim.unitWhat}`,
      range: claim.unitCost,
      say: sayPounds,
      source: `${claim.unitSource}, prices of ${sayYear(claim.unitYear)}`,
    },
  ];
}

/** Every assumption with its least, middle and most, and who says so. */
export function AssumptionsTable({ claim, placeName }: { claim: ClaimWords; placeName: string }) {
  const rows = rowsOf(claim);
  return (
    <div class="table-scroll" role="region" aria-label="What it rests on" tabIndex={0}>
      <table class="table">
        <caption>
          What it rests on: {claim.whom}, {placeName}, {sayYear(claim.year)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            <Heads names={['Least', 'Most likely', 'Most']} />
            <th scope="col">Who says so</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, range, say, source }) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td class="number">{say(range.low)}</td>
              <td class="number">{say(range.middle)}</td>
              <td class="number">{say(range.high)}</td>
              <td dir="auto">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What follows: cautious, middle and hopeful beside each other, never the middle alone. */
export function ResultTable({ avoided, claim }: { avoided: Avoided; claim: ClaimWords }) {
  const { low, middle, high, net, costToDo, pricesOf } = avoided;
  const step = stepOf(avoided);
  const rounded = (values: readonly number[]) => values.map((value) => toStep(value, step));
  const rows = [
    { name: 'Cost avoided', values: rounded([low, middle, high]) },
    { name: `What it cost to do (${claim.costSource})`, values: [costToDo, costToDo, costToDo] },
    { name: 'Left over', values: rounded([net.low, net.middle, net.high]) },
  ];
  return (
    <div class="table-scroll" role="region" aria-label="What follows" tabIndex={0}>
      <table class="table">
        <caption>What follows, in the prices of {sayYear(pricesOf)}</caption>
        <thead>
          <tr>
            <th scope="col">Pounds</th>
            <Heads names={['Cautious', 'Middle', 'Hopeful']} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                <td key={at} class="number">
                  {sayPounds(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{sayRounding(avoided)}</p>
    </div>
  );
}

/** A warning where two claims may be of the same children. */
export function CountedTwice({ others }: { others: ClaimSeen['mayCountTwice'] }) {
  if (others.length === 0) return null;
  return (
    <div class="empty">
      <h2>These may be the same children</h2>
      <p>
        Another claim is of the same group, or of the same place about the same time. Never add the two
        together.
      </p>
      <ul>
        {others.map(({ id, title }) => (
          <li key={id}>
            <a href={moneyPlaces.claim(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Heads({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <th key={name} scope="col" class="number">
          {name}
        </th>
      ))}
    </>
  );
}
