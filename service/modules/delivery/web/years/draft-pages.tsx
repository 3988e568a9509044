import { Button, Details } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { LineField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept } from '#platform/forms/read-form.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
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
import { CsrfField } from '#platform/page/frame.tsx';
import { draftYearReport, editYearReport, publishYearReport } from '../../actions/years/write-report.ts';
import { keepPlan, turnYear } from '../../domain/permissions.ts';
import { draftMovedOn, wordsOfPart, type Part } from '../../domain/years/year-report.ts';
import { reportView, type ReportView } from '../../queries/years/report-view.ts';
import { yearPlaces } from './places.ts';
import { ReportText } from './report-text.tsx';
import { reportWords } from './year-words.ts';

const draftPath = '/years/:plan/draft';

/** The report while it is worked on: drafted by the system, written by people, part by part. */
export const draftRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: draftPath,
    policy: turnYear,
    answer: async (request) => {
      const view = await viewOf(request);
      return view ? page(draftPage(request, view, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path: draftPath, policy: turnYear, answer: draft },
  {
    method: 'GET',
    path: `${draftPath}/:part`,
    policy: turnYear,
    answer: async (request) => {
      const content = await partPage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path: `${draftPath}/:part`, policy: turnYear, answer: edit },
  { method: 'POST', path: '/years/:plan/publish', policy: keepPlan, answer: publish },
];

const planKeyOf = ({ params }: PageRequest) => params['plan'] ?? '';

function viewOf(request: PageRequest): Promise<ReportView | undefined> {
  return request.read((ctx) => reportView(ctx, planKeyOf(request)));
}

async function draft(request: PageRequest): Promise<Answer> {
  const drafted = await request.write((ctx) => draftYearReport(ctx, planKeyOf(request)));
  if (!drafted.done) return notFound();
  return redirectTo(
    yearPlaces.draft(planKeyOf(request)),
    'Drafted from what we hold today. What people wrote stays as they wrote it.',
  );
}

async function edit(request: PageRequest): Promise<Answer> {
  const { params, posted } = request;
  const kind = params['part'] ?? '';
  const seen = Number(posted['version']?.[0] ?? 'none');
  const words = (posted['words']?.[0] ?? '').replaceAll('\r\n', '\n');
  const again = async (message: string) => {
    const content = await partPage(request, { posted, errors: [{ field: 'words', message }] });
    return content ? pageToMend(content) : notFound();
  };
  if (words.length > 20_000) return again('This must be 20,000 characters or fewer');
  const edited = await request.write((ctx) =>
    editYearReport(ctx, { planKey: planKeyOf(request), kind, seen, words }),
  );
  if (edited.done) return redirectTo(`${yearPlaces.draft(planKeyOf(request))}#${kind}`, 'Kept.');
  if (edited.refusal.reason !== 'changed-meanwhile') return notFound();
  return again(wordsOf(reportWords, edited.refusal));
}

async function publish(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const reason = (request.posted['reason']?.[0] ?? '').slice(0, 1000);
  const published = await request.write((ctx) => publishYearReport(ctx, { planKey, reason }));
  if (published.done)
    return redirectTo(yearPlaces.report(planKey), 'Published. This edition stays as it is now.');
  const view = await viewOf(request);
  if (!view || published.refusal.reason === 'not-allowed') return notFound();
  const errors = [{ field: 'reason', message: wordsOf(reportWords, published.refusal) }];
  return pageToMend(draftPage(request, view, { posted: request.posted, errors }));
}

function draftPage(request: PageRequest, view: ReportView, answers: Answers): PageContent {
  const { plan, report } = view;
  return {
    title: `The report of ${plan.title}`,
    breadcrumbs: crumbs(view),
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>The report of {plan.title}</h1>
        {report ? (
          <>
            <p class="lead">
              Read each part, and put it in your own words. The draft stays beside what you write.
            </p>
            {report.parts.map((part) => (
              <PartSeen key={part.kind} part={part} planKey={plan.key} />
            ))}
          </>
        ) : (
          <p class="empty">
            There is no draft yet. It is made from what we hold: the numbers, a closer look, what children
            said, what we did and what comes next.
          </p>
        )}
        <form method="post" action={yearPlaces.draft(plan.key)} class="actions">
          <CsrfField csrf={request.csrf} />
          <Button
            text={report ? 'Draft anew from what we hold today' : 'Draft the report'}
            classes={report ? 'govuk-button--secondary' : ''}
            preventDoubleClick
          />
        </form>
        {report && allowed(request.actor, keepPlan) ? (
          <Publish view={view} answers={answers} csrf={request.csrf} />
        ) : null}
      </>
    ),
  };
}

function PartSeen({ part, planKey }: { part: Part; planKey: string }) {
  const words = wordsOfPart(part);
  return (
    <section>
      <h2 id={part.kind}>{part.heading}</h2>
      {words === '' ? (
        <p class="quiet">We hold nothing to say here yet. An empty part is left out of the report.</p>
      ) : (
        <ReportText words={words} />
      )}
      <p class="quiet">
        {part.edited
          ? `In the words of ${part.edited.byName}, ${sayDay(dayInEngland(new Date(part.edited.at)))}. ${draftMovedOn(part) ? 'What we hold has changed since: see the draft.' : ''}`
          : 'As it was drafted.'}{' '}
        <a href={yearPlaces.editPart(planKey, part.kind)}>
          Put it in your own words<span class="visually-hidden">: {part.heading}</span>
        </a>
      </p>
      {part.edited ? (
        <Details
          summaryText={`The draft of “${part.heading}”`}
          html={part.drafted === '' ? <p>The draft is empty.</p> : <ReportText words={part.drafted} />}
        />
      ) : null}
    </section>
  );
}

function Publish({ view, answers, csrf }: { view: ReportView; answers: Answers; csrf: string }) {
  const { plan, editions } = view;
  const isFirst = editions.length === 0;
  return (
    <section>
      <h2>Publish it</h2>
      <p>
        Everybody can read what is published. An edition is never changed: what has to be put right comes out
        as a new one, beside it.
      </p>
      <form method="post" action={yearPlaces.publish(plan.key)} noValidate class="edit">
        <CsrfField csrf={csrf} />
        {isFirst ? (
          <span id="reason" />
        ) : (
          <LineField answers={answers} name="reason" label="Why is a new edition needed?" />
        )}
        <Button text={isFirst ? 'Publish the report' : 'Publish a new edition'} preventDoubleClick />
      </form>
    </section>
  );
}

async function partPage(request: PageRequest, answers: Answers): Promise<PageContent | undefined> {
  const view = await viewOf(request);
  const part = view?.report?.parts.find(({ kind }) => kind === request.params['part']);
  if (!view || !part) return undefined;
  const { key } = view.plan;
  const theirs = answers.posted ? wordsOfPart(part) : undefined;
  return {
    title: part.heading,
    breadcrumbs: [...crumbs(view), { text: 'The report', href: yearPlaces.draft(key) }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{part.heading}</h1>
        <p>Leave a blank line between paragraphs; begin a line with “- ” for a list.</p>
        {theirs === undefined ? null : <Both yours={kept(answers.posted, 'words')} theirs={theirs} />}
        <form method="post" action={yearPlaces.editPart(key, part.kind)} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="version" value={`${part.version}`} />
          <WordsField
            answers={answers}
            name="words"
            label="What should stand"
            before={wordsOfPart(part)}
            rows={16}
          />
          <div class="actions">
            <Button text="Keep these words" preventDoubleClick />
            <a href={yearPlaces.draft(key)}>Leave it as it was</a>
          </div>
        </form>
        <h2>The draft</h2>
        {part.drafted === '' ? <p class="quiet">The draft is empty.</p> : <ReportText words={part.drafted} />}
      </>
    ),
  };
}

/** What somebody else wrote meanwhile, beside what was just sent. */
function Both({ yours, theirs }: { yours: string; theirs: string }) {
  return (
    <div class="side-by-side both-versions">
      <div>
        <h2>What you wrote</h2>
        <ReportText words={yours} />
      </div>
      <div>
        <h2>What stands now</h2>
        <ReportText words={theirs} />
      </div>
    </div>
  );
}

function crumbs({ plan }: ReportView) {
  return [
    { text: 'Years', href: yearPlaces.all },
    { text: plan.title, href: yearPlaces.year(plan.key) },
  ];
}
