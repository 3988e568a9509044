import { allowed } from '#platform/access/policy.ts';
import { page, type Route } from '#platform/http/route.ts';
import {
  commissionSteps,
  type Commission,
  type CommissionStep,
} from '../../domain/commissioning/commission.ts';
import { keepCommissioning, readBoards } from '../../domain/permissions.ts';
import { commissionsList } from '../../queries/commissioning/commission-view.ts';
import { stepWords, verdictWords } from './commission-words.ts';
import { commissionPlaces } from './places.ts';

/** Everything that is bought or changed together, by the step it has reached. */
export const commissionsRoute: Route = {
  method: 'GET',
  path: commissionPlaces.all,
  policy: readBoards,
  answer: async (request) => {
    const { commissions, organisations } = await request.read(commissionsList);
    const steps = commissionSteps.filter((step) => commissions.some((one) => one.step === step));
    return page({
      title: 'Buying together',
      body: (
        <>
          <h1>Buying together</h1>
          <p class="lead">
            From a need to options, a decision, a service, and what it came to. Each step keeps its reasons.
          </p>
          {allowed(request.actor, keepCommissioning) ? (
            <p>
              <a class="govuk-button" href={commissionPlaces.add}>
                Begin with a need
              </a>
            </p>
          ) : null}
          {commissions.length === 0 ? <NoneYet /> : null}
          {steps.map((step) => (
            <OfStep
              key={step}
              step={step}
              commissions={commissions.filter((one) => one.step === step)}
              names={organisations}
            />
          ))}
        </>
      ),
    });
  },
};

/** "Lantern Families; Brackenshire Police" */
export function sayPartners(
  { partners }: Pick<Commission, 'partners'>,
  names: ReadonlyMap<string, string>,
): string {
  return partners.map((key) => names.get(key) ?? key).join('; ');
}

function NoneYet() {
  return (
    <div class="empty">
      <h2>Nothing is bought together yet</h2>
      <p>
        Here will be what partners buy or change together: why it is needed, what else could have been done,
        what it costs, and whether it was worth going on.
      </p>
    </div>
  );
}

type StepProps = {
  step: CommissionStep;
  commissions: readonly Commission[];
  names: ReadonlyMap<string, string>;
};

function OfStep({ step, commissions, names }: StepProps) {
  return (
    <section>
      <h2>{stepWords[step]}</h2>
      <ul class="rows">
        {commissions.map((one) => (
          <li key={one.id}>
            <div>
              <p class="thread-title">
                <a href={commissionPlaces.one(one.key)} dir="auto">
                  {one.title}
                </a>
              </p>
              <p class="quiet">{sayPartners(one, names)}</p>
              {one.verdict && step === 'outcome' ? (
                <p>
                  <strong>{verdictWords[one.verdict]}.</strong> {one.verdictReason}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
