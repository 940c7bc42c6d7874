import { Hono } from 'hono'
import { caseFileRoute } from '../case-file/case-file-route.ts'
import { deviceRoute } from '../device/device-route.ts'
import { findingRoute } from '../finding/finding-route.ts'
import { handoverRoute } from '../handover/handover-route.ts'
import type { AppEnv } from '../http/app-env.ts'
import { importRoute } from '../import/import-route.ts'
import { itemRoute } from '../item/item-route.ts'
import { warehouseRoute } from '../location/warehouse-route.ts'
import { refusedRoute } from '../movement/refused-route.ts'
import { requestRoute } from '../request/request-route.ts'
import { deskSurveyRoute } from '../survey/desk-survey-route.ts'
import { settingRoute } from '../setting/setting-route.ts'
import { repeatRoute } from '../repeat/repeat-route.ts'
import { deskPartRoute, type DeskPartDeps } from '../part/desk-part-route.ts'
import { dataRequestRoute } from '../person/data-request-route.ts'
import { householdRoute } from '../person/household-route.ts'
import { publicationRoute } from '../publication/publication-route.ts'
import { sessionRoute } from '../staff/session-route.ts'
import { setupRoute } from '../staff/setup-route.ts'
import { supervisionRoute } from '../supervision/supervision-route.ts'
import { staffRoute } from '../staff/staff-route.ts'
import { tripRoute } from '../trip/trip-route.ts'
import type { DeskDeps } from './desk-deps.ts'

/** Everything under /api/desk. Who may call what stands in access/policy.ts; nothing here is meant for a cache. */
export function deskRoutes(deps: DeskDeps & DeskPartDeps) {
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      await next()
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    })
    .route('/', setupRoute(deps))
    .route('/', sessionRoute(deps))
    .route('/', warehouseRoute(deps))
    .route('/', staffRoute(deps))
    .route('/', deviceRoute(deps))
    .route('/', refusedRoute(deps))
    .route('/', itemRoute(deps))
    .route('/', caseFileRoute(deps))
    .route('/', householdRoute(deps))
    .route('/', publicationRoute(deps))
    .route('/', dataRequestRoute(deps))
    .route('/', deskPartRoute(deps))
    .route('/', handoverRoute(deps))
    .route('/', tripRoute(deps))
    .route('/', findingRoute(deps))
    .route('/', importRoute(deps))
    .route('/', repeatRoute(deps))
    .route('/', supervisionRoute(deps))
    .route('/', requestRoute(deps))
    .route('/', deskSurveyRoute(deps))
    .route('/', settingRoute(deps))
}
