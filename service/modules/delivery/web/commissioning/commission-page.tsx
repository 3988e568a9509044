import { notFound, page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { commissionSteps } from '../../domain/commissioning/commission.ts';
import { nextSteps } from '../../domain/commissioning/take-step.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import { readBoards } from '../../domain/permissions.ts';
import { commissionView, type CommissionView } from '../../queries/commissioning/commission-view.ts';
import { sayNext, stepWords, verdictWords } from './commission-words.ts';
import { sayPartners } from './commissions-page.tsx';
import { MoneyBeside } from './parts/money-beside.tsx';
import { NeedPart } from './parts/need-part.tsx';
import { OptionTable } from './parts/option-table.tsx';
import { commissionPlaces } from './places.ts';
import { StepsTaken } from './parts/steps-taken.tsx';

/** One joint purchase, from its need to what it came to. */
export const commissionRoute: Route = {
  method: 'GET',
  path: commissionPlaces.one(':key'),
  policy: readBoards,
  answer: async (request) => {
    const view = await request.read((ctx) => commissionView(ctx, request.params['key'] ?? ''));
    if (!view) return notFound();
    return page({
      title: view.commission.title,
      wide: true,
      breadcrumbs: [{ text: 'Buying together', href: commissionPlaces.all }],
      body: <Purchase view={view} />,
    });
  },
};

function Purchase({ view }: { view: CommissionView }) {
  const { commission, mayKeep } = view;
  const [next] = nextSteps(commission);
  return (
    <>
      <h1 dir="auto">{commission.title}</h1>
      <p class="lead">
        {sayPartners(commission, view.organisations)}
        {commission.ownerName === '' ? '' : `. Kept by ${commission.ownerName}`}
      </p>
      <StepsLine view={view} />
      <div class="actions">
        {mayKeep && next ? (
          <a class="govuk-button" href={commissionPlaces.step(commission.key)}>
            {sayNext(commission, next)}
          </a>
        ) : null}
        <a href={commissionPlaces.sheet(commission.key)}>The case on one sheet, to print</a>
        {mayKeep ? (
          <a href={commissionPlaces.edit(commission.key)}>Change what is written of the need</a>
        ) : null}
      </div>
      <NeedPart view={view} />
      <Options view={view} />
      <Decided view={view} />
      <Service view={view} />
      <CameOfIt view={view} />
      <MoneyBeside view={view} />
      <StepsTaken steps={view.steps} />
    </>
  );
}

/** Where it stands, as a line of steps. */
function StepsLine({ view }: { view: CommissionView }) {
  const { step, verdict } = view.commission;
  const shown = commissionSteps.filter((one) => one !== 'ended' || step === 'ended' || verdict === 'stop');
  return (
    <ol class="step-line" aria-label="The steps from need to outcome">
      {shown.map((one) => (
        <li key={one} aria-current={one === step ? 'step' : undefined}>
          {stepWords[one]}
          {one === step ? <span class="govuk-visually-hidden"> (it stands here)</span> : null}
        </li>
      ))}
    </ol>
  );
}

function Options({ view }: { view: CommissionView }) {
  const { commission, options, mayKeep } = view;
  const open = mayKeep && (commission.step === 'need' || commission.step === 'options');
  return (
    <section>
      <h2>Options</h2>
      {options.length === 0 ? (
        <p class="quiet">No option is written down yet. One of them may be to go on as now.</p>
      ) : (
        <OptionTable
          options={options}
          edit={open ? ({ id }) => commissionPlaces.option(commission.key, id) : undefined}
        />
      )}
      {open ? (
        <p>
          <a href={commissionPlaces.addOption(commission.key)}>Add an option</a>
        </p>
      ) : null}
    </section>
  );
}

function Decided({ view }: { view: CommissionView }) {
  const { decision, commission } = view;
  if (!commission.decisionId) return null;
  return (
    <section>
      <h2>Decision</h2>
      {decision ? (
        <p>
          <a href={`/decisions/${decision.number}`} dir="auto">
            {sayDecisionNumber(decision)}: {decision.title}
          </a>
          , {sayDay(decision.decidedOn)}
        </p>
      ) : (
        <p>It was decided, and the decision is not published.</p>
      )}
    </section>
  );
}

function Service({ view }: { view: CommissionView }) {
  const { service } = view.commission;
  if (service.name === '') return null;
  const from = service.from ? `from ${sayDay(service.from)}` : '';
  const until = service.until ? `until ${sayDay(service.until)}` : 'with no end set';
  return (
    <section>
      <h2>Service</h2>
      <p dir="auto">
        <strong>{service.name}</strong>, {service.provider}, {from}, {until}.
      </p>
    </section>
  );
}

function CameOfIt({ view }: { view: CommissionView }) {
  const { commission, measures } = view;
  const measure = measures.get(commission.outcomeMeasureId);
  if (commission.verdict === undefined) return null;
  return (
    <section>
      <h2>What came of it</h2>
      <p dir="auto">{commission.outcome}</p>
      {measure ? (
        <p>
          <a href={measure.link}>{measure.title}</a>: {measure.state}
        </p>
      ) : null}
      <p dir="auto">
        <strong>{verdictWords[commission.verdict]}.</strong> {commission.verdictReason}
      </p>
    </section>
  );
}
