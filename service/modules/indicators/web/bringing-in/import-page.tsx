import { ErrorSummary } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import type { Id } from '#platform/kernel/id.ts';
import { aMoment } from '../../actions/bring-in/in-background.ts';
import { maySee } from '../../actions/decide-on-import.ts';
import { holdsFigures, isUnderWay } from '../../domain/bringing-in/batch.ts';
import { bringInFigures, seeImport } from '../../domain/permissions.ts';
import { importById } from '../../queries/imports.ts';
import type { ImportLine } from '../../queries/imports.ts';
import { matchedMap, type MapMatched } from '../../queries/maps/matched-map.ts';
import { importIdOf } from './acting.ts';
import { sayCount, sayFormat, sayInstant, sayState } from './import-words.ts';
import { Report } from './import-report.tsx';
import { Ways, Withdraw } from './import-ways.tsx';
import { ReadAs } from './columns/read-as.tsx';
import { LooksAgain, looksAgainScripts } from './looks-again.tsx';
import { MapReport } from './measure-map/map-report.tsx';
import { importPlaces } from './places.ts';

/** One file: how far it has come, then what it would change, then what it did. */
export const importPageRoute: Route = {
  method: 'GET',
  path: importPlaces.one(':id'),
  policy: seeImport,
  answer: async (request) => {
    const found = await whenItStands(request);
    return found ? page(importContent(request, found)) : notFound();
  },
};

/** The page of one file again, with why nothing came of a decision. */
export async function notDecided(request: PageRequest, words: string): Promise<Answer> {
  const found = await whenItStands(request);
  return found ? pageToMend(importContent(request, found, words)) : notFound();
}

/** A file, and of a map of measures what it would tie as things stand now, or what it tied. */
type Found = { file: ImportLine; matched: MapMatched | undefined };

function importContent(request: PageRequest, found: Found, wrong?: string): PageContent {
  const { file } = found;
  const all = { text: 'Published figures', href: importPlaces.all };
  return {
    title: `${sayState(file)}: ${file.fileName}`,
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      ...(allowed(request.actor, bringInFigures) ? [all] : []),
    ],
    scripts: looksAgainScripts(isAtWork(file)),
    body: (
      <>
        {wrong ? <ErrorSummary titleText="Nothing was changed" descriptionText={wrong} /> : null}
        <LooksAgain while={isAtWork(file)} says={`${file.fileName}: ${sayState(file)}`}>
          <Import request={request} found={found} />
        </LooksAgain>
      </>
    ),
  };
}

function isAtWork({ state, isSilent }: ImportLine): boolean {
  return isUnderWay(state) && !isSilent;
}

const looks = 8;
const betweenLooksMs = 250;

/** Nearly every file is done within two seconds, so whoever comes to look is not shown a page of waiting for less. */
async function whenItStands(request: PageRequest): Promise<Found | undefined> {
  const id = importIdOf(request);
  if (!id) return undefined;
  for (let look = 1; ; look += 1) {
    const found = await request.read((ctx) => foundNow(ctx, id));
    if (!found || !isAtWork(found.file) || look === looks) return found;
    await aMoment(betweenLooksMs);
  }
}

async function foundNow(ctx: Ctx, id: Id<'import'>): Promise<Found | undefined> {
  const file = await importById(ctx, id);
  if (!file || !maySee(ctx.actor, file)) return undefined;
  const { map } = file.summary;
  if (!map || isUnderWay(file.state)) return { file, matched: undefined };
  const settled = map.settled && { plans: map.settled, strategies: [], mayTie: false };
  return { file, matched: settled ?? (await matchedMap(ctx, map)) };
}

function Import({ request, found: { file, matched } }: { request: PageRequest; found: Found }) {
  return (
    <>
      <h1 class="file-name">{file.fileName}</h1>
      <p class="lead">{sayWhatNow(file)}</p>
      <Ways request={request} file={file} matched={matched} />
      <p class="quiet">
        {sayFormat(file.format)}. Handed in by {file.madeByName} on {sayInstant(file.startedAt)}.
        {file.companions.length > 0
          ? ` Read with ${file.companions.map(({ fileName }) => fileName).join(' and ')}.`
          : ''}
      </p>
      <ReadAs file={file} />
      {matched && file.state !== 'failed' ? (
        <MapReport request={request} file={file} matched={matched} />
      ) : null}
      {isUnderWay(file.state) ? null : <Report file={file} />}
      {file.state === 'visible' && holdsFigures(file.format) ? (
        <Withdraw request={request} file={file} />
      ) : null}
    </>
  );
}

function sayWhatNow(file: ImportLine): string {
  const isMap = file.format === 'measure-map';
  if (file.isSilent)
    return 'It did not finish: the work on it stopped. Nothing was changed, and it is cleared when the service starts again.';
  switch (file.state) {
    case 'unmapped':
      return file.format === 'fingertips-upload'
        ? 'It names no measure. Say which one it is, and then see what it would change.'
        : 'No publisher whose files we know has these columns. Say what they hold, and then see what it would change.';
    case 'queued':
      return 'It waits its turn: files are read one at a time, so that pages stay quick.';
    case 'reading':
      return file.rowsRead === 0
        ? 'It is being read. Nothing is changed yet.'
        : `It is being read: ${sayCount(file.rowsRead, 'row')} so far. Nothing is changed yet.`;
    case 'read':
      return isMap
        ? 'It has been read, and nothing is tied yet. This is what it would do.'
        : 'It has been read, and nothing is changed yet. This is what it would do.';
    case 'writing':
      return 'It is being brought in. Nobody sees any of it until all of it is here.';
    case 'visible':
      if (isMap)
        return 'Its ties are made in the working copy of the strategy. Everybody sees them when it is next published.';
      return holdsFigures(file.format)
        ? 'Its figures are brought in and can be seen.'
        : 'It is brought in, and what it says holds from now on.';
    case 'withdrawn':
      return 'Its figures were withdrawn. Nobody sees them; what an earlier file said is seen in their place.';
    case 'failed':
      return file.failure ?? 'It could not be brought in. Nothing was changed.';
  }
}
