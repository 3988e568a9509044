import { exemptGrounds } from '#reference/exempt-grounds.ts';
import { FileUpload } from '#packages/govuk-jsx';
import {
  ChoiceField,
  LineField,
  messageOf,
  PickField,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { file, notFound, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { uploadedBytes } from '#platform/http/uploaded-bytes.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import {
  addPaper,
  withdrawPaper,
  type AddPaperRefusal,
  type PaperGiven,
} from '../../actions/meetings/add-paper.ts';
import { mostPaperBytes, paperEndings } from '../../domain/meetings/paper.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { meetingView, paperToRead } from '../../queries/meetings/meeting-view.ts';
import { formContent, formRoutes, said, wrong, type Handled, type ShowForm } from '../boards/form-page.tsx';
import { boardPlaces } from '../boards/places.ts';
import { meetingRefusals } from './meeting-words.ts';

const showAdd: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => meetingView(ctx, request.params['meeting'] ?? ''));
  if (!view) return undefined;
  const back = boardPlaces.meeting(view.meeting.key);
  return formContent({
    title: 'Add a paper',
    above: [{ text: view.meeting.title, href: back }],
    ...{ request, answers, submit: 'Add the paper', back, files: 'with-files' },
    fields: <PaperFields answers={answers} />,
  });
};

function PaperFields({ answers }: { answers: Answers }) {
  const grounds = exemptGrounds().map(({ key, says, law }) => ({ value: key, text: `${says} (${law})` }));
  return (
    <>
      <LineField answers={answers} name="title" label="What the paper is called" />
      <FileUpload
        name="paper"
        id="paper"
        label={{ text: 'The file', classes: 'govuk-label--s' }}
        hint={{ text: `Up to 20 MB: ${paperEndings.join(', ')}. Without macros.` }}
        errorMessage={messageOf({ answers, name: 'paper' })}
      />
      <ChoiceField
        answers={answers}
        name="publish"
        label="Who may read it"
        options={[
          { value: 'publish', text: 'Everybody' },
          { value: 'exempt', text: 'Only members, on a ground of the law' },
        ]}
      />
      <PickField
        answers={answers}
        name="ground"
        label="On which ground it is not published"
        hint="Only where it is not for everybody."
        options={[{ value: '', text: 'None' }, ...grounds]}
      />
    </>
  );
}

const fields: Readonly<Partial<Record<AddPaperRefusal['reason'], string>>> = {
  'paper-title-missing': 'title',
  'ground-missing': 'ground',
};

async function add(request: PageRequest): Promise<Handled> {
  const meetingKey = request.params['meeting'] ?? '';
  const refused = (refusal: AddPaperRefusal) =>
    wrong(fields[refusal.reason] ?? 'paper', wordsOf(meetingRefusals, refusal));
  const publish = said(request, 'publish');
  if (publish !== 'publish' && publish !== 'exempt') return wrong('publish', 'Choose who may read it');
  const upload = request.uploads.find(({ field }) => field === 'paper');
  if (!upload) return refused({ reason: 'paper-missing' });
  if (upload.kept === 'beginning') return refused({ reason: 'paper-too-large', bytes: upload.bytes });
  const content = await uploadedBytes(upload, mostPaperBytes);
  const given: PaperGiven = {
    meetingKey,
    content,
    publish,
    fileName: upload.fileName,
    title: said(request, 'title').slice(0, 200),
    groundKey: said(request, 'ground'),
  };
  const added = await request.write((ctx) => addPaper(ctx, given));
  if (!added.done) return refused(added.refusal);
  return redirectTo(boardPlaces.meeting(meetingKey), `“${added.value.title}” is added.`);
}

const showWithdraw: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => meetingView(ctx, request.params['meeting'] ?? ''));
  const paper = view?.papers.find(({ id }) => id === request.params['paper']);
  if (!view || !paper) return undefined;
  const back = boardPlaces.meeting(view.meeting.key);
  return formContent({
    title: 'Withdraw a paper',
    lead: `“${paper.title}”. Its name stays where it was, with the reason; nobody can open it from then on.`,
    above: [{ text: view.meeting.title, href: back }],
    ...{ request, answers, submit: 'Withdraw it', back },
    fields: <WordsField answers={answers} name="reason" label="Why it is withdrawn" rows={2} />,
  });
};

async function takeBack(request: PageRequest): Promise<Handled> {
  const id = idFrom<'paper'>(request.params['paper'] ?? '');
  if (!id) return notFound();
  const withdrawn = await request.write((ctx) =>
    withdrawPaper(ctx, { id, because: said(request, 'reason') }),
  );
  if (!withdrawn.done) return wrong('reason', wordsOf(meetingRefusals, withdrawn.refusal));
  return redirectTo(boardPlaces.meeting(request.params['meeting'] ?? ''), 'Withdrawn.');
}

/** A paper itself: saved, never shown, so that nothing in it can act in our name. */
const readRoute: Route = {
  method: 'GET',
  path: boardPlaces.paper(':meeting', ':paper'),
  policy: 'everyone',
  answer: async (request) => {
    const id = idFrom<'paper'>(request.params['paper'] ?? '');
    const meetingKey = request.params['meeting'] ?? '';
    const found = id && (await request.read((ctx) => paperToRead(ctx, { meetingKey, id })));
    return found ? file(found.paper.mediaType, found.content, found.paper.fileName) : notFound();
  },
};

/** Papers are handed in, read, withdrawn. */
export const paperRoutes: readonly Route[] = [
  ...formRoutes({
    path: boardPlaces.addPaper(':meeting'),
    policy: keepBoards,
    show: showAdd,
    handle: add,
    mostFileBytes: mostPaperBytes,
  }),
  ...formRoutes({
    path: boardPlaces.withdraw(':meeting', ':paper'),
    policy: keepBoards,
    show: showWithdraw,
    handle: takeBack,
  }),
  readRoute,
];
