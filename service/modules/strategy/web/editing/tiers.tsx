import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest, Route } from '#platform/http/route.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { asSeen } from '../../actions/edit-own-framework.ts';
import { addTier } from '../../actions/parts/add-tier.ts';
import { changeTier } from '../../actions/parts/change-tier.ts';
import { moveTier } from '../../actions/parts/move-tier.ts';
import { removeTier } from '../../actions/parts/remove-tier.ts';
import { tierRoles, type TierDocument } from '../../domain/framework-document.ts';
import { graphOf, tiersInOrder, type TierGroup } from '../../domain/graph.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { places } from '../places.ts';
import { bothShown } from './conflict.tsx';
import {
  editContent,
  EditForm,
  editRoutes,
  mend,
  mendField,
  SeenField,
  type Saved,
  type Showing,
} from './edit-page.tsx';
import { LineField, PickField, WordsField, Wrong } from '#platform/forms/inputs.tsx';
import { editWords, mendEdit } from './refusal-words.ts';
import { roleOptions, sayRole } from './role-options.ts';

/** The kinds of things a strategy is made of, in the order in which they are read. */
export const tiersRoutes: readonly Route[] = [
  ...editRoutes('/frameworks/:slug/tiers', { show: list, save: saveList }),
  ...editRoutes('/frameworks/:slug/tiers/:tier', { show: one, save: saveOne }),
];

const form = z.object({
  name: text('what one of them is called', 80),
  plural: optionalText(80),
  role: choice('what it is for', tierRoles),
  note: optionalText(600),
});

async function list(request: PageRequest, view: FrameworkView, showing: Showing): Promise<PageContent> {
  const groups = tiersInOrder(graphOf(view.document));
  return editContent(view, {
    title: 'Tiers',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>What this strategy is made of</h1>
        <p class="lead">Its tiers, from the top of the thread down. Call them what you call them.</p>
        <ol class="rows">
          {groups.map((group, index) => (
            <Tier
              key={group.tier.key}
              group={group}
              index={index}
              last={groups.length - 1}
              request={request}
              view={view}
            />
          ))}
        </ol>
        <h2>Add a tier</h2>
        <EditForm request={request} submit="Add this tier" back={places.framework(view.stored.slug)}>
          <input type="hidden" name="act" value="add" />
          <TierFields showing={showing} />
        </EditForm>
      </>
    ),
  });
}

type TierProps = { group: TierGroup; index: number; last: number; request: PageRequest; view: FrameworkView };

function Tier({ group, index, last, request, view }: TierProps) {
  const { tier, elements } = group;
  const act = { request, path: places.tiers(view.stored.slug), tier };
  return (
    <li>
      <div>
        <p class="thread-title">
          <a href={places.editTier(view.stored.slug, tier.key)}>{tier.plural}</a>
        </p>
        <p class="quiet">
          {sayRole(tier.role)}. {elements.length === 0 ? 'Empty' : `${elements.length} in it`}.
        </p>
      </div>
      <div class="actions">
        {index > 0 ? <Act {...act} name="up" words="Up" /> : null}
        {index < last ? <Act {...act} name="down" words="Down" /> : null}
        {elements.length === 0 && last > 0 ? <Act {...act} name="remove" words="Take away" /> : null}
      </div>
    </li>
  );
}

function Act(props: { request: PageRequest; path: string; tier: TierDocument; name: string; words: string }) {
  const words = (
    <>
      {props.words}
      <span class="visually-hidden">: {props.tier.plural}</span>
    </>
  );
  return (
    <form method="post" action={props.path}>
      <CsrfField csrf={props.request.csrf} />
      <input type="hidden" name="act" value={props.name} />
      <input type="hidden" name="tier" value={props.tier.key} />
      <Button html={words} classes="govuk-button--secondary" />
    </form>
  );
}

function TierFields({ showing, tier }: { showing: Showing; tier?: TierDocument }) {
  return (
    <>
      <LineField
        answers={showing}
        name="name"
        label="What do you call one of them?"
        hint="For example: Ambition."
        before={tier?.name}
      />
      <LineField
        answers={showing}
        name="plural"
        label="And several?"
        hint="For example: Our ambitions. Leave it empty and we add an “s”."
        before={tier?.plural}
      />
      <PickField
        answers={showing}
        name="role"
        label="What is it for?"
        hint="This decides what we look for when we look for loose ends."
        options={roleOptions}
        before={tier?.role ?? 'priority'}
      />
      <WordsField
        answers={showing}
        name="note"
        label="A line to stand under its heading"
        rows={2}
        before={tier?.note}
      />
    </>
  );
}

async function saveList(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const { slug } = view.stored;
  const key = request.posted['tier']?.[0] ?? '';
  const act = request.posted['act']?.[0];
  if (act === 'add') return add(request, slug);
  if (act !== 'up' && act !== 'down' && act !== 'remove') return 'not-here';
  const towards = act === 'up' ? 'top' : 'bottom';
  const made = await request.write((ctx) =>
    act === 'remove' ? removeTier(ctx, { slug, key }) : moveTier(ctx, { slug, key, towards }),
  );
  if (made.done) return { to: places.tiers(slug), notice: act === 'remove' ? 'Taken away.' : 'Moved.' };
  const { refusal } = made;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  return mendField('main', wordsOf(editWords, refusal));
}

async function add(request: PageRequest, slug: string): Promise<Saved> {
  const read = readForm(form, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { name, plural = `${name}s`, role, note } = read.value;
  const tier = { name, plural, role, ...(note === undefined ? {} : { note }) };
  const added = await request.write((ctx) => addTier(ctx, { slug, tier }));
  if (added.done) return { to: places.tiers(slug), notice: `“${plural}” is added.` };
  const { refusal } = added;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  return mendEdit(refusal, ['name', 'plural', 'note']);
}

async function one(
  request: PageRequest,
  view: FrameworkView,
  showing: Showing,
): Promise<PageContent | undefined> {
  const tier = view.document.tiers.find(({ key }) => key === request.params['tier']);
  if (!tier) return undefined;
  return editContent(view, {
    title: `Change “${tier.plural}”`,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Change “{tier.plural}”</h1>
        {showing.conflict?.panel}
        <EditForm request={request} submit="Save" back={places.tiers(view.stored.slug)}>
          <SeenField showing={showing} seen={asSeen(tier)} />
          <TierFields showing={showing} tier={tier} />
        </EditForm>
      </>
    ),
  });
}

async function saveOne(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const key = request.params['tier'] ?? '';
  const { slug } = view.stored;
  const read = readForm(form, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { name, plural = `${name}s`, role, note } = read.value;
  const words = { name, plural, role, note };
  const seen = request.posted['seen']?.[0] ?? '';
  const changed = await request.write((ctx) => changeTier(ctx, { slug, key, seen, words }));
  if (changed.done) return { to: places.tiers(slug), notice: `“${plural}” is saved.` };
  const { refusal } = changed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'tier-missing') return 'not-here';
  if (refusal.reason === 'changed-meanwhile') {
    const { theirs } = refusal;
    const rows = [
      { name: 'One is called', theirs: theirs.name, mine: name },
      { name: 'Several are called', theirs: theirs.plural, mine: plural },
      { name: 'What it is for', theirs: sayRole(theirs.role), mine: sayRole(role) },
      { name: 'Under its heading', theirs: theirs.note ?? '', mine: note ?? '' },
    ];
    return bothShown(refusal, rows, 'name');
  }
  return mendEdit(refusal, ['name', 'plural', 'note']);
}
