import { Table } from '#packages/govuk-jsx';
import type { BoardView } from '../../queries/boards/board-view.ts';

type Year = BoardView['year'];

/** Who came over the year and what they brought, by name and never by how often: a picture, and its table. */
export function YearTogether({ year }: { year: Year }) {
  if (year.length === 0) return null;
  const most = Math.max(...year.map(({ meetings }) => meetings));
  const often = year.filter(({ meetings, came }) => came === meetings).length;
  return (
    <section>
      <h2>The last twelve months together</h2>
      <p>
        {`${often} of ${year.length} organisations were at every meeting that they had a seat at. They stand in the order of their names: this is no league table.`}
      </p>
      <figure class="year-together">
        <ul aria-hidden="true">
          {year.map((one) => (
            <li key={one.organisationKey}>
              <span>{one.organisation}</span>
              <Dots one={one} most={most} />
            </li>
          ))}
        </ul>
        <figcaption class="quiet">
          A filled dot is a meeting that they came to, or sent somebody to.
        </figcaption>
      </figure>
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Who came, and what they brought">
        <Table
          caption="Who came, and what they brought"
          captionClasses="govuk-table__caption--s"
          head={[{ text: 'Organisation' }, { text: 'Meetings' }, { text: 'What they brought' }]}
          rows={year.map((one) => [
            { text: one.organisation },
            { text: `came to ${one.came} of ${one.meetings}` },
            { text: one.brought.length === 0 ? 'Nothing was written down' : one.brought.join('; ') },
          ])}
        />
      </div>
    </section>
  );
}

const step = 22;

function Dots({ one, most }: { one: Year[number]; most: number }) {
  return (
    <svg width={most * step} height={step} viewBox={`0 0 ${most * step} ${step}`}>
      {Array.from({ length: one.meetings }, (_, index) => (
        <circle
          key={index}
          cx={index * step + step / 2}
          cy={step / 2}
          r={7}
          class={index < one.came ? 'came' : 'not-came'}
        />
      ))}
    </svg>
  );
}
