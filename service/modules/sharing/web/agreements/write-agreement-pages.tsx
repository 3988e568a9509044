import { kept, keptAll, type FieldError } from '#platform/forms/read-form.ts';
import type { Posted } from '#platform/forms/fields.ts';
import type { Answers } from '#platform/forms/inputs.tsx';
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
import { changeAgreement, writeAgreement } from '../../actions/agreements/write-agreement.ts';
import { purposesOf, type AgreementVersion } from '../../domain/agreements/agreement.ts';
import { keepSharing } from '../../domain/permissions.ts';
import {
  agreementChoices,
  agreementView,
  type AgreementChoices,
  type AgreementView,
} from '../../queries/agreements/agreement-views.ts';
import { numberIn, sharingPlaces } from '../places.ts';
import { AgreementForm, AgreementStart } from './agreement-form.tsx';
import { writingErrors } from './agreement-words.ts';
import { answersBefore, readAgreement, readBetween, type Between } from './read-agreement.ts';

const ofAny = ':number';

/** Writing an agreement, and a new version of one. */
export const writeAgreementPages: readonly Route[] = [
  { method: 'GET', path: sharingPlaces.newAgreement, policy: keepSharing, answer: askNew },
  { method: 'POST', path: sharingPlaces.newAgreement, policy: keepSharing, answer: keepNew },
  { method: 'GET', path: sharingPlaces.changeAgreement(ofAny), policy: keepSharing, answer: askChange },
  { method: 'POST', path: sharingPlaces.changeAgreement(ofAny), policy: keepSharing, answer: keepChange },
];

const crumbs = [{ text: 'Agreements', href: sharingPlaces.agreements }];

async function askNew(request: PageRequest): Promise<Answer> {
  const { query } = request;
  const choices = await request.read(agreementChoices);
  const between = readBetween((name) => query.getAll(name), choices.bodies);
  if (isWhole(between)) return page(newContent(request, { choices, between }, { errors: [] }));
  const errors = query.has('step') ? betweenErrors(between) : [];
  const posted: Posted = { party: query.getAll('party'), purpose: query.getAll('purpose') };
  const content: PageContent = {
    title: 'A new agreement',
    breadcrumbs: crumbs,
    body: <AgreementStart choices={choices} answers={{ posted, errors }} />,
  };
  return errors.length > 0 ? pageToMend(content) : page(content);
}

function isWhole({ parties, purposes }: Between): boolean {
  return parties.length > 1 && purposes.length > 0;
}

function betweenErrors({ parties, purposes }: Between): FieldError[] {
  return [
    ...(parties.length > 1 ? [] : [{ field: 'party', message: 'Choose at least two organisations' }]),
    ...(purposes.length > 0 ? [] : [{ field: 'purpose', message: 'Choose what it is for' }]),
  ];
}

async function keepNew(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const choices = await request.read(agreementChoices);
  const between = readBetween((name) => keptAll(posted, name), choices.bodies);
  const read = readAgreement(posted, between);
  const mend = (errors: readonly FieldError[]) =>
    pageToMend(newContent(request, { choices, between }, { posted, errors }));
  if (read.errors.length > 0) return mend(read.errors);
  const came = await request.write((ctx) => writeAgreement(ctx, read.words));
  if (came.done)
    return redirectTo(
      sharingPlaces.agreement(came.value.number),
      'Saved. It holds once every organisation has signed.',
    );
  const ordered = read.words.parties.map(({ organisationId }) => organisationId);
  const errors = writingErrors(came.refusal, between, ordered);
  return errors ? mend(errors) : notFound();
}

type Chosen = { choices: AgreementChoices; between: Between };

function newContent(request: PageRequest, { choices, between }: Chosen, answers: Answers): PageContent {
  return {
    title: 'A new agreement',
    breadcrumbs: crumbs,
    body: (
      <AgreementForm
        title="A new agreement"
        between={between}
        choices={choices}
        answers={answers}
        csrf={request.csrf}
        action={sharingPlaces.newAgreement}
        back={sharingPlaces.agreements}
        seen={0}
        before={undefined}
      />
    ),
  };
}

type Changing = Chosen & { view: AgreementView; newest: AgreementVersion };

async function changing(request: PageRequest): Promise<Changing | undefined> {
  const number = numberIn(request.params['number']);
  return request.read(async (ctx) => {
    const view = await agreementView(ctx, number);
    const newest = view?.agreement.versions.at(-1);
    if (!view || !newest || view.agreement.ended) return undefined;
    const choices = await agreementChoices(ctx);
    const sorts = new Map(choices.bodies.map(({ id, kind }) => [id, kind]));
    const parties = newest.parties.map(({ organisationId: id }) => ({
      id,
      name: view.names.get(id) ?? 'An organisation',
      kind: sorts.get(id) ?? '',
    }));
    return { choices, view, newest, between: { parties, purposes: purposesOf(newest) } };
  });
}

async function askChange(request: PageRequest): Promise<Answer> {
  const found = await changing(request);
  if (!found) return notFound();
  const posted = answersBefore(found.newest, found.between);
  return page(changeContent(request, found, { posted, errors: [] }));
}

async function keepChange(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const found = await changing(request);
  if (!found) return notFound();
  const { agreement } = found.view;
  const read = readAgreement(posted, found.between);
  const mend = (errors: readonly FieldError[]) =>
    pageToMend(changeContent(request, found, { posted, errors }));
  if (read.errors.length > 0) return mend(read.errors);
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const came = await request.write((ctx) =>
    changeAgreement(ctx, { number: agreement.number, seen, words: read.words }),
  );
  if (came.done)
    return redirectTo(
      sharingPlaces.agreement(agreement.number),
      'Saved. The version before holds until every organisation has signed this one.',
    );
  const ordered = read.words.parties.map(({ organisationId }) => organisationId);
  const errors = writingErrors(came.refusal, found.between, ordered);
  return errors ? mend(errors) : notFound();
}

function changeContent(request: PageRequest, found: Changing, answers: Answers): PageContent {
  const { agreement } = found.view;
  const title = `A new version of ${found.newest.title}`;
  const stale = answers.errors.length > 0 && kept(answers.posted, 'seen') !== String(agreement.version);
  return {
    title,
    breadcrumbs: crumbs,
    body: (
      <>
        <AgreementForm
          title={title}
          between={found.between}
          choices={found.choices}
          answers={answers}
          csrf={request.csrf}
          action={sharingPlaces.changeAgreement(agreement.number)}
          back={sharingPlaces.agreement(agreement.number)}
          seen={agreement.version}
          before={found.newest}
          meanwhile={stale ? <Theirs version={found.newest} /> : null}
        />
      </>
    ),
  };
}

/** What somebody else saved meanwhile, beside the words that are still in the form. */
function Theirs({ version }: { version: AgreementVersion }) {
  return (
    <section class="both-versions">
      <div>
        <h2>What stands now</h2>
        <p dir="auto">{version.title}</p>
        <p dir="auto" class="own-words">
          {version.plainWords}
        </p>
        <p dir="auto" class="own-words">
          {version.safeguards}
        </p>
      </div>
      <div>
        <h2>What you typed</h2>
        <p>It stands in the form below. Saving it makes the next version.</p>
      </div>
    </section>
  );
}
