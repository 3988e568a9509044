import type { PageRequest } from '#platform/http/route.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';

/** Acts as the person who asks, also after the page has been answered: work goes on in the background. */
export function actingFor(request: PageRequest): Act {
  return (access, work) => (access === 'read' ? request.read(work) : request.write(work));
}

/** The import that an address names. */
export function importIdOf(request: PageRequest): Id<'import'> | undefined {
  return idFrom<'import'>(request.params['id'] ?? '');
}
