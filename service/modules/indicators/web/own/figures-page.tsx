import { Button, Input } from '#packages/govuk-jsx';
import { optionalText, type Posted } from '#platform/forms/fields.ts';
import type { Answers } from '#platform/forms/inputs.tsx';
import { errorOf, kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { z } from 'zod';
import { enterOwnFigures, type EnterRefusal, type TypedLine } from '../../actions/own/enter-own-figures.ts';
import { sayBreakdown } from '../../domain/observation.ts';
import { typedRefusalWords } from '../../domain/own/own-figure.ts';
import { ownPeriod } from '../../domain/own/own-period.ts';
import type { Period } from '../../domain/period.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { ownMeasureView, type OwnMeasureView } from '../../queries/own/own-measure-view.ts';
import { columnsOfOwn } from './figure-columns.ts';
import { ownPage } from './own-around.tsx';
import { enterWords } from './own-words.ts';
import { ownPlaces } from './places.ts';

const path = `${ownPlaces.all}/:code/figures`;

/** What was counted in one period, place by place, of everybody or of one group. */
export const figuresRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepOwnMeasures,
    answer: async (request) => {
      const asked = await askedOf(request);
      return asked ? page(enterPage(request, asked, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: keepOwnMeasures, answer: enter },
];

type Asked = { view: OwnMeasureView; period: Period; breakdown: string };

/** Whoever opens this page sees figures as they were counted, and is written down for it. */
async function askedOf(request: PageRequest): Promise<Asked | undefined> {
  const view = await request.write((ctx) => ownMeasureView(ctx, request.params['code'] ?? ''));
  const period = view && ownPeriod(view.own.rhythm, request.query.get('start') ?? '', dayNow(request));
  return view && period ? { view, period, breakdown: request.query.get('group') ?? '' } : undefined;
}

function dayNow({ now }: PageRequest) {
  return dayInEngland(now);
}

async function enter(request: PageRequest): Promise<Answer> {
  const asked = await askedOf(request);
  if (!asked) return notFound();
  const { view, period, breakdown } = asked;
  const again = (errors: readonly FieldError[]) =>
    pageToMend(enterPage(request, asked, { posted: request.posted, errors }));
  const lines = view.places.map(({ code }) => lineOf(request.posted, code));
  const entered = await request.write((ctx) =>
    enterOwnFigures(ctx, { code: view.own.code, start: period.start, breakdown, lines }),
  );
  if (entered.done)
    return redirectTo(
      ownPlaces.measure(view.own.code),
      `Kept: ${sayPeriod(period)}, ${sayBreakdown(breakdown)}.`,
    );
  const { refusal } = entered;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'measure-missing') return notFound();
  return again(errorsOf(refusal, view));
}

function errorsOf(refusal: EnterRefusal, view: OwnMeasureView): FieldError[] {
  const nameOf = (code: string) => view.places.find((place) => place.code === code)?.name ?? code;
  if (refusal.reason === 'lines-wrong')
    return refusal.lines.map(({ areaCode, refusal: wrong }) => ({
      field: `${'field' in wrong ? wrong.field : 'count'}-${areaCode}`,
      message: `${nameOf(areaCode)}: ${wordsOf(typedRefusalWords, wrong)}`,
    }));
  if (refusal.reason === 'changed-meanwhile')
    return refusal.theirs.map(({ areaCode, count, base, byName }) => ({
      field: `count-${areaCode}`,
      message: `${nameOf(areaCode)}: ${byName} entered ${count} of ${base} while you were writing. Send it again to put yours in its place`,
    }));
  return [{ field: `count-${view.places[0]?.code ?? ''}`, message: wordsOf(enterWords, refusal) }];
}

const typed = z.object({
  count: optionalText(),
  base: optionalText(),
  schools: optionalText(),
  seen: optionalText(),
});

/** What was typed for a place; what is too long to be a number is shown again as it was typed. */
function lineOf(posted: Posted, areaCode: string): TypedLine {
  const of = (name: string) => (posted[`${name}-${areaCode}`]?.[0] ?? '').slice(0, 200);
  const read = typed.parse({
    count: [of('count')],
    base: [of('base')],
    schools: [of('schools')],
    seen: [of('seen')],
  });
  const { count = '', base = '', schools = '', seen = '' } = read;
  return { areaCode, count, base, schools, seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0 };
}

function enterPage(request: PageRequest, asked: Asked, answers: Answers): PageContent {
  const { view, period, breakdown } = asked;
  const { own } = view;
  return ownPage('Enter figures', {
    own,
    answers,
    body: (
      <>
        <p class="lead">
          {sayPeriod(period)}
          {breakdown === '' ? '' : `: ${sayBreakdown(breakdown)}`}
        </p>
        <p>
          As they were counted: {own.counts}
          {own.outOf === '' ? '' : `, of ${own.outOf}`}. Leave a place empty where you do not know. Only those
          who keep our own measures see these numbers, and each look is written down.
        </p>
        <FiguresForm request={request} asked={asked} answers={answers} />
      </>
    ),
  });
}

function FiguresForm({ request, asked, answers }: { request: PageRequest; asked: Asked; answers: Answers }) {
  const { view } = asked;
  return (
    <form method="post" action={`${request.path}?${request.query}`} noValidate>
      <CsrfField csrf={request.csrf} />
      <div class="table-scroll" role="region" aria-label="Figures by place" tabIndex={0}>
        <table class="table own-figures">
          <thead>
            <tr>
              <th scope="col">Place</th>
              {columnsOfOwn(view.own).map(({ name, head }) => (
                <th scope="col" key={name}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.places.map((place) => (
              <Line key={place.code} place={place} asked={asked} answers={answers} />
            ))}
          </tbody>
        </table>
      </div>
      <div class="actions">
        <Button text="Keep these figures" preventDoubleClick />
        <a href={ownPlaces.measure(view.own.code)}>Leave them as they were</a>
      </div>
    </form>
  );
}

function Line(props: { place: { code: string; name: string }; asked: Asked; answers: Answers }) {
  const { place, asked, answers } = props;
  const { view, period, breakdown } = asked;
  const stands = view.figures.find(
    (figure) =>
      figure.areaCode === place.code &&
      figure.breakdown === breakdown &&
      figure.period.start === period.start,
  );
  return (
    <tr>
      <th scope="row">
        {place.name}
        <input type="hidden" name={`seen-${place.code}`} value={String(stands?.version ?? 0)} />
      </th>
      {columnsOfOwn(view.own).map(({ name, head }) => {
        const field = `${name}-${place.code}`;
        const message = errorOf(answers.errors, field);
        return (
          <td key={name}>
            <Input
              name={field}
              id={field}
              label={{ text: `${head}: ${place.name}`, classes: 'visually-hidden' }}
              inputmode="numeric"
              classes="govuk-input--width-5"
              value={kept(answers.posted, field, stands?.[name] === undefined ? '' : String(stands[name]))}
              errorMessage={message === undefined ? undefined : { text: message }}
              autocomplete="off"
            />
          </td>
        );
      })}
    </tr>
  );
}
