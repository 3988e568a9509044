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

type FormShown = {
  title: string;
  lead?: string;
  above: readonly { text: string; href: string }[];
  request: PageRequest;
  answers: Answers;
  submit: string;
  /** pressing it ends something */
  ends?: true;
  back: string;
  fields: ComponentChildren;
};

/** A page with one form. */
export function formContent(shown: FormShown): PageContent {
  const { title, lead, above, request, answers, submit, ends, back, fields } = shown;
  return {
    title,
    breadcrumbs: above,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          {fields}
          <div class="actions">
            <Button text={submit} preventDoubleClick classes={ends ? 'govuk-button--warning' : ''} />
            <a href={back}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

/** Shows a form with answers in it; undefined where what it is about is not there for whoever asks. */
type ShowForm = (request: PageRequest, answers: Answers) => Promise<PageContent | undefined>;

/** What a form came to: an answer, or what is wrong with it. */
export type Handled = Answer | { errors: Answers['errors'] };

type Form = {
  path: string;
  policy: Policy;
  /** it gives, takes or ends what somebody may open: whoever sends it shows first that it is they */
  freshProof?: boolean;
  show: ShowForm;
  handle: (request: PageRequest) => Promise<Handled>;
};

/** The two routes of a form: it is shown, and what was posted is done or shown again with what is wrong. */
export function formRoutes({ path, policy, freshProof = false, show, handle }: Form): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      policy,
      freshProof,
      answer: async (request) => {
        const content = await show(request, { errors: [] });
        return content ? page(content) : notFound();
      },
    },
    {
      method: 'POST',
      path,
      policy,
      freshProof,
      answer: async (request) => {
        const handled = await handle(request);
        if (!('errors' in handled)) return handled;
        const content = await show(request, { posted: request.posted, errors: handled.errors });
        return content ? pageToMend(content) : notFound();
      },
    },
  ];
}

/** The one answer of a name, without space round it. */
export function said({ posted }: PageRequest, name: string, most = 200): string {
  return (posted[name]?.[0] ?? '').trim().slice(0, most);
}

/** What is wrong with one field. */
export function wrong(field: string, message: string): { errors: Answers['errors'] } {
  return { errors: [{ field, message }] };
}

/** A button that does one thing, in a form of its own. */
export function Press(props: { request: PageRequest; to: string; text: string; kind?: 'plain' | 'ends' }) {
  const looks = { plain: 'govuk-button--secondary', ends: 'govuk-button--warning' };
  return (
    <form method="post" action={props.to}>
      <CsrfField csrf={props.request.csrf} />
      <Button text={props.text} classes={props.kind ? looks[props.kind] : ''} preventDoubleClick />
    </form>
  );
}
