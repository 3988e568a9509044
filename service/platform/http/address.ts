import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../config/config.ts';

/** The address of a request, taken apart. */
export type Address = { params: Readonly<Record<string, string>>; query: URLSearchParams; path: string };

/** Characters that no address of ours holds and no database takes: controls, and halves of characters. */
const unwelcome = /\p{Cc}|\p{Cs}/gu;

/** Reads an address; undefined where it names something that cannot exist, because no name of ours holds such a character. */
export function addressOf(request: FastifyRequest): Address | undefined {
  const url = new URL(request.url, 'http://local');
  const params = pathParts(request.params);
  if (Object.values(params).some((value) => value.search(unwelcome) >= 0)) return undefined;
  const asked = [...url.searchParams].map(([name, value]) => [name, value.replaceAll(unwelcome, '')]);
  return { params, query: new URLSearchParams(asked), path: url.pathname };
}

function pathParts(params: unknown): Readonly<Record<string, string>> {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

/** Where a request says that it reached us, where its operator has not said: only for addresses shown to whoever asked. */
export function originOf(request: FastifyRequest): string {
  const said = `${request.protocol}://${request.host}`;
  return /^https?:\/\/[\w.-]+(:\d+)?$/.test(said) || /^https?:\/\/\[[\da-f:]+\](:\d+)?$/i.test(said)
    ? said
    : 'http://localhost';
}

/** Whether an origin is of this very machine, which nobody else can be taken to. */
export function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === '[::1]' || isLoopback(hostname);
}
