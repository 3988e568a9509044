import type { ComponentChildren } from 'preact';
import type { Ctx } from '#platform/db/database.ts';
import { Button } from '#packages/govuk-jsx';
import { Wrong } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  approveList,
  strikeOut,
  turnBack,
  type ApproveRefusal,
  type StrikeRefusal,
} from '../../actions/retention/approve.ts';
import { approveDisposal } from '../../domain/permissions.ts';
import {
  approvalsNeeded,
  approvedBy,
  toGo,
  type Disposal,
  type DisposalItem,
} from '../../domain/retention/disposal.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { listSeen } from '../../queries/retention/retention-seen.ts';
import { retentionPlaces } from './places.ts';
import { sayState } from './retention-page.tsx';
import { listWords } from './retention-words.ts';

/** A list of what has come to the end of its time: people look, strike out, approve or turn back. */
export function listRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  const post = (act: string, answer: Route['answer']): Route => ({
    method: 'POST',
    path: retentionPlaces.act(':id', act),
    policy: approveDisposal,
    answer,
  });
  return [
    {
      method: 'GET',
      path: retentionPlaces.list(':id'),
      policy: approveDisposal,
      answer: (request) => show(request),
    },
    post('strike', doStrike),
    post('turn-back', doTurnBack),
    post('approve', (request) => doApprove(request, records)),
  ];
}

async function doStrike(request: PageRequest): Promise<Answer> {
  const recordId = one(request, 'record');
  const because = one(request, 'because');
  const struck = await request.look((ctx) => strikeOut(ctx, { ...seenOf(request), recordId, because }));
  return cameTo(request, struck, 'It is kept.');
}

async function doTurnBack(request: PageRequest): Promise<Answer> {
  const why = one(request, 'why');
  const back = await request.look((ctx) => turnBack(ctx, { ...seenOf(request), why }));
  return cameTo(request, back, 'Turned back. Nothing was deleted.');
}

async function doApprove(request: PageRequest, records: readonly PersonalRecords<Ctx>[]): Promise<Answer> {
  const came = await request.look((ctx) => approveList(ctx, { ...seenOf(request), records }));
  const said =
    came.done && came.value.state === 'done'
      ? 'Everything on the list is deleted. This is its certificate.'
      : 'Approved. It waits for somebody else.';
  return cameTo(request, came, said);
}

function one({ posted }: PageRequest, name: string): string {
  return (posted[name]?.[0] ?? '').trim().slice(0, 1000);
}

function seenOf(request: PageRequest): { id: string; seen: number } {
  return {
    id: request.params['id'] ?? '',
    seen: Number(/^\d{1,9}$/.exec(one(request, 'seen'))?.[0] ?? '0'),
  };
}

function cameTo(
  request: PageRequest,
  came: Outcome<unknown, ApproveRefusal | StrikeRefusal>,
  said: string,
): Promise<Answer> | Answer {
  if (came.done) return redirectTo(retentionPlaces.list(seenOf(request).id), said);
  const { refusal } = came;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'list-missing') return notFound();
  const message = wordsOf(listWords, refusal);
  const field = refusal.reason === 'reason-missing' ? fieldIn(request) : 'main';
  return show(request, { field, message });
}

/** The field whose reason is missing: of one record, or of the whole list. */
function fieldIn(request: PageRequest): string {
  const record = one(request, 'record');
  return record === '' ? 'why' : `because-${record}`;
}

async function show(request: PageRequest, wrong?: FieldError): Promise<Answer> {
  const list = await request.look((ctx) => listSeen(ctx, request.params['id'] ?? ''));
  if (!list) return notFound();
  const title = `List ${list.number}: ${list.classTitle}`;
  return page(
    {
      title: wrong ? `Error: ${title}` : title,
      breadcrumbs: [{ text: 'How long records are kept', href: retentionPlaces.all }],
      body: (
        <>
          <Wrong errors={wrong ? [wrong] : []} />
          <h1>{list.classTitle}</h1>
          <p class="lead">{sayState(list)}</p>
          <dl class="rights-list">
            <dt>The rule</dt>
            <dd>Kept {list.ruleWords}</dd>
            <dt>What says so</dt>
            <dd>{list.authority}</dd>
            <dt>Made on</dt>
            <dd>{sayDay(list.madeOn)}</dd>
          </dl>
          {list.certificate ? <CertificateView list={list} /> : null}
          {list.turnedBack ? (
            <p dir="auto">
              Turned back by {list.turnedBack.byName}: {list.turnedBack.why}
            </p>
          ) : null}
          {list.state === 'waiting' ? <Waiting request={request} list={list} /> : null}
        </>
      ),
    },
    wrong ? 422 : 200,
  );
}

