import type { Route } from '#platform/http/route.ts';
import { meetingPacksRoutes } from './meeting-packs-page.tsx';
import { packRoutes } from './pack-page.tsx';
import { publishPackRoutes } from './publish-page.tsx';

/** Every page of packs. */
export const packsRoutes: readonly Route[] = [...meetingPacksRoutes, ...packRoutes, ...publishPackRoutes];
