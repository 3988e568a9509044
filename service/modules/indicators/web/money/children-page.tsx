import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { text } from '#platform/forms/fields.ts';
import { LineField, type Answers } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
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
import { sayChildren } from '../../actions/money/say-children.ts';
import type { AreaChildren } from '../../domain/money/beside-need.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { childrenSaid } from '../../queries/money/children-said.ts';
import { moneyForm } from './money-around.tsx';
import { moneyPlaces } from './places.ts';

/** How many children live where: what spend is divided by. */
export const childrenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.children,
    policy: keepMoney,
    answer: async (request) => page(await content(request, { errors: [] })),
  },
  { method: 'POST', path: moneyPlaces.children, policy: keepMoney, answer: keep },
];

const form = z.object({
  ofYear: text('the year of the count', 4),
  source: text('where the numbers are from', 300),
});

async function keep(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const again = async (errors: Answers['errors']) => pageToMend(await content(request, { posted, errors }));
  const read = readForm(form, posted);
  if (!read.done) return again(read.refusal.errors);
  const { ofYear, source } = read.value;
  if (!/^(19|20)\d{2}$/.test(ofYear))
    return again([{ field: 'ofYear', message: 'Enter the year of the count, such as 2024' }]);
  const counts = Object.fromEntries(
    Object.entries(posted).flatMap(([name, [value = '']]) =>
      name.startsWith('children-') ? [[name.slice('children-'.length), value.trim()]] : [],
    ),
  );
  const kept = await request.write((ctx) => sayChildren(ctx, { counts, ofYear: Number(ofYear), source }));
  if (kept.done) return redirectTo(moneyPlaces.need, 'Saved.');
  const { refusal } = kept;
  if (refusal.reason !== 'not-counts') return notFound();
  return again(
    refusal.areaCodes.map((code) => ({
      field: `children-${code}`,
      message: 'Enter a whole number of children above 0, or leave it empty',
    })),
  );
}

async function content(request: PageRequest, answers: Answers): Promise<PageContent> {
  const { places, children } = await request.read(childrenSaid);
  const [said] = children.values();
  return moneyForm('How many children live where', {
    answers,
    above: { text: 'Beside need', href: moneyPlaces.need },
    body: (
      <>
        <p class="lead">
          Spend is shown for each child, so that a small zone and a large one can be compared.
        </p>
        <form method="post" action={moneyPlaces.children} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          {places.map(({ code, name }) => (
            <LineField
              key={code}
              answers={answers}
              name={`children-${code}`}
              label={name}
              short
              number
              before={children.get(code) && String(children.get(code)?.children)}
            />
          ))}
          <OfWhichCount answers={answers} said={said} />
          <div class="actions">
            <Button text="Save" preventDoubleClick />
            <a href={moneyPlaces.need}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  });
}

function OfWhichCount({ answers, said }: { answers: Answers; said: AreaChildren | undefined }) {
  return (
    <>
      <LineField
        answers={answers}
        name="ofYear"
        label="Of which year?"
        short
        before={said && String(said.ofYear)}
      />
      <LineField
        answers={answers}
        name="source"
        label="Where are the numbers from, and of which ages?"
        hint="Mid-2024 population estimates, from birth to 17."
        before={said?.source}
      />
    </>
  );
}
