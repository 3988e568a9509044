import { isFamily } from '#platform/access/record-policy.ts';
import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { comeToRecord } from '../../domain/permissions.ts';
import { whoLookedAtChild, type LookedAtChild } from '../../queries/standing/who-looked-at-child.ts';
import { sayTime } from '../glass/glass-notice.tsx';
import { aboveRecord, familyPlaces } from '../places.ts';

/** Who looked at a record, and why: for the lead worker, and for whose record it is. */
export const whoLookedRoute: Route = {
  method: 'GET',
  path: familyPlaces.looked(':id'),
  policy: comeToRecord,
  answer: async (request) => {
    const childId = request.params['id'] ?? '';
    const asked = /^\d{1,15}$/.exec(request.query.get('before') ?? '');
    const before = asked ? Number(asked[0]) : undefined;
    const history = await request.look((ctx) => whoLookedAtChild(ctx, { childId, before }));
    return history ? page(lookedPage(request, history)) : notFound();
  },
};

/** Several looks of one person in one minute, for one reason, are one line. */
function oncePerMinute(looks: LookedAtChild['looks']): LookedAtChild['looks'] {
  const lineOf = ({ at, name, did, why, relationship }: LookedAtChild['looks'][number]) =>
    [at.toISOString().slice(0, 16), name, did, why, relationship].join('\n');
  return looks.filter((look, at) => {
    const before = looks[at - 1];
    return before === undefined || lineOf(before) !== lineOf(look);
  });
}

function lookedPage(request: PageRequest, history: LookedAtChild): PageContent {
  const { reach, title: child, looks, withheld, next } = history;
  const isOwn = isFamily(reach.relationship);
  return {
    title: `Who looked at ${child}’s record`,
    breadcrumbs: isOwn
      ? [aboveRecord(reach)]
      : [aboveRecord(reach), { text: child, href: familyPlaces.one(reach.childId) }],
    body: (
      <>
        <h1 dir="auto">Who looked at {child}’s record, and why</h1>
        <p class="lead">
          Everybody who opens it stands here, and everybody who tried and was not let in. Nobody can change or
          take away a line.
        </p>
        <Looks looks={looks} />
        {withheld > 0 && isOwn ? (
          <p>
            Some lines are not shown here, because that might not be safe for somebody. You can ask a person
            about them.
          </p>
        ) : null}
        {next === undefined ? null : (
          <p>
            <a href={`${request.path}?before=${next}`}>Before that</a>
          </p>
        )}
      </>
    ),
  };
}

function Looks({ looks }: Pick<LookedAtChild, 'looks'>) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Who looked, the latest first">
      <table class="table looks">
        <caption class="visually-hidden">Who looked, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What they did</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {oncePerMinute(looks).map((look) => (
            <tr key={look.number}>
              <td>
                {sayDay(dayInEngland(look.at))}, {sayTime(look.at)}
              </td>
              <th scope="row">
                {look.name}
                <br />
                <span class="quiet">
                  {look.relationship}
                  {look.organisation === undefined ? '' : `, ${look.organisation}`}
                </span>
              </th>
              <td>{look.did}</td>
              <td>{look.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
