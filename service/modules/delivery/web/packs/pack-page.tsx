import {
  file,
  notFound,
  page,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { makeSheet } from '#platform/sheet/make-sheet.ts';
import type { Sheet } from '#platform/sheet/sheet.ts';
import type { Readers } from '../../domain/packs/pack-document.ts';
import { packRead, type PackRead } from '../../queries/packs/pack-read.ts';
import { drawnNumbers } from './element-blocks.ts';
import { PackFigure, packFiguresCsv, packPictures } from './pack-figures.tsx';
import { packSheet } from './pack-sheet.ts';
import { sayEdition, sheetWords } from './pack-words.ts';
import { packPlaces } from './places.ts';
import { SheetView } from './sheet-view.tsx';

/** A pack as a page, as PDF and as Word, and its figures as a table. */
export const packRoutes: readonly Route[] = [
  { method: 'GET', path: packPlaces.packPath, policy: 'everyone', answer: readPack },
  {
    method: 'GET',
    path: packPlaces.figuresPath,
    policy: 'everyone',
    answer: async (request) => {
      const found = await packAsked(request, request.params['pack'] ?? '');
      if (!found) return notFound();
      return file(
        'text/csv; charset=utf-8',
        packFiguresCsv(found.version.elements),
        `${nameOf(found)}-figures.csv`,
      );
    },
  },
];

const kinds = {
  pdf: { kind: 'pdf', type: 'application/pdf' },
  docx: {
    kind: 'word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;

async function readPack(request: PageRequest): Promise<Answer> {
  const [, id = '', ending = ''] =
    /^([0-9a-f-]{36})(?:\.(pdf|docx))?$/i.exec(request.params['pack'] ?? '') ?? [];
  const found = await packAsked(request, id);
  if (!found) return notFound();
  const sheet = packSheet(found, request.brand);
  if (ending === 'pdf' || ending === 'docx') return packFile(found, sheet, ending);
  return page(contentOf(found, sheet));
}

function packAsked(request: PageRequest, id: string): Promise<PackRead | undefined> {
  const readers: Readers = request.query.get('for') === 'public' ? 'public' : 'members';
  return request.read((ctx) => packRead(ctx, id, readers));
}

/** Writes the file in a thread of its own; a fault or a time-out is told on a page, and the pack can still be read. */
async function packFile(found: PackRead, sheet: Sheet, ending: keyof typeof kinds): Promise<Answer> {
  const { kind, type } = kinds[ending];
  const pixels = kind === 'word' ? 'drawn' : 'not-drawn';
  const pictures = await packPictures(found.version.elements, { pixels });
  const made = await makeSheet({ kind, sheet, pictures });
  if (made.done) return file(type, made.value, `${nameOf(found)}.${ending}`);
  const title = 'The file could not be written';
  return page(
    {
      title,
      breadcrumbs: crumbs(found),
      body: (
        <>
          <h1>{title}</h1>
          <p class="lead">{wordsOf(sheetWords, made.refusal)}</p>
          <p>
            <a href={packPlaces.pack(found.line.id, found.readers)}>Read the pack on its page</a>
          </p>
        </>
      ),
    },
    503,
  );
}

function nameOf({ version, line, readers }: PackRead): string {
  const edition = line.edition === 1 ? '' : `-edition-${line.edition}`;
  return `pack-${version.meeting.key}${edition}${readers === 'public' ? '-public' : ''}`;
}

function crumbs({ version }: PackRead): NonNullable<PageContent['breadcrumbs']> {
  return [
    { text: 'Meetings', href: '/meetings' },
    { text: version.meeting.title, href: packPlaces.meeting(version.meeting.key) },
    { text: 'Packs', href: packPlaces.ofMeeting(version.meeting.key) },
  ];
}

function contentOf(found: PackRead, sheet: Sheet): PageContent {
  const numbers = new Map(drawnNumbers(found.version.elements).map(({ key, number }) => [key, number]));
  const csvHref = packPlaces.figures(found.line.id, found.readers);
  return {
    title: `${sheet.title}: pack`,
    breadcrumbs: crumbs(found),
    body: (
      <>
        <Since found={found} />
        <About found={found} />
        <SheetView
          sheet={sheet}
          figure={(key) => {
            const number = numbers.get(key);
            return number ? <PackFigure id={key} number={number} csvHref={csvHref} /> : null;
          }}
        />
      </>
    ),
  };
}

/** What came after the pack was made; the pack itself stays as it was. */
function Since({ found: { since } }: { found: PackRead }) {
  if (since.length === 0) return null;
  return (
    <div class="pack-since" role="note">
      <p>
        <strong>Since this pack was made</strong>
      </p>
      <ul>
        {since.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p class="quiet">The pack below stays as it was.</p>
    </div>
  );
}

function About({ found: { line, readers, mayPublish } }: { found: PackRead }) {
  const isPublic = readers === 'public';
  return (
    <div class="pack-about no-print">
      <p>
        <a href={packPlaces.file(line.id, 'pdf', readers)}>Save as PDF</a>
        {' · '}
        <a href={packPlaces.file(line.id, 'docx', readers)}>Save as Word</a>
        {mayPublish ? (
          <>
            {' · '}
            <a href={packPlaces.pack(line.id, isPublic ? 'members' : 'public')}>
              {isPublic ? 'See the version for members' : 'See the version for everybody'}
            </a>
            {' · '}
            <a href={packPlaces.publish(line.id)}>
              {line.isPublished ? 'Take it back' : 'Let everybody read it'}
            </a>
          </>
        ) : null}
      </p>
      {isPublic ? null : (
        <p class="quiet">
          {sayEdition(line, dayInEngland(line.madeAt))}.{' '}
          {line.reason === '' ? '' : `Why it was made anew: ${line.reason}`}
        </p>
      )}
    </div>
  );
}
