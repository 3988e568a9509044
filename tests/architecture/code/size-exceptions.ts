import type { Exception } from './reasoned-exceptions.ts';

/** What is longer than we like, and why it is left so. */
export const sizeExceptions: readonly Exception[] = [
  ...[
    'service/modules/site/web/home.tsx Home',
    'service/modules/strategy/web/coverage.tsx Grid',
    'service/modules/strategy/web/element-page.tsx ElementPage',
    'service/modules/strategy/web/plan-page.tsx PlanPage',
    'service/modules/strategy/web/versions.tsx Versions',
  ].map((what) => ({ what, because: 'one page of markup, which is read from its top to its foot' })),
  ...[
    'service/platform/db/embedded/embedded.ts openEmbedded',
    'service/platform/db/embedded/worker-line.ts lineTo',
    'service/platform/db/transact.ts lend',
    'service/platform/outbox/jobs.ts openJobs',
    'service/open-service.ts openGroundOver',
    'tests/faults/server/own-server.ts serverOver',
    'tests/faults/server/proxy.ts lineTo',
  ].map((what) => ({ what, because: 'opens one resource, whose few functions share what it holds' })),
  {
    what: 'service/platform/audit/verify-audit.ts',
    because: 'one file on purpose: whoever verifies copies it alone to a machine of their own',
  },
  {
    what: 'service/platform/http/testing.ts testService',
    because: 'puts a whole service together for tests, in the order in which its parts need each other',
  },
  {
    what: 'service/modules/strategy/domain/testing/any-framework.ts a function of the file',
    because: 'one generator of any framework, whose parts draw on those above them',
  },
  ...['tests/accessibility/asked/look-of-a-page.ts look', 'tests/browser/focused-stop.ts readStop'].map(
    (what) => ({
      what,
      because: 'is sent to the browser, where it can call nothing that stands beside it',
    }),
  ),
  {
    what: 'tests/faults/server/probe-routes.tsx probeRoutes',
    because: 'a list of routes of a service for tests, a few lines each',
  },
  ...[
    'tests/accessibility/pages.ts beingChanged',
    'tests/accessibility/prepared-states.ts prepareStates',
  ].map((what) => ({ what, because: 'a list of states of pages, a few lines each' })),
];
