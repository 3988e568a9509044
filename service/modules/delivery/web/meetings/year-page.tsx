import { Button, Table } from '#packages/govuk-jsx';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { dayInEngland, dayOf, sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { keepYear, previewYear } from '../../actions/meetings/keep-year.ts';
import type { PlannedMeeting, YearRule } from '../../domain/meetings/year-of-meetings.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { boardView } from '../../queries/boards/board-view.ts';
import { themes as themesOf } from '../../queries/meetings/themes.ts';
import { boardPlaces } from '../boards/places.ts';
import { meetingKindWords, meetingRefusals, sayWhen } from './meeting-words.ts';
import { ruleFrom, YearFields, type Theme } from './year-form.tsx';

type Shown = { answers: Answers; planned?: readonly PlannedMeeting[] };

async function content(request: PageRequest, shown: Shown): Promise<PageContent | undefined> {
  const key = request.params['body'] ?? '';
  const view = await request.read((ctx) => boardView(ctx, key));
  if (!view) return undefined;
  const themes = await request.read(themesOf);
  const [year = 2026, month = 1] = dayInEngland(request.now).split('-').map(Number);
  const from = dayOf(month >= 9 ? year + 1 : year, 9, 1);
  return {
    title: 'Plan a year of meetings',
    breadcrumbs: [{ text: view.body.name, href: boardPlaces.body(key) }],
    body: (
      <>
        <Wrong errors={shown.answers.errors} />
        <h1>Plan a year of meetings</h1>
        <p class="lead">Say the rule. You see every meeting before any is kept.</p>
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          {shown.planned ? <Preview planned={shown.planned} /> : null}
          <YearFields answers={shown.answers} themes={themes} from={from} />
          <div class="actions">
            <Button text="Show the meetings" name="do" value="look" />
            <a href={boardPlaces.body(key)}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

function Preview({ planned }: { planned: readonly PlannedMeeting[] }) {
  return (
    <section id="preview">
      <h2>{`${planned.length} meetings, not kept yet`}</h2>
      <Table
        head={[{ text: 'When' }, { text: 'Meeting' }, { text: 'What it is' }]}
        rows={planned.map((one) => [
          {
            html: (
              <>
                {sayWhen(one)}
                {one.instead ? (
                  <>
                    <br />
                    <span class="quiet">{`Instead of ${sayDay(one.instead.of)}: ${one.instead.because}`}</span>
                  </>
                ) : null}
              </>
            ),
          },
          { text: one.title },
          { text: meetingKindWords[one.kind] },
        ])}
      />
      <div class="actions">
        <Button text="Keep these meetings" name="do" value="keep" preventDoubleClick />
      </div>
    </section>
  );
}

async function plan(request: PageRequest): Promise<Answer> {
  const themes: readonly Theme[] = await request.read(themesOf);
  const again = async (errors: Answers['errors'], planned?: readonly PlannedMeeting[]) => {
    const answers = { posted: request.posted, errors };
    const shown = await content(request, planned ? { answers, planned } : { answers });
    if (!shown) return notFound();
    return errors.length === 0 ? page(shown) : pageToMend(shown);
  };
  const read = ruleFrom(request.posted, themes);
  if (!('rule' in read)) return again([read]);
  const planned = previewYear(read.rule);
  if (!planned.done) return again([{ field: 'from', message: wordsOf(meetingRefusals, planned.refusal) }]);
  if (request.posted['do']?.[0] !== 'keep') return again([], planned.value);
  const key = request.params['body'] ?? '';
  const given = { key, title: sayYear(read.rule), rule: read.rule };
  const kept = await request.write((ctx) => keepYear(ctx, given));
  if (!kept.done) return again([{ field: 'from', message: wordsOf(meetingRefusals, kept.refusal) }]);
  return redirectTo(boardPlaces.forward(key), `${kept.value.length} meetings are planned.`);
}

function sayYear({ from }: YearRule): string {
  const year = Number(from.slice(0, 4));
  return `${year} to ${year + 1}`;
}

/** A year of meetings is made from a rule, seen, and kept. */
export const yearRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: boardPlaces.newYear(':body'),
    policy: keepBoards,
    answer: async (request) => {
      const shown = await content(request, { answers: { errors: [] } });
      return shown ? page(shown) : notFound();
    },
  },
  { method: 'POST', path: boardPlaces.newYear(':body'), policy: keepBoards, answer: plan },
];
