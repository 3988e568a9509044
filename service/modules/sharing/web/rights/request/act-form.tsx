import type { ComponentChildren } from 'preact';
import { CsrfField } from '#platform/page/frame.tsx';
import { rightsPlaces } from '../places.ts';
import type { StepProps } from './step-props.ts';

/** A form that does one thing with a request, as it was seen. */
export function ActForm(props: StepProps & { act: string; children: ComponentChildren; multipart?: true }) {
  const { request, seen, act } = props;
  return (
    <form method="post" action={rightsPlaces.act(seen.request.id, act)} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={String(seen.request.version)} />
      {props.children}
    </form>
  );
}
