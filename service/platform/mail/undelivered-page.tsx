import { Button } from '#packages/govuk-jsx';
import type { Ctx } from '../db/database.ts';
import {
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '../http/route.ts';
import { dayInEngland, sayDay } from '../kernel/day.ts';
import { CsrfField } from '../page/frame.tsx';
import { sayTrouble } from './carry-letters.ts';
import { settleUndelivered, undeliveredOf, type Undelivered } from './letters.ts';

const path = '/undelivered';

/** Letters that did not arrive, for the person who asked for them. */
export const undeliveredRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: 'at-work',
    answer: async (request) => page(undeliveredPage(request, await request.read(undeliveredOf))),
  },
  {
    method: 'POST',
    path: `${path}/:id/again`,
    policy: 'at-work',
    answer: (request) => settle(request, 'again', 'It is tried again.'),
  },
  {
    method: 'POST',
    path: `${path}/:id/put-away`,
    policy: 'at-work',
    answer: (request) => settle(request, 'put-away', 'Put away.'),
  },
];

async function settle(request: PageRequest, how: 'again' | 'put-away', notice: string): Promise<Answer> {
  const settled = await request.write((ctx) => settleUndelivered(ctx, request.params['id'] ?? '', how));
  return settled ? redirectTo(path, notice) : notFound();
}

/** What waits for a person: letters of theirs that did not arrive. */
export async function undeliveredWaits(ctx: Ctx): Promise<{ title: string; words: string; link: string }[]> {
  const [first, ...others] = await undeliveredOf(ctx);
  if (!first) return [];
  const title =
    others.length === 0
      ? 'A letter could not be delivered'
      : `${others.length + 1} letters could not be delivered`;
  return [{ title, words: `To ${first.to}: ${first.subject}.`, link: path }];
}

function undeliveredPage(request: PageRequest, letters: readonly Undelivered[]): PageContent {
  return {
    title: 'Letters that were not delivered',
    breadcrumbs: [{ text: 'Your work', href: '/work' }],
    body: (
      <>
        <h1>Letters that were not delivered</h1>
        {letters.length === 0 ? (
          <p class="empty">Everything that you asked us to send has gone out.</p>
        ) : (
          <ul class="cards letters">
            {letters.map((letter) => (
              <One key={letter.id} letter={letter} csrf={request.csrf} />
            ))}
          </ul>
        )}
      </>
    ),
  };
}

function One({ letter, csrf }: { letter: Undelivered; csrf: string }) {
  return (
    <li class="card">
      <h2 dir="auto">{letter.subject}</h2>
      <p>
        To <span dir="ltr">{letter.to}</span>, written on {sayDay(dayInEngland(letter.writtenAt))}.{' '}
        {sayTrouble(letter.trouble)}
      </p>
      <div class="actions">
        <form method="post" action={`${path}/${letter.id}/again`}>
          <CsrfField csrf={csrf} />
          <Button text="Try again" preventDoubleClick />
        </form>
        <form method="post" action={`${path}/${letter.id}/put-away`}>
          <CsrfField csrf={csrf} />
          <Button text="Put it away" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      </div>
    </li>
  );
}
