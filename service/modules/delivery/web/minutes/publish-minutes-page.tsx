import { exemptGrounds } from '#reference/exempt-grounds.ts';
import { Button, Details } from '#packages/govuk-jsx';
import { ChoiceField, PickField, WordsField, type Answers, type Option } from '#platform/forms/inputs.tsx';
import { notFound, page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import {
  groundsOf,
  publishMinutes,
  type PublishMinutesRefusal,
} from '../../actions/minutes/publish-minutes.ts';
import type { MinutesSaid } from '../../domain/minutes/minutes-said.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { minutesToPublish, type MinutesToPublish } from '../../queries/minutes/minutes-for-everybody.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import {
  formContent,
  formRoutes,
  said,
  seenIn,
  wrong,
  type Handled,
  type ShowForm,
} from '../boards/form-page.tsx';
import { publishMinutesRefusals } from './minutes-words.ts';
import { MinutesText } from './public-minutes.tsx';
import { sayWhoReads } from './who-reads.tsx';

const keyOf = ({ params }: PageRequest) => params['meeting'] ?? '';

const show: ShowForm = async (request, answers) => {
  const withhold = groundsOf(withheldIn(answers.posted));
  const found = await request.read((ctx) => minutesToPublish(ctx, { meetingKey: keyOf(request), withhold }));
  if (!found) return undefined;
  const { meeting, open } = found;
  const [last] = found.said;
  const back = agendaPlaces.minutes(meeting.key);
  const { body, ...content } = formContent({
    title: 'Who reads the minutes',
    lead: `${meeting.title}. ${sayWhoReads(last)}`,
    above: [{ text: `Minutes: ${meeting.title}`, href: back }],
    ...{ request, answers, submit: 'Save it', back, seen: last?.nth ?? 0 },
    fields: <Fields answers={answers} found={found} />,
  });
  return {
    ...content,
    body: (
      <>
        {body}
        <section id="preview">
          <h2>What everybody would read</h2>
          <p class="quiet">
            Names that we know are taken out of free words. Only you can see what else gives somebody away.
          </p>
          <MinutesText document={open} under="h2" />
        </section>
      </>
    ),
  };
};

const grounds = (): Option[] =>
  exemptGrounds().map(({ key, says, law }) => ({ value: key, text: `${says} (${law})` }));

function Fields({ answers, found }: { answers: Answers; found: MinutesToPublish }) {
  const [last] = found.said;
  const takeBack = { value: 'withdraw', text: 'Only members for now: take them back' };
  return (
    <>
      <ChoiceField
        answers={answers}
        name="publish"
        label="Who may read them"
        options={[
          { value: 'publish', text: 'Everybody, as below' },
          { value: 'exempt', text: 'Only members, on a ground of the law' },
          ...(last?.publish === 'publish' ? [takeBack] : []),
        ]}
      />
      <PickField
        answers={answers}
        name="ground"
        label="On which ground they are not published"
        hint="Only if members alone may read them."
        options={[{ value: '', text: 'None' }, ...grounds()]}
      />
      <KeepBack answers={answers} found={found} />
      {last ? (
        <WordsField
          answers={answers}
          name="reason"
          label="Why is this needed?"
          hint="Everybody reads it. Do not repeat what gave somebody away."
          rows={2}
        />
      ) : null}
    </>
  );
}

/** Items that can be kept back one by one, each on a ground. */
function KeepBack({ answers, found }: { answers: Answers; found: MinutesToPublish }) {
  const open = [...found.agreed.document.items.entries()].filter(
    ([, { isExempt, notes, decisions }]) => !isExempt && notes.length + decisions.length > 0,
  );
  if (open.length === 0) return null;
  const options = [{ value: '', text: 'Everybody reads it' }, ...grounds()];
  return (
    <Details
      summaryText="Keep one item back"
      open={withheldIn(answers.posted).size > 0}
      html={
        <>
          <p>What was agreed stays as it is. Decisions keep their own pages, published or not.</p>
          {open.map(([place, { title }]) => (
            <PickField
              key={place}
              answers={answers}
              name={`withhold-${place}`}
              label={title || 'Anything else'}
              options={options}
            />
          ))}
          <Button
            text="Show what everybody would read"
            name="do"
            value="look"
            classes="govuk-button--secondary"
          />
        </>
      }
    />
  );
}

/** Which items were chosen to be kept back: their place, and the key of the ground. */
function withheldIn(posted: Answers['posted']): Map<number, string> {
  return new Map(
    Object.entries(posted ?? {}).flatMap(([name, [key = '']]): [number, string][] => {
      const place = /^withhold-(\d{1,3})$/.exec(name)?.[1];
      return place === undefined || key === '' ? [] : [[Number(place), key]];
    }),
  );
}

const fields: Readonly<Partial<Record<PublishMinutesRefusal['reason'], string>>> = {
  'ground-missing': 'ground',
  'saying-reason-missing': 'reason',
};

const whatIsKept: { readonly [Which in MinutesSaid['publish']]: string } = {
  publish: 'Everybody can read the minutes.',
  exempt: 'Only members read the minutes, and everybody reads on which ground.',
  withdraw: 'The minutes are taken back.',
};

async function handle(request: PageRequest): Promise<Handled> {
  if (said(request, 'do') === 'look') {
    const content = await show(request, { posted: request.posted, errors: [] });
    return content ? page(content) : notFound();
  }
  const publish = said(request, 'publish');
  if (publish !== 'publish' && publish !== 'exempt' && publish !== 'withdraw')
    return wrong('publish', 'Choose who may read them');
  const came = await request.write((ctx) =>
    publishMinutes(ctx, {
      meetingKey: keyOf(request),
      seen: seenIn(request),
      publish,
      groundKey: said(request, 'ground'),
      withhold: withheldIn(request.posted),
      reason: said(request, 'reason').slice(0, 500),
    }),
  );
  if (came.done) return redirectTo(agendaPlaces.minutes(keyOf(request)), whatIsKept[publish]);
  const { refusal } = came;
  const refused = wrong(fields[refusal.reason] ?? 'publish', wordsOf(publishMinutesRefusals, refusal));
  return refusal.reason === 'said-meanwhile' ? { ...refused, since: 'changed-meanwhile' } : refused;
}

/** Agreed minutes are published, kept back on a ground, or taken back. */
export const publishMinutesRoutes: readonly Route[] = formRoutes({
  path: agendaPlaces.publishMinutes(':meeting'),
  policy: keepBoards,
  show,
  handle,
});
