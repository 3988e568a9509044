import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { many, text } from '#platform/forms/fields.ts';
import { LineField, PickField, TicksField, type Answers } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { currentLink, type Link } from '#platform/links/link.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  nameSupplier,
  stopSupplier,
  type NameSupplierRefusal,
} from '../../actions/supply/suppliers-named.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { suppliersView, type SuppliersView } from '../../queries/supply/asked-view.ts';
import { ownPage } from '../own/own-around.tsx';
import { rhythmWords } from '../own/own-words.ts';
import { ownPlaces } from '../own/places.ts';
import { supplyPlaces } from './places.ts';
import { nameWords, sayAsked } from './supply-words.ts';

const path = `${ownPlaces.all}/:code/suppliers`;

/** Who sends the figures of a measure from a link in a letter, and how it stands with them. */
export const suppliersRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepOwnMeasures,
    answer: async (request) => {
      const view = await viewOf(request);
      return view ? page(suppliersPage(request, view, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: keepOwnMeasures, answer: name },
  { method: 'POST', path: `${path}/:id/stop`, policy: keepOwnMeasures, answer: stop },
];

function viewOf(request: PageRequest): Promise<SuppliersView | undefined> {
  return request.read((ctx) => suppliersView(ctx, request.params['code'] ?? ''));
}

const form = z.object({
  organisation: text('who sends them'),
  email: text('their e-mail address', 254),
  places: many(),
});

async function name(request: PageRequest): Promise<Answer> {
  const view = await viewOf(request);
  if (!view) return notFound();
  const again = (errors: readonly FieldError[]) =>
    pageToMend(suppliersPage(request, view, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const { organisation, email, places } = read.value;
  const named = await request.write((ctx) =>
    nameSupplier(ctx, { code: view.own.code, organisationKey: organisation, email, areaCodes: places }),
  );
  if (named.done)
    return redirectTo(
      supplyPlaces.all(view.own.code),
      'Named. The first letter goes out tomorrow morning at the latest.',
    );
  if (named.refusal.reason === 'not-allowed') return notFound();
  return again([{ field: fieldOf(named.refusal), message: wordsOf(nameWords, named.refusal) }]);
}

function fieldOf({ reason }: NameSupplierRefusal): string {
  if (reason === 'no-address') return 'email';
  return reason === 'no-places' ? 'places' : 'organisation';
}

async function stop(request: PageRequest): Promise<Answer> {
  const stopped = await request.write((ctx) => stopSupplier(ctx, request.params['id'] ?? ''));
  if (!stopped.done) return notFound();
  return redirectTo(
    supplyPlaces.all(stopped.value),
    'They are asked no more, and links that are out open nothing.',
  );
}

function suppliersPage(request: PageRequest, view: SuppliersView, answers: Answers): PageContent {
  const { own, suppliers } = view;
  return ownPage('Who sends it', {
    own,
    answers,
    body: (
      <>
        <p class="lead">
          A partner can give these figures from a link in an e-mail, with no account. The link opens with a
          code that is sent apart, and works once.
        </p>
        {suppliers.length === 0 ? (
          <p class="empty">Nobody sends them yet: you enter them yourself, or name somebody below.</p>
        ) : (
          <ul class="cards letters">
            {suppliers.map((supplier) => (
              <One key={supplier.id} supplier={supplier} view={view} request={request} />
            ))}
          </ul>
        )}
        <h2>Name somebody who sends them</h2>
        <p>
          {rhythmWords[own.rhythm].every} they get one letter when the {rhythmWords[own.rhythm].one} has
          ended, and a reminder after one week and after two. Then you are told.
        </p>
        <NameForm request={request} view={view} answers={answers} />
      </>
    ),
  });
}

type OneProps = { supplier: SuppliersView['suppliers'][number]; view: SuppliersView; request: PageRequest };

function One({ supplier, view, request }: OneProps) {
  const { own, places } = view;
  const names = places
    .filter(({ code }) => supplier.areaCodes.includes(code))
    .map(({ name: called }) => called);
  return (
    <li class="card">
      <h2>{supplier.organisation}</h2>
      <p>
        <span dir="ltr">{supplier.email}</span>, for {names.join(', ')}
      </p>
      {supplier.stands || supplier.stoppedAt ? null : (
        <p>
          <strong>This organisation has closed or become part of another.</strong> No more letters go there.
          What it gave stays under its name; name who counts now.
        </p>
      )}
      {supplier.stoppedAt ? (
        <p class="quiet">Asked no more since {sayDay(dayInEngland(supplier.stoppedAt))}.</p>
      ) : null}
      <Periods supplier={supplier} code={own.code} now={request.now} />
      {supplier.stoppedAt ? null : (
        <form method="post" action={supplyPlaces.stop(own.code, supplier.id)}>
          <CsrfField csrf={request.csrf} />
          <Button
            text={`Ask ${supplier.organisation} no more`}
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        </form>
      )}
    </li>
  );
}

function Periods({ supplier, code, now }: { supplier: OneProps['supplier']; code: string; now: Date }) {
  if (supplier.asked.length === 0) return <p class="quiet">Nothing has been asked yet.</p>;
  return (
    <ul>
      {supplier.asked.slice(0, 6).map((ask) => (
        <li key={ask.id}>
          <a href={supplyPlaces.given(code, ask.id)}>{ask.period ? sayPeriod(ask.period) : ask.start}</a>:{' '}
          {sayAsked(ask, supplier.organisation, now)}
          {sayHandedOn(ask.links, now)}
        </li>
      ))}
    </ul>
  );
}

function NameForm({
  request,
  view,
  answers,
}: {
  request: PageRequest;
  view: SuppliersView;
  answers: Answers;
}) {
  return (
    <form method="post" action={supplyPlaces.all(view.own.code)} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <PickField
        answers={answers}
        name="organisation"
        label="Which organisation?"
        options={[
          { value: '', text: 'Choose one' },
          ...view.organisations.map(({ key, name: called }) => ({ value: key, text: called })),
        ]}
      />
      <LineField
        answers={answers}
        name="email"
        label="Their e-mail address"
        hint="Of one person or of a team who may see these numbers."
      />
      <TicksField
        answers={answers}
        name="places"
        label="Which places do they count?"
        options={view.places.map(({ code, name: called }) => ({ value: code, text: called }))}
      />
      <Button text="Ask them from now on" preventDoubleClick />
    </form>
  );
}

/** Who handed it on, and to whom. */
function sayHandedOn(links: readonly Link[], now: Date): string {
  const by = links.filter(({ ended }) => ended?.how === 'handed-on').map(({ to }) => to);
  const has = currentLink(links, now)?.to;
  return by.length === 0 || has === undefined ? '' : `. Handed on by ${by.join(', then ')} to ${has}`;
}
