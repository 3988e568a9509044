import { Button } from '#packages/govuk-jsx';
import { DayField, readDay, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept } from '#platform/forms/read-form.ts';
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
import { sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { setDuty } from '../../actions/register/set-duty.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { dutySetting } from '../../queries/register/duty-setting.ts';
import { sharingPlaces } from '../places.ts';

/** From which day the duty to share binds. */
export const dutyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: sharingPlaces.duty,
    policy: keepSharing,
    answer: async (request) => page(await contentOf(request, { errors: [] })),
  },
  { method: 'POST', path: sharingPlaces.duty, policy: keepSharing, answer: keep },
];

async function keep(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const day = readDay(posted, 'begins-on', 'The day on which the duty begins');
  if (!day.done) return pageToMend(await contentOf(request, { posted, errors: day.refusal.errors }));
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const came = await request.write((ctx) => setDuty(ctx, { beginsOn: day.value, seen }));
  if (came.done) return redirectTo(sharingPlaces.duty, 'Saved.');
  if (came.refusal.reason === 'not-allowed') return notFound();
  const message = 'Somebody else saved this first. What stands now is above; yours is in the form.';
  return pageToMend(await contentOf(request, { posted, errors: [{ field: 'begins-on', message }] }));
}

async function contentOf(request: PageRequest, answers: Answers): Promise<PageContent> {
  const { dutyBeginsOn, version } = await request.read(dutySetting);
  return {
    title: 'The duty to share',
    breadcrumbs: [{ text: 'Agreements', href: sharingPlaces.agreements }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>The duty to share</h1>
        <p class="lead">
          {dutyBeginsOn === undefined
            ? 'Nobody has said yet from when it binds.'
            : `It binds from ${sayDay(dutyBeginsOn)}.`}
        </p>
        <p>
          The Children’s Wellbeing and Schools Act 2026, section 4, puts into the Children Act 2004 a duty to
          share what matters for a child’s safety or welfare, as far as it helps somebody in their work,
          unless that would be worse for the child. From the day below, everybody who records a share or a
          refusal is asked its four questions. Leave it empty until the day is known, and check it with your
          data protection officer.
        </p>
        <form method="post" action={sharingPlaces.duty} class="edit" noValidate>
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={String(version)} />
          <DayField
            answers={answers}
            name="begins-on"
            label="From which day does it bind?"
            before={dutyBeginsOn}
          />
          <Button text="Save" preventDoubleClick />
        </form>
      </>
    ),
  };
}
