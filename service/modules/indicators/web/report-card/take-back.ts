import { notFound, redirectTo, type Route } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { takeBackOverruling } from '../../actions/report/take-back-overruling.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';

/** Takes back what was said of a verdict. Where somebody did so already ('no-such-overruling'), the page is not there. */
export const takeBackRoute: Route = {
  method: 'POST',
  path: '/measures/:source/:code/overrulings/:id/take-back',
  policy: overruleVerdicts,
  answer: async (request) => {
    const { source = '', code = '', id = '' } = request.params;
    const named = idFrom<'overruling'>(id);
    const came = named && (await request.write((ctx) => takeBackOverruling(ctx, named)));
    if (!came?.done) return notFound();
    return redirectTo(
      measurePath({ source, code }, came.value.areaCode),
      'Taken back: what was worked out stands alone again.',
    );
  },
};
