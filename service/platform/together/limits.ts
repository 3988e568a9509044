import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { RequestCounts } from './request-counts.ts';

/** Where the limiter of requests keeps its count: addresses with a limit of their own are counted apart. */
export function storeOver(counts: RequestCounts): FastifyRateLimitStoreCtor {
  return class Store {
    constructor() {
      return storeFor(counts, '');
    }
    declare incr: FastifyRateLimitStore['incr'];
    declare child: FastifyRateLimitStore['child'];
  };
}

function storeFor(counts: RequestCounts, place: string): FastifyRateLimitStore {
  return {
    incr: (...[key, callback, , most]) => callback(null, counts.count(`${place} ${key}`, most)),
    child: ({ path, prefix }) => storeFor(counts, `${prefix}${path}`),
  };
}
