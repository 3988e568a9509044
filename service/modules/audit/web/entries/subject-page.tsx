import { Button } from '#packages/govuk-jsx';
import { LineField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { page, pageToMend, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { plain } from '../../domain/look-words.ts';
import { readAudit } from '../../domain/permissions.ts';
import { auditOfSubject } from '../../queries/audit-list.ts';
import type { Look } from '../../queries/who-looked.ts';
import { auditCrumb, auditPlaces } from '../places.ts';
import { EntryTable } from './entry-table.tsx';

/** Everything that was done to one record: asked by POST, so that no address says whose. */
export const subjectPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: auditPlaces.subject,
    policy: readAudit,
    answer: async (request) => page(askPage(request, { errors: [] })),
  },
  {
    method: 'POST',
    path: auditPlaces.subject,
    policy: readAudit,
    async answer(request) {
      const typed = request.posted['record']?.[0] ?? '';
      const subject = subjectIn(typed);
      if (!subject) return pageToMend(askPage(request, { posted: request.posted, errors: [notOne] }));
      const looks = await request.look((ctx) => auditOfSubject(ctx, subject));
      return page(foundPage(request, subject, looks));
    },
  },
];

const notOne = {
  field: 'record',
  message: 'Write the kind and the number of one record, such as child 0190a1b2-…, as the list has them',
};

/** "child 0190…" as the buttons of the list send it; a number alone is a child's. */
function subjectIn(typed: string): { kind: string; id: string } | undefined {
  const [, kind = 'child', number = ''] = /^\s*(?:([a-z][a-z-]*)\s+)?(\S+)\s*$/.exec(typed) ?? [];
  const id = idFrom(number);
  return id && { kind, id };
}

function askPage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Everything about one record',
    breadcrumbs: [auditCrumb],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Everything about one record</h1>
        <p>
          Somebody asks who has looked at their record, or you want to see all that was done to one. Each line
          of the list has a button that brings you here too.
        </p>
        <form method="post" action={auditPlaces.subject}>
          <CsrfField csrf={request.csrf} />
          <LineField
            answers={answers}
            name="record"
            label="The number of the record"
            hint="It stands at the foot of a child’s page. For anything else than a child, write what it is before it: person 0190a1b2-…"
          />
          <Button text="Show who looked" />
        </form>
      </>
    ),
  };
}

function foundPage(
  request: PageRequest,
  subject: { kind: string; id: string },
  looks: readonly Look[],
): PageContent {
  const [first, last] = [looks.at(-1), looks[0]];
  const people = new Set(looks.flatMap(({ entry }) => entry.personId ?? [])).size;
  return {
    title: 'Everything about one record',
    wide: true,
    breadcrumbs: [auditCrumb],
    body: (
      <>
        <h1>Everything about one record</h1>
        <p class="lead">
          A {plain(subject.kind)}, known here as <code>{subject.id}</code>.
        </p>
        {first && last ? (
          <>
            <p>
              {people === 1 ? 'One person' : `${people} people`} did {looks.length === 200 ? 'at least ' : ''}
              {looks.length === 1 ? 'one thing' : `${looks.length} things`}, the latest first.
            </p>
            <form method="post" action={auditPlaces.subject}>
              <CsrfField csrf={request.csrf} />
              <EntryTable looks={looks} caption="What was done to this record" />
            </form>
          </>
        ) : (
          <p class="empty">Nobody has touched a record of this number.</p>
        )}
      </>
    ),
  };
}
