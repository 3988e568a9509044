import { z } from 'zod';
import { many, optionalText, text, ticked, type Posted } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { changeFramework, ownFields } from '../../actions/change-framework.ts';
import { asSeen } from '../../actions/edit-own-framework.ts';
import type { WholeWords } from '../../domain/edit-parts.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { graphOf, roleOf } from '../../domain/graph.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { places } from '../places.ts';
import { bothShown, type BothWords } from './conflict.tsx';
import {
  editContent,
  EditForm,
  editRoutes,
  mend,
  SeenField,
  type Saved,
  type Showing,
} from './edit-page.tsx';
import { DayField, LineField, readDay, TicksField, WordsField, Wrong } from '#platform/forms/inputs.tsx';
import { mendEdit } from './refusal-words.ts';

/** A framework's own name, period and way in. */
export const editFrameworkRoutes: readonly Route[] = editRoutes('/frameworks/:slug/edit', { show, save });

async function show(request: PageRequest, view: FrameworkView, showing: Showing): Promise<PageContent> {
  const { document, stored } = view;
  return editContent(view, {
    title: 'Name and period',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Name and period</h1>
        <OtherParts view={view} />
        {showing.conflict?.panel}
        <EditForm request={request} submit="Save" back={places.framework(stored.slug)}>
          <SeenField showing={showing} seen={asSeen(ownFields(document))} />
          <LineField answers={showing} name="name" label="What is it called?" before={document.name} />
          <LineField
            answers={showing}
            name="partnership"
            label="Whose is it?"
            before={document.partnership}
          />
          <Period showing={showing} period={document.period} />
          <WordsField
            answers={showing}
            name="footprint"
            label="Where does it hold?"
            hint="If that is not just the council’s own area: say which parts, and who covers more or less."
            rows={3}
            before={document.footprint}
          />
          <WayIn showing={showing} document={document} />
          <Targets showing={showing} document={document} />
        </EditForm>
      </>
    ),
  });
}

function Period({ showing, period }: { showing: Showing; period: FrameworkDocument['period'] }) {
  return (
    <>
      <DayField answers={showing} name="start" label="From which day?" before={period.start} />
      <DayField answers={showing} name="end" label="Until which day?" before={period.end} />
      <LineField
        answers={showing}
        name="periodWords"
        label="The period as the strategy words it"
        hint="For example: 2026 to 2030."
        before={period.words}
      />
    </>
  );
}

function Targets({ showing, document }: { showing: Showing; document: FrameworkDocument }) {
  return (
    <TicksField
      answers={showing}
      name="targetsShown"
      label="Targets"
      options={[{ value: 'yes', text: 'Show targets beside the figures, where there are any' }]}
      before={document.targetsShown ? ['yes'] : []}
    />
  );
}

function OtherParts({ view: { stored, document } }: { view: FrameworkView }) {
  const { slug } = stored;
  return (
    <ul class="below">
      <li>
        <a href={places.tiers(slug)}>Its tiers</a>
      </li>
      <li>
        <a href={places.people(slug)}>Who owns and does things</a>
      </li>
      <li>
        <a href={places.addPassage(slug)}>Add to its background</a>
      </li>
      <li>
        <a href={places.keepVersion(slug)}>Keep a version now</a>
      </li>
      {document.status === 'adopted' && stored.published ? (
        <li>
          <a href={places.close(slug)}>Close it</a>
        </li>
      ) : null}
      {stored.published ? null : (
        <li>
          <a href={places.deleteDraft(slug)}>Throw this draft away</a>
        </li>
      )}
    </ul>
  );
}

/** What could stand on the first page: what the strategy wants and promises, not its small print. */
function WayIn({ showing, document }: { showing: Showing; document: FrameworkDocument }) {
  const graph = graphOf(document);
  const fits = document.elements.filter((element) => {
    const role = roleOf(graph, element);
    return role === 'outcome' || role === 'priority' || document.wayIn.includes(element.key);
  });
  return (
    <TicksField
      answers={showing}
      name="wayIn"
      label="Which of these stand on the first page?"
      hint="At most eight: what a person who comes for the first time should see."
      options={fits.map(({ key, label }) => ({ value: key, text: label }))}
      before={document.wayIn}
    />
  );
}

const form = z.object({
  name: text('its name'),
  partnership: text('whose it is'),
  periodWords: optionalText(80),
  footprint: optionalText(600),
  wayIn: many().refine((keys) => keys.length <= 8, 'Choose at most eight for the first page'),
  targetsShown: ticked(),
});

type Read = Outcome<WholeWords & { name: string }, { reason: 'not-valid'; errors: readonly FieldError[] }>;

function readWhole(posted: Posted, before: FrameworkDocument): Read {
  const read = readForm(form, posted);
  const start = readDay(posted, 'start', 'The first day');
  const end = readDay(posted, 'end', 'The last day');
  const errors = [read, start, end].flatMap((part) => (part.done ? [] : part.refusal.errors));
  if (start.done && end.done && start.value && end.value && end.value < start.value)
    errors.push({ field: 'end', message: 'The last day must come after the first' });
  if (!read.done || !start.done || !end.done || errors.length > 0)
    return refuse({ reason: 'not-valid', errors });
  const { periodWords, wayIn, ...rest } = read.value;
  const period = { start: start.value, end: end.value, words: periodWords };
  // the order of the first page is kept; what is new to it comes last
  const order = [
    ...before.wayIn.filter((key) => wayIn.includes(key)),
    ...wayIn.filter((key) => !before.wayIn.includes(key)),
  ];
  return done({ ...rest, period, wayIn: order });
}

async function save(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const { slug } = view.stored;
  const read = readWhole(request.posted, view.document);
  if (!read.done) return mend(read.refusal.errors);
  const words = read.value;
  const seen = request.posted['seen']?.[0] ?? '';
  const changed = await request.write((ctx) => changeFramework(ctx, { slug, seen, words }));
  if (changed.done) return { to: places.framework(slug), notice: 'Saved.' };
  const { refusal } = changed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'changed-meanwhile')
    return bothShown(refusal, bothWords(refusal.theirs, { ...refusal.theirs, ...words }), 'name');
  return mendEdit(refusal, ['name', 'partnership', 'footprint', 'end', 'wayIn']);
}

function bothWords(theirs: FrameworkDocument, mine: FrameworkDocument): BothWords[] {
  const label = (key: string) => theirs.elements.find((element) => element.key === key)?.label ?? key;
  const row = (name: string, say: (document: FrameworkDocument) => string) => ({
    name,
    theirs: say(theirs),
    mine: say(mine),
  });
  return [
    row('Name', ({ name }) => name),
    row('Whose', ({ partnership }) => partnership),
    row('From', ({ period }) => period.start ?? ''),
    row('Until', ({ period }) => period.end ?? ''),
    row('The period in words', ({ period }) => period.words ?? ''),
    row('Where it holds', ({ footprint }) => footprint ?? ''),
    row('On the first page', ({ wayIn }) => wayIn.map(label).join('\n')),
    row('Targets shown', ({ targetsShown }) => (targetsShown ? 'Yes' : 'No')),
  ];
}
