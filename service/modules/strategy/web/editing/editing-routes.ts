import type { Ctx } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import type { SubjectRegistry } from '../../domain/thread.ts';
import { bringInPreviewRoutes } from '../bringing-in/bring-in-preview.tsx';
import { bringInRoutes } from '../bringing-in/bring-in.tsx';
import { markLinesRoutes } from '../bringing-in/mark-lines.tsx';
import { newFrameworkRoutes } from '../bringing-in/new-framework.tsx';
import { pasteRoutes } from '../bringing-in/paste.tsx';
import { editFrameworkRoutes } from './edit-framework.tsx';
import { addElementRoutes } from './elements/add-element.tsx';
import { editElementRoutes } from './elements/edit-element.tsx';
import { moveElementRoutes } from './elements/move-element.tsx';
import { removeElementRoutes } from './elements/remove-element.tsx';
import { tiesRoutes } from './elements/ties.tsx';
import { endFrameworkRoutes } from './end-framework.tsx';
import { passagesRoutes } from './passages.tsx';
import { peopleRoutes } from './people.tsx';
import { publishRoutes } from './publish.tsx';
import { tiersRoutes } from './tiers.tsx';

/** Every page that changes one of the partnership's own frameworks, or brings one in. */
export function editingRoutes(registry: SubjectRegistry<Ctx>): readonly Route[] {
  return [
    ...newFrameworkRoutes,
    ...pasteRoutes,
    ...markLinesRoutes,
    ...bringInRoutes,
    ...bringInPreviewRoutes,
    ...addElementRoutes,
    ...editElementRoutes,
    ...moveElementRoutes,
    ...removeElementRoutes,
    ...tiesRoutes(registry),
    ...editFrameworkRoutes,
    ...tiersRoutes,
    ...peopleRoutes,
    ...passagesRoutes,
    ...publishRoutes,
    ...endFrameworkRoutes,
  ];
}
