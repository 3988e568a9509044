import { Button, Details } from '#packages/govuk-jsx';
import {
  file,
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { exportHeads, type Act, type HeadsKept } from '../../actions/export-heads.ts';
import { headsRefusals } from '../../actions/heads-refusals.ts';
import { verifyInBackground } from '../../actions/verify-in-background.ts';
import { askToVerify, printOfKey } from '../../actions/verify-audit.ts';
import type { HeadsFile } from '../../domain/heads-file.ts';
import { readAudit } from '../../domain/permissions.ts';
import { headsFile, headsView, type HeadsView } from '../../queries/heads.ts';
import { sayInstant } from '../entries/instant.ts';
import { auditCrumb, auditPlaces } from '../places.ts';
import { LastVerification, UnderWay } from './verification-parts.tsx';

/** Whether anybody has changed the audit: heads that were signed, and what the last verification found. */
export function headsRoutes(kept: HeadsKept | undefined): readonly Route[] {
  return [
    {
      method: 'GET',
      path: auditPlaces.heads,
      policy: readAudit,
      answer: async (request) => page(headsPage(request, await request.read(headsView), kept)),
    },
    {
      method: 'GET',
      path: auditPlaces.file,
      policy: readAudit,
      async answer(request) {
        const found = await request.read((ctx) => headsFile(ctx, request.params['id'] ?? ''));
        return found ? file('application/json; charset=utf-8', found.content, found.fileName) : notFound();
      },
    },
    {
      method: 'POST',
      path: auditPlaces.verify,
      policy: readAudit,
      answer: (request) => (kept ? verifyNow(request, kept) : Promise.resolve(notFound())),
    },
    {
      method: 'POST',
      path: auditPlaces.export,
      policy: readAudit,
      answer: (request) => (kept ? exportNow(request, kept) : Promise.resolve(notFound())),
    },
  ];
}

/** Acts as the person who asks, also after the page has been answered: verifying goes on in the background. */
function actingFor(request: PageRequest): Act {
  return (access, work) => (access === 'read' ? request.read(work) : request.write(work));
}

async function verifyNow(request: PageRequest, kept: HeadsKept): Promise<Answer> {
  const { underWay } = await request.read(headsView);
  if (underWay) return redirectTo(auditPlaces.heads);
  const begun = await request.write(askToVerify);
  if (!begun.done) return notFound();
  await verifyInBackground(actingFor(request), kept, begun.value);
  return redirectTo(auditPlaces.heads);
}

async function exportNow(request: PageRequest, kept: HeadsKept): Promise<Answer> {
  const exported = await exportHeads(actingFor(request), kept);
  if (exported.done) return redirectTo(auditPlaces.heads, 'Signed and put where it is kept.');
  if (exported.refusal.reason === 'not-allowed') return notFound();
  return redirectTo(auditPlaces.heads, wordsOf(headsRefusals, exported.refusal));
}

function headsPage(request: PageRequest, view: HeadsView, kept: HeadsKept | undefined): PageContent {
  const { underWay } = view;
  const says = underWay ? `${underWay.done} of ${underWay.of} entries verified` : 'Verified';
  return {
    title: 'Seals of the audit',
    breadcrumbs: [auditCrumb],
    scripts: underWay ? ['look-again.js'] : [],
    body: (
      <>
        <div data-look-again={underWay ? 'yes' : 'no'}>
          <Heads request={request} view={view} kept={kept} />
        </div>
        <p role="status" class="visually-hidden" data-says={says} />
      </>
    ),
  };
}

type Props = { request: PageRequest; view: HeadsView; kept: HeadsKept | undefined };

function Heads({ request, view, kept }: Props) {
  const [last] = view.verifications.filter(({ finishedAt }) => finishedAt !== undefined);
  return (
    <>
      <h1>Has anybody changed it?</h1>
      <p class="lead">
        Each entry of the audit is sealed together with the one before it. Change one, leave one out or cut
        some off, and the seals no longer fit.
      </p>
      <p>
        {view.entries === 0
          ? 'Nothing has been written down yet.'
          : `${sayCount(view.entries, 'entry', 'entries')} in ${sayCount(view.chains, 'chain', 'chains')}, one for each organisation that people act from.`}
      </p>
      <h2>The last verification</h2>
      {view.underWay ? <UnderWay run={view.underWay} /> : <LastVerification run={last} />}
      {kept && !view.underWay ? (
        <form method="post" action={auditPlaces.verify} class="below-card">
          <CsrfField csrf={request.csrf} />
          <Button text="Verify everything now" />
        </form>
      ) : null}
      <h2>Signed ends, kept elsewhere</h2>
      <p>
        Once a day the end of every chain is signed and put into a folder. Whoever holds such a file can prove
        what the audit held that day, even against somebody who owns this machine. So keep copies where nobody
        who runs the service can change them.
      </p>
      <Files files={view.files} />
      {kept ? <Folder request={request} kept={kept} /> : null}
      <OnAnotherMachine kept={kept} />
    </>
  );
}

function Files({ files }: { files: readonly HeadsFile[] }) {
  if (files.length === 0)
    return <p class="empty">Nothing has been signed yet. The first is made within a day.</p>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Signed ends of the audit">
      <table class="table">
        <caption class="visually-hidden">Signed ends of the audit, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Signed</th>
            <th scope="col" class="number">
              Entries
            </th>
            <th scope="col">Where it is</th>
            <th scope="col">A copy</th>
          </tr>
        </thead>
        <tbody>
          {files.map((one) => (
            <tr key={one.id}>
              <th scope="row">{sayInstant(one.signedAt)}</th>
              <td class="number">{one.entries.toLocaleString('en-GB')}</td>
              <td>{one.exportedAt ? 'in the folder' : <strong>not exported: look at the folder</strong>}</td>
              <td>
                <a href={auditPlaces.fileOf(one.id)}>
                  Save<span class="visually-hidden"> the ends signed on {sayInstant(one.signedAt)}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Folder({ request, kept }: { request: PageRequest; kept: HeadsKept }) {
  return (
    <>
      <p>
        {kept.isNamed
          ? 'They are put into the folder that the setting GOLDENTHREAD_AUDIT_HEADS names.'
          : 'They are put into a folder beside the database, which whoever owns this machine can change. Name a folder that is kept on another machine in the setting GOLDENTHREAD_AUDIT_HEADS.'}
        {kept.byLetter ? ' A copy goes by letter to the information-governance lead.' : null}
      </p>
      <form method="post" action={auditPlaces.export}>
        <CsrfField csrf={request.csrf} />
        <Button text="Sign and export now" classes="govuk-button--secondary" />
      </form>
    </>
  );
}

function OnAnotherMachine({ kept }: { kept: HeadsKept | undefined }) {
  return (
    <Details summaryText="Verify it on another machine">
      <p>
        Ask whoever runs the service for an export (<code>goldenthread audit export</code>) and for the one
        file <code>verify-audit.ts</code>. It needs Node and nothing of this service.
      </p>
      {kept ? (
        <p>
          The key that signs is known by its print: <code class="as-written">{printOfKey(kept)}</code>
        </p>
      ) : null}
    </Details>
  );
}

function sayCount(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