function CertificateView({ list }: { list: Disposal }) {
  const { certificate } = list;
  if (!certificate) return null;
  return (
    <section class="card">
      <h2>Certificate of destruction</h2>
      <dl class="rights-list">
        <dt>Deleted on</dt>
        <dd>{sayDay(dayInEngland(certificate.doneAt))}</dd>
        <dt>Records</dt>
        <dd>{certificate.records}</dd>
        <dt>Rows in tables</dt>
        <dd>{certificate.rows}</dd>
        <dt>Files</dt>
        <dd>{certificate.files}</dd>
        <dt>Approved by</dt>
        <dd>{list.approvals.map(({ name }) => name).join(' and ')}</dd>
        <dt>Fingerprint of what went</dt>
        <dd class="fingerprint">{certificate.digest}</dd>
      </dl>
      <p>
        Each record’s end stands in the audit too. Copies in backups end when the key of the backup is
        destroyed: whoever runs the service does that, as the guide says.
      </p>
    </section>
  );
}

function Waiting({ request, list }: { request: PageRequest; list: Disposal }) {
  const going = toGo(list);
  const hidden = (
    <>
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={String(list.version)} />
    </>
  );
  return (
    <>
      <h2>What would be deleted</h2>
      {going.length === 0 ? <p class="empty">Everything was struck out. Turn the list back.</p> : null}
      <ul class="rights-spans">
        {going.map((item) => (
          <Item key={item.recordId} item={item} list={list} hidden={hidden} posted={request.posted} />
        ))}
      </ul>
      <Struck items={list.items} />
      <ApproveForms list={list} hidden={hidden} posted={request.posted} />
    </>
  );
}

type FormsProps = {
  list: Disposal;
  hidden: ComponentChildren;
  /** what somebody typed before they were told that it cannot be done so */
  posted: Posted;
};

function ApproveForms({ list, hidden, posted }: FormsProps) {
  const approved = approvedBy(list);
  const needed = approvalsNeeded(list);
  return (
    <>
      <h2>Approve</h2>
      <p>
        {needed === 2
          ? 'Two different people approve the end of records of children.'
          : 'One person approves.'}{' '}
        {approved === 0
          ? 'Nobody has yet.'
          : `${list.approvals.map(({ name }) => name).join(', ')} approved.`}{' '}
        What is deleted cannot be brought back.
      </p>
      <form method="post" action={retentionPlaces.act(list.id, 'approve')}>
        {hidden}
        <Button
          text={approved + 1 >= needed ? 'I looked: delete them for good' : 'I looked: they may go'}
          classes="govuk-button--warning"
          preventDoubleClick
        />
      </form>
      <form method="post" action={retentionPlaces.act(list.id, 'turn-back')} class="edit">
        {hidden}
        <label class="govuk-label" for="why">
          Or turn the whole list back, because
        </label>
        <input type="text" class="govuk-input" id="why" name="why" dir="auto" value={kept(posted, 'why')} />
        <Button text="Turn it back" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </>
  );
}

function Item({ item, list, hidden, posted }: FormsProps & { item: DisposalItem }) {
  const id = `because-${item.recordId}`;
  const typed = kept(posted, 'record') === item.recordId ? kept(posted, 'because') : '';
  return (
    <li>
      <p>
        <strong dir="auto">{item.title}</strong>{' '}
        <span class="quiet">
          {sayDay(item.triggeredOn)}; may go since {sayDay(item.dueOn)}
        </span>
      </p>
      <form method="post" action={retentionPlaces.act(list.id, 'strike')} class="rights-decide">
        {hidden}
        <input type="hidden" name="record" value={item.recordId} />
        <label class="govuk-label" for={id}>
          Keep it, because
        </label>
        <input type="text" class="govuk-input" id={id} name="because" dir="auto" value={typed} />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Strike out<span class="visually-hidden">: {item.title}</span>
        </button>
      </form>
    </li>
  );
}

function Struck({ items }: { items: readonly DisposalItem[] }) {
  const struck = items.filter((item) => item.kept);
  if (struck.length === 0) return null;
  return (
    <>
      <h2>Struck out, and kept</h2>
      <ul>
        {struck.map(({ recordId, title, kept: why }) => (
          <li key={recordId} dir="auto">
            {title}: {why?.because} ({why?.byName})
          </li>
        ))}
      </ul>
    </>
  );
}
