import type { FastifyLoggerOptions } from 'fastify';
import type { PinoLoggerOptions } from 'fastify/types/logger.js';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/**
 * What a log line may hold: the time, the request's number, the method, the route's pattern, the status, how long it
 * took, and for a fault its code and place in our code. Never an address, a query, a body, a browser or a network
 * address: any of them can carry a person.
 */
export function logOptions(level: LogLevel): false | (FastifyLoggerOptions & PinoLoggerOptions) {
  if (level === 'silent') return false;
  return {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      req: () => ({}),
      res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
      err: (error: Error) => ({ type: error.name, message: '', stack: '' }),
    },
  };
}
