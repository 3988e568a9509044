import type { SubjectRegistry } from '../../queries/decisions/decision-view.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import { agendaRoute } from '../agenda/agenda-page.tsx';
import { writeAgendaRoutes } from '../agenda/write-agenda-pages.tsx';
import { minutesRoutes } from '../minutes/minutes-pages.tsx';
import { decisionRoutes } from './decision-page.tsx';
import { decisionsRoutes } from './decisions-pages.tsx';

/** Agendas, minutes and decisions; what a decision rests on is looked up in the rooms that hold it. */
export function agendaAndDecisionRoutes(registry: SubjectRegistry<Ctx>): readonly Route[] {
  return [
    agendaRoute,
    ...writeAgendaRoutes,
    ...minutesRoutes,
    ...decisionsRoutes,
    ...decisionRoutes(registry),
  ];
}
