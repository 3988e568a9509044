import { formatInUnit } from '#packages/charts';
import type { CommissionView } from '../../../queries/commissioning/commission-view.ts';
import { sayRange, sayWholePounds } from '../../../domain/commissioning/say-range.ts';

/** What is spent on each child beside how great the need is, zone by zone; and what earlier claims of cost avoided say. */
export function MoneyBeside({ view }: { view: CommissionView }) {
  const { spend } = view;
  const rows = spend.rows.filter(({ perChild, need }) => perChild !== undefined || need !== undefined);
  return (
    <section>
      <h2>What is spent, beside the need</h2>
      {rows.length === 0 ? (
        <p class="quiet">No spend is written down for zones yet.</p>
      ) : (
        <SpendTable spend={spend} rows={rows} />
      )}
      <p>
        <a href="/money/need">Choose another year or measure</a>, or <a href="/money">see every line</a>.
      </p>
      <Claims view={view} />
    </section>
  );
}

function sayNeed(need: number, measure: CommissionView['spend']['measure']): string {
  return measure ? formatInUnit(need, measure.unit) : String(need);
}

function Claims({ view }: { view: CommissionView }) {
  const told = view.claims.flatMap(({ claim, avoided }) => (avoided ? [{ claim, avoided }] : []));
  if (told.length === 0) return null;
  return (
    <>
      <h3>What earlier help may have saved</h3>
      <ul class="rows">
        {told.slice(0, 3).map(({ claim, avoided }) => (
          <li key={claim.id}>
            <div>
              <p>
                <a href={`/money/avoided/${claim.id}`} dir="auto">
                  {claim.title}
                </a>
              </p>
              <p class="quiet">
                Cost avoided: {sayRange(avoided)}, with everything it rests on. It says nothing of what is
                asked here until somebody shows that the two are alike.
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Spend = CommissionView['spend'];

function SpendTable({ spend, rows }: { spend: Spend; rows: Spend['rows'] }) {
  return (
    // a wide table scrolls in its own box, which the keyboard must reach
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Spend beside need">
      <table class="table">
        <caption>
          Two facts beside each other: neither makes the other
          {spend.year === undefined
            ? ''
            : `. Spend of ${spend.year}-${String((spend.year + 1) % 100).padStart(2, '0')}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Zone</th>
            <th scope="col" class="number">
              Spent on each child
            </th>
            <th scope="col" class="number">
              {spend.measure?.title ?? 'Need'}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.areaCode}>
              <th scope="row">{row.name}</th>
              <td class="number">
                {row.perChild === undefined ? 'not known' : sayWholePounds(row.perChild)}
              </td>
              <td class="number">
                {row.need === undefined ? 'not known' : sayNeed(row.need, spend.measure)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
