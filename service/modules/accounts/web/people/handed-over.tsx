import type { PageRequest } from '#platform/http/route.ts';
import { peoplePlaces } from './places.ts';

/** The address of a way in that no letter carries, shown this once. */
export function HandedOver({ request, token, back }: { request: PageRequest; token: string; back: string }) {
  return (
    <>
      <h1>Hand this over</h1>
      <p class="lead">Write it down for them, or let them type it from your screen. It is shown this once.</p>
      <p class="card">
        <code class="as-written">{`${request.origin}${peoplePlaces.welcome(token)}`}</code>
      </p>
      <p>
        It is for them alone, works once, and for fourteen days. Give it to nobody else, and do not send it
        through somebody at home who should not see what they read here.
      </p>
      <p>
        <a href={back}>I have handed it over</a>
      </p>
    </>
  );
}
