import { NumbersInShort, type NumberToRing } from './numbers-to-ring.tsx';
import type { Posted } from '../forms/fields.ts';
import { SendAgain } from './send-again.tsx';
import type { Words } from './words/words.ts';

export type ErrorKind =
  | 'notFound'
  | 'fault'
  | 'unavailable'
  | 'full'
  | 'stale'
  | 'sentBefore'
  | 'tooLarge'
  | 'tooMany'
  | 'broken';

/** The status of each kind of error page. */
export const errorStatus: Readonly<Record<ErrorKind, number>> = {
  notFound: 404,
  fault: 500,
  unavailable: 503,
  full: 507,
  stale: 403,
  sentBefore: 409,
  tooLarge: 413,
  tooMany: 429,
  broken: 400,
};

/** The heading of each kind of error page. */
export function errorTitle(kind: ErrorKind, words: Words): string {
  return words.errors[`${kind}Title`];
}

/** What happened, what is safe, what to do. It asks nothing of the database. */
export function ErrorBody(props: {
  kind: ErrorKind;
  words: Words;
  reference: string;
  posted: boolean;
  /** what could not be saved, where it can be sent once more from this page */
  again?: Posted | undefined;
  /** whom to ring when a child is not safe: it must be there when nothing else is */
  numbers?: readonly NumberToRing[] | undefined;
}) {
  const { kind, words, numbers = [] } = props;
  return (
    <>
      <h1>{errorTitle(kind, words)}</h1>
      <p>{words.errors[kind]}</p>
      {props.again ? <SendAgain posted={props.again} words={words} /> : null}
      {!props.again && props.posted && kind !== 'stale' && kind !== 'notFound' && kind !== 'sentBefore' ? (
        <p>{words.errors.faultKept}</p>
      ) : null}
      {kind === 'fault' || kind === 'unavailable' ? (
        <p>
          {words.errors.reference} <code>{props.reference}</code>
        </p>
      ) : null}
      <p>
        <a href="/">{words.errors.notFoundMend}</a>
      </p>
      {numbers.length > 0 ? (
        <section class="danger-box">
          <h2>{words.notSafe}</h2>
          <NumbersInShort numbers={numbers} />
        </section>
      ) : null}
    </>
  );
}
