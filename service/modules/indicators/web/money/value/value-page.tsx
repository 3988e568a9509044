import { page, type Route } from '#platform/http/route.ts';
import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import type { StandardStanding } from '../../../domain/money/service-quality.ts';
import { sayYear } from '../../../domain/money/financial-year.ts';
import { valueView, type ServiceSeen, type ValueView } from '../../../queries/money/value-view.ts';
import { moneyPage } from '../money-around.tsx';
import { sayPounds } from '../money-words.ts';
import { moneyPlaces } from '../places.ts';

export const standingWords: { readonly [Each in StandardStanding]: { name: string; shape: string } } = {
  met: { name: 'Met', shape: '●' },
  partly: { name: 'Partly met', shape: '◐' },
  not: { name: 'Not met', shape: '○' },
};

/** The standards that services keep beside what one outcome costs, and services that are alike. */
export const valueRoute: Route = {
  method: 'GET',
  path: moneyPlaces.value,
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read(valueView);
    return page(moneyPage('Value and quality', { path: request.path, children: <Value view={view} /> }));
  },
};

function Value({ view }: { view: ValueView }) {
  const { services, mayKeep } = view;
  return (
    <>
      <p class="lead">
        What a service costs says little without how good it is. Both stand here, beside each other, and
        nobody is ranked.
      </p>
      {mayKeep ? (
        <div class="actions">
          <a class="govuk-button" href={moneyPlaces.addStandard}>
            Write down a standard
          </a>
          <a href={moneyPlaces.addOutcome}>Write down what a service came to</a>
        </div>
      ) : null}
      {services.length === 0 ? (
        <div class="empty">
          <h2>No standard and no outcome is written down yet</h2>
          <p>Here will be which standards each service keeps, beside what one outcome of it costs.</p>
        </div>
      ) : (
        services.map((service) => (
          <Service key={`${service.what} ${service.partner}`} service={service} mayKeep={mayKeep} />
        ))
      )}
      <LikeServices view={view} />
    </>
  );
}

function Service({ service, mayKeep }: { service: ServiceSeen; mayKeep: boolean }) {
  return (
    <section>
      <h2 dir="auto">{service.what}</h2>
      <p class="quiet" dir="auto">
        {service.partner}
      </p>
      <div class="side-by-side">
        <div>
          <h3>What one outcome costs</h3>
          {service.outcomes.length === 0 ? (
            <p class="quiet">Nobody has written down what it came to.</p>
          ) : null}
          {service.outcomes.map(({ kept, spend, cost }) => (
            <div key={kept.id} dir="auto">
              <p>
                {cost
                  ? `${sayCost(cost)} for each of ${kept.said.count.toLocaleString('en-GB')}: ${kept.said.counts}`
                  : `${kept.said.count.toLocaleString('en-GB')} ${kept.said.counts}`}
                , {sayYear(kept.said.year)}.
              </p>
              <p class="beneath">
                {spend === undefined
                  ? 'What was spent on it in that year is not known here.'
                  : `${sayPounds(spend)} spent. The range is what chance in so few does; it is not how well they are.`}{' '}
                Source: {kept.said.source}.{' '}
                {mayKeep ? <a href={moneyPlaces.outcome(kept.id)}>Change what it came to</a> : null}
              </p>
            </div>
          ))}
        </div>
        <div>
          <h3>Standards it keeps</h3>
          {service.standards.length === 0 ? <p class="quiet">No standard is written down.</p> : null}
          <Standards service={service} mayKeep={mayKeep} />
        </div>
      </div>
    </section>
  );
}

function sayCost({ value, low, high }: { value: number; low: number; high: number | undefined }): string {
  const range = high === undefined ? `at least ${sayPounds(low)}` : `${sayPounds(low)} to ${sayPounds(high)}`;
  return `${sayPounds(value)} (${range})`;
}

function Standards({ service, mayKeep }: { service: ServiceSeen; mayKeep: boolean }) {
  return (
    <ul class="plain-list">
      {service.standards.map(({ id, said }) => {
        const day = dayFrom(said.checkedOn);
        return (
          <li key={id} dir="auto">
            <strong>
              <span aria-hidden="true">{standingWords[said.standing].shape} </span>
              {standingWords[said.standing].name}
            </strong>
            : {said.name}
            <span class="beneath">
              {said.source}. {said.evidence}
              {day ? `, ${sayDay(day)}` : ''}.{' '}
              {mayKeep ? (
                <a href={moneyPlaces.standard(id)}>
                  Change<span class="visually-hidden">: {said.name}</span>
                </a>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Services of several partners that say nearly the same of themselves. */
function LikeServices({ view }: { view: ValueView }) {
  if (view.alike.length === 0) return null;
  return (
    <section>
      <h2>Services that sound alike</h2>
      <p>
        Several partners’ words for these are nearly the same. They may do the same twice, or each may reach
        those whom the other does not: ask before anything is changed.
      </p>
      {view.alike.map(({ services }) => (
        <ul key={services.map(({ what, partner }) => what + partner).join()} class="gap-groups">
          {services.map(({ what, partner }) => (
            <li key={`${what} ${partner}`} dir="auto">
              <strong>{what}</strong>
              <span class="beneath">{partner}</span>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}
