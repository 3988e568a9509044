import { Button } from '#packages/govuk-jsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';

/** One button that decides something. */
export function DecisionForm(props: {
  request: PageRequest;
  action: string;
  text: string;
  quiet?: boolean;
  warns?: boolean;
}) {
  const { request, action, text, quiet, warns } = props;
  return (
    <form method="post" action={action}>
      <CsrfField csrf={request.csrf} />
      <Button
        text={text}
        classes={warns ? 'govuk-button--warning' : quiet ? 'govuk-button--secondary' : ''}
        preventDoubleClick
      />
    </form>
  );
}
