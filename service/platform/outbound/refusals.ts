import type { WordsFor } from '../kernel/outcome.ts';

/** Why nothing came of asking another machine. */
export type OutboundRefusal =
  | { reason: 'not-reachable'; host: string }
  | { reason: 'took-too-long'; host: string }
  | { reason: 'turned-away'; host: string; status: number }
  | { reason: 'busy'; host: string; status: number }
  | { reason: 'cut-off'; host: string }
  | { reason: 'sent-elsewhere'; host: string; to: string }
  | { reason: 'private-address'; host: string }
  | { reason: 'host-not-set'; host: string }
  | { reason: 'too-large'; host: string; most: number }
  | { reason: 'not-what-was-asked'; host: string; found: string }
  | { reason: 'stopped'; host: string };

/** Every one of them for people: what happened, and what to do. */
export const outboundWords: WordsFor<OutboundRefusal> = {
  'not-reachable': ({ host }) => `${host} could not be reached. Check the connection; it is tried again.`,
  'took-too-long': ({ host }) => `${host} took too long to answer. It is tried again.`,
  'turned-away': ({ host, status }) =>
    status === 404 || status === 410
      ? `${host} has nothing under that number any more (it answered ${status}). Check what is asked for.`
      : `${host} turned the question away (it answered ${status}).`,
  busy: ({ host, status }) =>
    `${host} is too busy just now (it answered ${status}). It is tried again later.`,
  'cut-off': ({ host }) =>
    `${host} broke off in the middle, again and again. What came so far is kept, and the next try goes on from there.`,
  'sent-elsewhere': ({ host, to }) =>
    `${host} sends on to ${to}, which is not followed. If that is right, whoever looks after the service can name it in GOLDENTHREAD_FETCH_ALSO.`,
  'private-address': ({ host }) =>
    `${host} leads to an address inside a private network, which is not followed unless a setting names it.`,
  'host-not-set': ({ host }) => `${host} is not among the machines that this service may ask.`,
  'too-large': ({ host, most }) =>
    `${host} sends more than the ${Math.round(most / 1024 / 1024)} MB that one file may have.`,
  'not-what-was-asked': ({ host, found }) =>
    `${host} did not answer with what was asked for, but with ${found}. Its interface may have changed.`,
  stopped: () => 'It was stopped before its end. What came so far is kept.',
};
