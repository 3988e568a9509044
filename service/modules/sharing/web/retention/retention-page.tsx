import type { Ctx } from '#platform/db/database.ts';
import { page, redirectTo, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { Button } from '#packages/govuk-jsx';
import { CsrfField } from '#platform/page/frame.tsx';
import { allowed } from '#platform/access/policy.ts';
import { makeDisposalLists } from '../../actions/retention/make-lists.ts';
import { approveDisposal, keepRetention } from '../../domain/permissions.ts';
import type { Disposal } from '../../domain/retention/disposal.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { classesSeen, listsSeen, type ClassSeen } from '../../queries/retention/retention-seen.ts';
import { retentionPlaces } from './places.ts';

/** How long things are kept: for everybody to read, and for those who say so. */
export function retentionPageRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: retentionPlaces.public,
      policy: 'everyone',
      answer: (request) => howLong(request, records),
    },
    {
      method: 'GET',
      path: retentionPlaces.all,
      policy: approveDisposal,
      answer: (request) => desk(request, records),
    },
    {
      method: 'POST',
      path: retentionPlaces.make,
      policy: keepRetention,
      answer: (request) => makeNow(request, records),
    },
  ];
}

type Records = readonly PersonalRecords<Ctx>[];

async function howLong(request: PageRequest, records: Records): Promise<Answer> {
  const classes = await request.read((ctx) => classesSeen(ctx, records));
  return page({
    title: 'How long we keep things',
    breadcrumbs: [{ text: 'What we hold about you', href: '/rights' }],
    body: <HowLong classes={classes} />,
  });
}

async function desk(request: PageRequest, records: Records): Promise<Answer> {
  const classes = await request.read((ctx) => classesSeen(ctx, records));
  const lists = await request.look(listsSeen);
  return page({
    title: 'How long records are kept',
    breadcrumbs: [{ text: 'Your work', href: '/work' }],
    body: <Desk request={request} classes={classes} lists={lists} />,
  });
}

async function makeNow(request: PageRequest, records: Records): Promise<Answer> {
  const made = await request.look((ctx) => makeDisposalLists(ctx, records));
  const said =
    made === 0 ? 'Nothing new is due.' : made === 1 ? 'One list was made.' : `${made} lists were made.`;
  return redirectTo(retentionPlaces.all, said);
}

function HowLong({ classes }: { classes: readonly ClassSeen[] }) {
  const adopted = classes.filter(({ rule }) => rule);
  return (
    <>
      <h1>How long we keep things</h1>
      <p class="lead">
        Everything has a time. When it is over, people look at the list, and then it is deleted for good.
      </p>
      {adopted.length === 0 ? (
        <p class="empty">
          The times are being decided. Until then nothing is deleted by a rule, and you can always{' '}
          <a href="/rights">ask what is held about you</a>.
        </p>
      ) : (
        <dl class="rights-list">
          {adopted.map(({ recordClass, rule }) => (
            <>
              <dt>{recordClass.title}</dt>
              <dd>
                {rule?.words}. <span class="quiet">{rule?.authority}</span>
              </dd>
            </>
          ))}
        </dl>
      )}
      <p>
        Sometimes something is kept longer: because of an inquiry, a claim at court, or because you asked. A
        person writes down why, and until when.
      </p>
    </>
  );
}

type DeskProps = { request: PageRequest; classes: readonly ClassSeen[]; lists: readonly Disposal[] };

function Desk({ request, classes, lists }: DeskProps) {
  const keeps = allowed(request.actor, keepRetention);
  const without = classes.filter(({ rule, recordClass }) => !rule && recordClass.triggers.length > 0).length;
  return (
    <>
      <h1>How long records are kept</h1>
      <p class="lead">
        {without === 0
          ? 'Every kind of record has a rule.'
          : `${without === 1 ? 'One kind of record has' : `${without} kinds of record have`} no rule yet: nothing of them is ever deleted.`}
      </p>
      <Lists request={request} lists={lists} keeps={keeps} />
      <section>
        <h2>The rules</h2>
        <p>
          A proposal with its source stands ready for each. It runs only once you have adopted it.{' '}
          {keeps ? <a href={retentionPlaces.holds}>What is kept back, and why</a> : null}
        </p>
        <Rules classes={classes} keeps={keeps} />
      </section>
    </>
  );
}

function Lists({
  request,
  lists,
  keeps,
}: {
  request: PageRequest;
  lists: readonly Disposal[];
  keeps: boolean;
}) {
  return (
    <section>
      <h2>Lists to approve, and certificates</h2>
      <ListCards lists={lists} />
      {keeps ? (
        <form method="post" action={retentionPlaces.make}>
          <CsrfField csrf={request.csrf} />
          <Button
            text="Look now whether anything is due"
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        </form>
      ) : null}
    </section>
  );
}

function ListCards({ lists }: { lists: readonly Disposal[] }) {
  if (lists.length === 0)
    return (
      <p class="empty">
        Nothing has come to the end of its time. What does is put on a list here, every night, and stays until
        people approve it.
      </p>
    );
  return (
    <ul class="cards letters">
      {lists.map((list) => (
        <li key={list.id} class="card">
          <p class="quiet">
            List {list.number}, made on {sayDay(list.madeOn)}
          </p>
          <h3>
            <a href={retentionPlaces.list(list.id)}>{list.classTitle}</a>
          </h3>
          <p>{sayState(list)}</p>
        </li>
      ))}
    </ul>
  );
}

export function sayState(list: Disposal): string {
  if (list.certificate)
    return `Deleted: ${list.certificate.records === 1 ? 'one record' : `${list.certificate.records} records`}. There is a certificate.`;
  if (list.turnedBack) return 'Turned back. Nothing was deleted.';
  const count = list.items.length === 1 ? 'One record waits' : `${list.items.length} records wait`;
  return `${count} for ${list.ofChildren ? 'two people' : 'one person'} to approve.`;
}

function Rules({ classes, keeps }: { classes: readonly ClassSeen[]; keeps: boolean }) {
  return (
    <div class="table-scroll" role="region" aria-label="Rules" tabIndex={0}>
      <table class="table">
        <caption class="visually-hidden">Every kind of record and its rule</caption>
        <thead>
          <tr>
            <th scope="col">Kind of record</th>
            <th scope="col">Kept</th>
            <th scope="col">Who answers for it</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((seen) => (
            <RuleRow key={seen.recordClass.key} seen={seen} keeps={keeps} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RuleRow({ seen: { recordClass, rule }, keeps }: { seen: ClassSeen; keeps: boolean }) {
  return (
    <tr>
      <th scope="row">
        {keeps && recordClass.triggers.length > 0 ? (
          <a href={retentionPlaces.adopt(recordClass.key)}>{recordClass.title}</a>
        ) : (
          recordClass.title
        )}
        <br />
        <span class="quiet">{recordClass.holds}</span>
      </th>
      <td>
        {rule ? (
          <>
            {rule.words}
            <br />
            <span class="quiet">{rule.authority}</span>
          </>
        ) : recordClass.triggers.length === 0 ? (
          'For good: no words of anybody stand in it'
        ) : (
          <strong>No rule yet</strong>
        )}
      </td>
      <td>{rule?.owner ?? ''}</td>
    </tr>
  );
}
