import { allowed } from '#platform/access/policy.ts';
import { page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import type { Answers } from '#platform/forms/inputs.tsx';
import { Wrong } from '#platform/forms/inputs.tsx';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { sayYears, yearsOn } from '../../domain/record/child.ts';
import { approveExport, askBeyond, askForExport, helpChildren } from '../../domain/permissions.ts';
import { standingWords } from '../../domain/standing/standing.ts';
import { childrenOf, type ChildInList } from '../../queries/record/children-of.ts';
import { myResting } from '../../queries/standing/my-resting.ts';
import { familyPlaces } from '../places.ts';
import { AskForm } from '../search/ask-form.tsx';
import { RestingForMe } from '../standing/resting.tsx';

/** The children whom somebody helps, by name. */
export const childrenRoute: Route = {
  method: 'GET',
  path: familyPlaces.all,
  policy: helpChildren,
  answer: async (request) => page(await childrenPage(request, { errors: [] })),
};

export async function childrenPage(request: PageRequest, answers: Answers): Promise<PageContent> {
  const { children, resting } = await request.look(async (ctx) => ({
    children: await childrenOf(ctx),
    resting: await myResting(ctx),
  }));
  const today = dayInEngland(request.now);
  return {
    title: 'Children you help',
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Children you help</h1>
        {children.length === 0 ? (
          <p class="empty">
            No child’s record is open to you at the moment. It opens when a lead worker asks you in, and
            closes when you leave.
          </p>
        ) : (
          <ChildList entries={children} today={today} />
        )}
        <RestingForMe resting={resting} />
        <FilesOfRecords actor={request.actor} />
        {allowed(request.actor, askBeyond) ? (
          <>
            <p>
              <a href={familyPlaces.open}>Open a record that you will lead</a>
            </p>
            <AskForm csrf={request.csrf} answers={answers} />
          </>
        ) : null}
      </>
    ),
  };
}

/** The way to files of records, for those who ask for them and those who approve them. */
function FilesOfRecords({ actor }: Pick<PageRequest, 'actor'>) {
  const ways = [
    ...(allowed(actor, askForExport)
      ? [{ href: familyPlaces.exports, text: 'Ask for a file of these records' }]
      : []),
    ...(allowed(actor, approveExport)
      ? [{ href: familyPlaces.exportDesk, text: 'Files of records that somebody asks for' }]
      : []),
  ];
  return ways.map(({ href, text }) => (
    <p key={href}>
      <a href={href}>{text}</a>
    </p>
  ));
}

/** Children one below the other, by name and by nothing else. */
export function ChildList({ entries, today }: { entries: readonly ChildInList[]; today: Day }) {
  return (
    <ul class="cards">
      {entries.map(({ reach, title, bornOn, dueOn }) => (
        <li key={reach.childId} class="card">
          <h2>
            <a href={familyPlaces.one(reach.childId)} dir="auto">
              {title}
            </a>
          </h2>
          <p class="quiet">{sayBirth({ bornOn, dueOn }, today)}</p>
          <p>
            {reach.relationship === 'lead-worker'
              ? 'You lead.'
              : `You: ${standingWords[reach.relationship]}.`}
          </p>
          {reach.level === 'normal' ? null : (
            <p>
              <span class="tag">
                {reach.level === 'protected' ? 'Kept with more care' : 'Closed: on a list only'}
              </span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** "13 years old, born on 30 June 2013", or when they are due. */
function sayBirth({ bornOn, dueOn }: Pick<ChildInList, 'bornOn' | 'dueOn'>, today: Day): string {
  if (bornOn === undefined) return dueOn === undefined ? '' : `Due on ${sayDay(dueOn)}`;
  return `${sayYears(yearsOn(bornOn, today))}, born on ${sayDay(bornOn)}`;
}
