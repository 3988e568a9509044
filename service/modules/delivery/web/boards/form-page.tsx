import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import type { Policy } from '#platform/access/policy.ts';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';

/** A page with one form. */
export type FormShown = {
  title: string;
  lead?: string;
  above: readonly { text: string; href: string }[];
  request: PageRequest;
  answers: Answers;
  submit: string;
  back: string;
  /** the version that its writer saw; 0 for what is new */
  seen?: number;
  files?: 'with-files';
  fields: ComponentChildren;
};

export function formContent(shown: FormShown): PageContent {
  const { title, lead, above, request, answers, submit, back, seen = 0, files, fields } = shown;
  return {
    title,
    breadcrumbs: above,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        <form
          method="post"
          action={request.path}
          noValidate
          class="edit"
          {...(files ? { encType: 'multipart/form-data' } : {})}
        >
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={answers.posted?.['seen']?.[0] ?? String(seen)} />
          {fields}
          <div class="actions">
            <Button text={submit} preventDoubleClick />
            <a href={back}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

/** Shows a form with answers in it; undefined where what it is about is not there. */
export type ShowForm = (request: PageRequest, answers: Answers) => Promise<PageContent | undefined>;

/** What a form came to: an answer, or what is wrong with it. */
export type Handled = Answer | Refused;

/** What is wrong with a form; `since` where somebody else saved meanwhile: its next press is after theirs was read. */
type Refused = { errors: Answers['errors']; since?: 'changed-meanwhile' };

export type Form = {
  path: string;
  policy: Policy;
  show: ShowForm;
  handle: (request: PageRequest) => Promise<Handled>;
  mostFileBytes?: number;
};

/** The two routes of a form: it is shown, and what was posted is done or shown again with what is wrong. */
export function formRoutes({ path, policy, show, handle, mostFileBytes }: Form): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      policy,
      answer: async (request) => {
        const content = await show(request, { errors: [] });
        return content ? page(content) : notFound();
      },
    },
    {
      method: 'POST',
      path,
      policy,
      ...(mostFileBytes === undefined ? {} : { uploads: true, mostFileBytes }),
      answer: async (request) => {
        const handled = await handle(request);
        if (!('errors' in handled)) return handled;
        const { seen: _seen, ...others } = request.posted;
        const posted = handled.since === 'changed-meanwhile' ? others : request.posted;
        const content = await show(request, { posted, errors: handled.errors });
        return content ? pageToMend(content) : notFound();
      },
    },
  ];
}

/** The one answer of a name, without space round it. */
export function said({ posted }: PageRequest, name: string): string {
  return (posted[name]?.[0] ?? '').trim();
}

/** The version that the writer saw; 0, which is none, where it was tampered with. */
export function seenIn(request: PageRequest): number {
  return Number(/^\d{1,9}$/.exec(said(request, 'seen'))?.[0] ?? '0');
}

/** A whole number that was typed; NaN where none was. */
export function numberIn(request: PageRequest, name: string): number {
  return /^\d{1,5}$/.test(said(request, name)) ? Number(said(request, name)) : Number.NaN;
}

/** What is wrong with one field. */
export function wrong(field: string, message: string): Refused {
  return { errors: [{ field, message }] };
}
