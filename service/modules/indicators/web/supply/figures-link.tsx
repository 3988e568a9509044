import { Button, Input } from '#packages/govuk-jsx';
import { WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { errorOf, kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
} from '#platform/http/route.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import type { Link } from '#platform/links/link.ts';
import type { LinkPurpose } from '#platform/links/purpose.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  giveFigures,
  readGiven,
  type GiveRefusal,
  type TypedLine,
} from '../../actions/supply/give-figures.ts';
import { typedRefusalWords } from '../../domain/own/own-figure.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { figuresPurpose } from '../../domain/supply/supplier.ts';
import { askedView, type AskedView } from '../../queries/supply/asked-view.ts';
import { columnsOfOwn, type OwnColumn } from '../own/figure-columns.ts';
import { GivenTable } from './given-table.tsx';
import { giveWords } from './supply-words.ts';

/** Figures that a partner gives from a link in a letter, without an account. */
export const figuresLink: LinkPurpose = {
  kind: figuresPurpose,
  asker: 'the people of the partnership who sent you the letter',
  async show(request, link) {
    const view = await request.read((ctx) => askedView(ctx, link.subjectId));
    return view && !view.supplier.stoppedAt ? formPage(request, view, { errors: [] }) : undefined;
  },
  answer,
  async said(request, link) {
    const view = await request.read((ctx) => askedView(ctx, link.subjectId));
    return view ? <Said view={view} /> : <p>Thank you.</p>;
  },
};

async function answer(request: PageRequest, link: Link): Promise<Answer> {
  const view = await request.read((ctx) => askedView(ctx, link.subjectId));
  if (!view) return redirectTo(request.path);
  const note = (request.posted['note']?.[0] ?? '').slice(0, 2_000);
  const lines = view.places.map(({ code }) => lineOf(request, code));
  const given = await request.write((ctx) =>
    giveFigures(ctx, { link, opener: request.browser, lines, note }),
  );
  if (given.done) return redirectTo(request.path);
  const now = await request.read((ctx) => askedView(ctx, link.subjectId));
  if (now && saysTheSame(now, lines, given.refusal)) return redirectTo(request.path);
  const errors = errorsOf(given.refusal, view);
  return pageToMend(formPage(request, view, { posted: request.posted, errors }));
}

/** A button pressed twice is no second answer. */
function saysTheSame({ own, ask }: AskedView, lines: readonly TypedLine[], refusal: GiveRefusal): boolean {
  if (refusal.reason !== 'link-over' || refusal.how !== 'used' || !ask.given) return false;
  const read = readGiven(own, lines);
  const plain = (given: typeof ask.given) =>
    JSON.stringify(
      given?.map(({ areaCode, count, base, schools = null }) => [areaCode, count, base, schools]),
    );
  return read.done && plain(read.value) === plain(ask.given);
}

function lineOf(request: PageRequest, areaCode: string): TypedLine {
  const of = (name: string) => (request.posted[`${name}-${areaCode}`]?.[0] ?? '').trim().slice(0, 200);
  return { areaCode, count: of('count'), base: of('base'), schools: of('schools') };
}

function errorsOf(refusal: GiveRefusal, { places }: AskedView): FieldError[] {
  if (refusal.reason !== 'lines-wrong')
    return [{ field: `count-${places[0]?.code ?? ''}`, message: wordsOf(giveWords, refusal) }];
  return refusal.lines.map(({ areaCode, refusal: wrong }) => ({
    field: `${'field' in wrong ? wrong.field : 'count'}-${areaCode}`,
    message: `${places.find(({ code }) => code === areaCode)?.name ?? areaCode}: ${wordsOf(typedRefusalWords, wrong)}`,
  }));
}

function formPage(request: PageRequest, view: AskedView, answers: Answers): PageContent {
  const { own, supplier, period, before, places } = view;
  return {
    title: `${own.title}: ${sayPeriod(period)}`,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <p class="quiet">For {supplier.organisation}</p>
        <h1>
          {own.title}: {sayPeriod(period)}
        </h1>
        <p class="lead" dir="auto">
          {own.counts}
          {own.outOf === '' ? '' : `, of ${own.outOf}`}. From {own.source}.
        </p>
        <p>
          Count {sayPeriod(period)} only, as it was. Leave a place empty where you do not know. Small numbers
          are protected before anybody else sees them.
        </p>
        <GiveForm request={request} view={view} answers={answers} />
        {before.length === 0 ? null : (
          <>
            <h2>What you gave before</h2>
            <GivenTable
              own={own}
              places={places}
              columns={before.map(({ period: then, ask }) => ({
                head: sayPeriod(then),
                lines: ask.given ?? [],
              }))}
            />
          </>
        )}
      </>
    ),
  };
}

function GiveForm({ request, view, answers }: { request: PageRequest; view: AskedView; answers: Answers }) {
  return (
    <form method="post" action={request.path} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <Boxes view={view} answers={answers} />
      <WordsField
        answers={answers}
        name="note"
        label="Anything we should know?"
        hint="You need not write anything. No names of children or families, please."
        before={view.ask.note}
        rows={3}
      />
      <Button text="Send these figures" preventDoubleClick />
    </form>
  );
}

function Boxes({ view, answers }: { view: AskedView; answers: Answers }) {
  const columns = columnsOfOwn(view.own);
  return (
    <div class="table-scroll" role="region" aria-label="Figures by place" tabIndex={0}>
      <table class="table own-figures">
        <thead>
          <tr>
            <th scope="col">Place</th>
            {columns.map(({ name, head }) => (
              <th scope="col" key={name}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.places.map((place) => (
            <tr key={place.code}>
              <th scope="row">{place.name}</th>
              {columns.map((column) => (
                <Box key={column.name} column={column} place={place} view={view} answers={answers} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type BoxProps = {
  column: OwnColumn;
  place: { code: string; name: string };
  view: AskedView;
  answers: Answers;
};

function Box({ column: { name, head }, place, view, answers }: BoxProps) {
  const field = `${name}-${place.code}`;
  const message = errorOf(answers.errors, field);
  // what was given with a link before this one stands there to be corrected
  const was = view.ask.given?.find(({ areaCode }) => areaCode === place.code)?.[name];
  return (
    <td>
      <Input
        name={field}
        id={field}
        label={{ text: `${head}: ${place.name}`, classes: 'visually-hidden' }}
        inputmode="numeric"
        classes="govuk-input--width-5"
        value={kept(answers.posted, field, was === undefined ? '' : String(was))}
        errorMessage={message === undefined ? undefined : { text: message }}
        autocomplete="off"
      />
    </td>
  );
}

function Said({ view: { own, ask, places, period } }: { view: AskedView }) {
  const lines = ask.given ?? [];
  return (
    <>
      {lines.length === 0 ? (
        <p>You gave no figure, and told us why.</p>
      ) : (
        <GivenTable own={own} places={places} columns={[{ head: sayPeriod(period), lines }]} />
      )}
      <h2>What happens next</h2>
      <ol>
        <li>An analyst looks at what you gave, and writes to you where something is unclear.</li>
        <li>Numbers of small groups are held back, so that no child can be recognised.</li>
        <li>What is left is released to the partnership, and then to everybody.</li>
      </ol>
      <p>We do not remind you of this again. When the next figures are due, you get a new link.</p>
    </>
  );
}
