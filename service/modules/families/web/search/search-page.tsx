import { z } from 'zod';
import { allowed } from '#platform/access/policy.ts';
import { optionalText } from '#platform/forms/fields.ts';
import { dayPosted } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import {
  askAboutChild,
  type AskAboutChildRefusal,
  type Pointer,
} from '../../actions/search/ask-about-child.ts';
import { nameKey } from '../../domain/record/child.ts';
import { askBeyond, helpChildren } from '../../domain/permissions.ts';
import { childrenOf, type ChildInList } from '../../queries/record/children-of.ts';
import { familyPlaces } from '../places.ts';
import { ChildList, childrenPage } from '../record/children-page.tsx';

/** A question about a child: of one's own children as many as there are, beyond them only whom to ring. */
export const searchRoute: Route = {
  method: 'POST',
  path: familyPlaces.search,
  policy: helpChildren,
  answer: search,
};

const form = z.object({
  familyName: optionalText(200),
  givenNames: optionalText(200),
  reason: optionalText(1000),
});

const words: WordsFor<AskAboutChildRefusal> = {
  'not-allowed': () => '',
  'family-name-missing': () => 'Enter the family name',
  'day-missing': () => 'Enter the day on which they were born, such as 9 5 2014',
  'reason-missing': ({ least }) => `Say why you ask, in ${least} letters or more`,
  'too-many-today': () =>
    'You have asked as often as one person may in a day. The governance lead was told. If a child is in danger, ring 999.',
};

const fields: Readonly<Record<AskAboutChildRefusal['reason'], string>> = {
  'not-allowed': 'familyName',
  'family-name-missing': 'familyName',
  'day-missing': 'bornOn',
  'reason-missing': 'reason',
  'too-many-today': 'familyName',
};

async function search(request: PageRequest): Promise<Answer> {
  const read = readForm(form, request.posted);
  const again = async (errors: readonly FieldError[]) =>
    pageToMend(await childrenPage(request, { posted: request.posted, errors }));
  if (!read.done) return again(read.refusal.errors);
  const { familyName = '', givenNames = '', reason = '' } = read.value;
  const born = dayPosted(request.posted, 'bornOn');
  const bornOn = born === 'empty' || born === 'no-such-day' ? undefined : born;
  const own = (await request.look(childrenOf)).filter(({ title }) =>
    [familyName, givenNames].every((typed) => nameKey(title).includes(nameKey(typed))),
  );
  const named = nameKey(familyName + givenNames) !== '';
  if (!allowed(request.actor, askBeyond)) return page(foundPage(request, named ? own : [], []));
  const asked = await request.write((ctx) => askAboutChild(ctx, { familyName, givenNames, bornOn, reason }));
  if (asked.done) return page(foundPage(request, own, asked.value));
  if (asked.refusal.reason === 'not-allowed') return notFound();
  return again([{ field: fields[asked.refusal.reason], message: wordsOf(words, asked.refusal) }]);
}

function foundPage(
  request: PageRequest,
  own: readonly ChildInList[],
  pointers: readonly Pointer[],
): PageContent {
  return {
    title: 'What you asked',
    breadcrumbs: [{ text: 'Children you help', href: familyPlaces.all }],
    body: (
      <>
        <h1>What you asked</h1>
        {own.length === 0 ? null : (
          <>
            <p class="lead">You help already:</p>
            <ChildList entries={own} today={dayInEngland(request.now)} />
          </>
        )}
        {pointers.length === 0 ? (
          <p class="empty">
            {own.length === 0 ? 'We know of nobody of this name and day who is helped already. ' : ''}
            That does not mean that nobody helps: not every record can be asked about.
          </p>
        ) : (
          <>
            <h2>Somebody helps already</h2>
            <p>Ring them. They decide with the family what you may know.</p>
            <ul class="cards letters">
              {pointers.map((pointer) => (
                <PointerCard key={pointer.childId} pointer={pointer} />
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={familyPlaces.all}>Ask about somebody else</a>
        </p>
      </>
    ),
  };
}

function PointerCard({ pointer }: { pointer: Pointer }) {
  return (
    <li class="card">
      <h3>There is a record at {pointer.organisation}</h3>
      <p>
        {pointer.lead ? (
          <>
            Ring <strong>{pointer.lead.name}</strong>, {pointer.lead.job}.
          </>
        ) : (
          'Ring them and ask who leads.'
        )}
      </p>
      {pointer.isProtected ? (
        <p class="quiet">
          If a child may come to harm before anybody answers,{' '}
          <a href={familyPlaces.openGlass(pointer.childId)}>open the record in an emergency</a>.
        </p>
      ) : null}
    </li>
  );
}
