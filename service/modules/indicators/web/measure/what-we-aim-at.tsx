import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import { nameForecast, sayForecast, sayNow, sayTarget } from '../../domain/report/say-target.ts';
import type { Aim } from '../../domain/report/target.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { reportPlaces } from '../report-card/places.ts';

type Parts = { view: MeasureView; request: PageRequest; shown: boolean };

/** What we aim at, and whether we are on our way there: for everybody where targets are shown, else for those who set them. */
export function WhatWeAimAt({ view, request, shown }: Parts) {
  const { row, definition, place, isEngland } = view;
  const maySet = allowed(request.actor, keepReportCards) && !isEngland;
  if (!maySet && !(shown && row.aim)) return null;
  return (
    <section>
      <h2>What we aim at</h2>
      {row.aim ? (
        <Aimed aim={row.aim} view={view} />
      ) : (
        <p>
          {definition.polarity === 'no-judgement'
            ? 'Neither high nor low is better in this measure, so there is nothing to aim at.'
            : 'No target has been set. A good one has a number, a day, and a board that stands behind it.'}
        </p>
      )}
      {maySet && row.aim && !shown ? (
        <p class="quiet">The public does not see this: our strategy has targets switched off.</p>
      ) : null}
      {maySet && definition.polarity !== 'no-judgement' ? (
        <p>
          <a href={reportPlaces.target(definition, place.code)}>
            {row.aim ? 'Change the target' : 'Set a target'}
          </a>
        </p>
      ) : null}
    </section>
  );
}

const tones = { 'on-course': 'better', 'may-be-met': 'similar', 'not-on-course': 'worse' } as const;
const shapes = { 'on-course': '▲', 'may-be-met': '●', 'not-on-course': '▼' } as const;

function Aimed({ aim, view: { definition } }: { aim: Aim; view: MeasureView }) {
  const { target, forecast } = aim;
  const verdict = forecast.done ? forecast.value.verdict : undefined;
  return (
    <>
      <p class="lead" dir="auto">
        {sayTarget(target, definition)}.
      </p>
      {target.words === '' ? null : (
        <blockquote class="own-words" dir="auto">
          {target.words}
        </blockquote>
      )}
      <p>
        <span class={verdict ? `verdict verdict-${tones[verdict]}` : 'uncompared'}>
          {verdict ? <span aria-hidden="true">{shapes[verdict]} </span> : null}
          {nameForecast(aim)}
        </span>
        . {sayNow(aim)}.
      </p>
      <p>{sayForecast(aim, definition)}</p>
      <p class="quiet">
        Written down by {target.changedBy}, {sayDay(target.changedOn)}.
      </p>
    </>
  );
}
