import type { ComponentChildren, VNode } from 'preact';
import { Button } from '#packages/govuk-jsx';
import type { FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { editStrategy } from '../../domain/permissions.ts';
import { framework, type FrameworkView } from '../../queries/framework.ts';
import { frameworkPage } from '../framework-around.tsx';
import { places } from '../places.ts';
import type { Answers } from '#platform/forms/inputs.tsx';

/** What somebody else saved first, to stand beside what was posted; and what the form must now say that it has seen. */
export type Conflict = { panel: VNode; seen: string };

/** What a page shows: a first showing, or the answers again with what is wrong. */
export type Showing = Answers & { conflict?: Conflict };

/** What became of a posted form. */
export type Saved =
  | { to: string; notice: string }
  | { again: Omit<Showing, 'posted'> }
  | { instead: PageContent }
  /** nothing is here, or nothing that this person may change */
  | 'not-here';

export type EditPage = {
  /** undefined where what it would edit is not there */
  show(request: PageRequest, view: FrameworkView, showing: Showing): Promise<PageContent | undefined>;
  save(request: PageRequest, view: FrameworkView): Promise<Saved>;
};

/** The two routes of a page that edits one of the partnership's own frameworks. A library's framework is not there. */
export function editRoutes(path: string, edit: EditPage): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      policy: editStrategy,
      answer: async (request) => {
        const view = await ownFramework(request);
        const content = view && (await edit.show(request, view, { errors: [] }));
        return content ? page(content) : notFound();
      },
    },
    { method: 'POST', path, policy: editStrategy, answer: (request) => answerPost(request, edit) },
  ];
}

async function answerPost(request: PageRequest, edit: EditPage) {
  const view = await ownFramework(request);
  const saved = view ? await edit.save(request, view) : 'not-here';
  if (saved === 'not-here') return notFound();
  if ('to' in saved) return redirectTo(saved.to, saved.notice);
  if ('instead' in saved) return pageToMend(saved.instead);
  const now = await ownFramework(request);
  const content = now && (await edit.show(request, now, { posted: request.posted, ...saved.again }));
  return content ? pageToMend(content) : notFound();
}

async function ownFramework(request: PageRequest): Promise<FrameworkView | undefined> {
  const view = await request.read((ctx) => framework(ctx, request.params['slug'] ?? ''));
  return view?.mayEdit ? view : undefined;
}

/** The form again, with what is wrong in it. */
export function mend(errors: readonly FieldError[]): Saved {
  return { again: { errors } };
}

/** The form again, with one thing that is wrong. */
export function mendField(field: string, message: string): Saved {
  return mend([{ field, message }]);
}

/** A page of an edit, under its framework and, where it edits one, under its element. */
export function editContent(
  view: FrameworkView,
  given: { title: string; body: VNode; element?: { key: string; label: string }; wide?: boolean },
): PageContent {
  const { slug } = view.stored;
  const { element, ...rest } = given;
  const under = [{ text: view.document.name, href: places.framework(slug) }];
  if (element) under.push({ text: element.label, href: places.element(slug, element.key) });
  return frameworkPage(view, { ...rest, under });
}

/** The element that a page is about, in its own words, however long they are. */
export function About({ element }: { element: { label: string } }) {
  return (
    <p class="lead" dir="auto">
      “{element.label}”
    </p>
  );
}

/** A form that posts to its own page, with its button and the way back. */
export function EditForm(props: {
  request: PageRequest;
  submit: string;
  back: string;
  action?: string;
  upload?: 'a-file';
  warning?: 'destroys';
  children?: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={props.action ?? props.request.path}
      noValidate
      class="edit"
      encType={props.upload ? 'multipart/form-data' : undefined}
    >
      <CsrfField csrf={props.request.csrf} />
      {props.children}
      <div class="actions">
        <Button
          text={props.submit}
          classes={props.warning ? 'govuk-button--warning' : ''}
          preventDoubleClick
        />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

/** The hidden field that says what of the thing this page has seen. */
export function SeenField({ showing, seen }: { showing: Showing; seen: string }) {
  const value = showing.conflict?.seen ?? showing.posted?.['seen']?.[0] ?? seen;
  return <input type="hidden" name="seen" value={value} />;
}
