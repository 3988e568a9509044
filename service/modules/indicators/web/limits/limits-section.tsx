import { Details } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { sayDeed } from '../../domain/limits/limits-decision.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { DecisionsList, LapsedDecisions } from './decided.tsx';
import { limitsPlaces } from './places.ts';

/** Beside a line with limits: what was decided about them and when, and for an analyst the way to decide. */
export function LimitsSection({ view, request }: { view: MeasureView; request: PageRequest }) {
  const { limits } = view.pictures.process;
  if (!limits || view.isEngland) return null;
  const { decisions } = limits.written;
  const mayDecide = allowed(request.actor, overruleVerdicts);
  return (
    <>
      <LapsedDecisions limits={limits} />
      {decisions.length > 0 ? (
        <Details summaryText={`Everything decided about these limits (${decisions.length})`}>
          <DecisionsList decisions={decisions} />
        </Details>
      ) : null}
      {mayDecide ? <Ways view={view} /> : null}
    </>
  );
}

function Ways({ view: { definition, place, pictures } }: { view: MeasureView }) {
  const standing = pictures.process.limits?.written.decisions.filter(({ takenBack }) => !takenBack) ?? [];
  return (
    <p>
      <a class="act" href={limitsPlaces.decide(definition, place.code)}>
        Say where the process changed
      </a>
      {standing.map((decision) => (
        <a key={decision.id} class="act" href={limitsPlaces.takeBack(definition, place.code, decision.id)}>
          Take back<span class="visually-hidden">: {sayDeed(decision)}</span>
          <span aria-hidden="true">: {decision.period.words}</span>
        </a>
      ))}
    </p>
  );
}
