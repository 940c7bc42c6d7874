import { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import { enforcePolicy } from './access/enforce-policy.ts'
import { appFilesRoute } from './app-file/app-files-route.ts'
import { isBusy } from './database/is-busy.ts'
import type { DeskDeps } from './desk/desk-deps.ts'
import { deskRoutes } from './desk/desk-routes.ts'
import { enrolRoute } from './device/enrol-route.ts'
import { helpMapRoute } from './help-map/help-map-route.ts'
import type { AppEnv } from './http/app-env.ts'
import { dropUnreadBody } from './http/drop-unread-body.ts'
import { refuse } from './http/refuse.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { ServerLog } from './http/server-log.ts'
import type { DeskPartDeps } from './part/desk-part-route.ts'
import { openapiRoute } from './openapi/openapi-route.ts'
import { helpRoutes } from './help/help-routes.ts'
import { createWrongCodes } from './help/wrong-codes.ts'
import { placeRoute } from './place/place-route.ts'
import { publicPictureRoute } from './part/public-picture-route.ts'
import { missing } from './public/missing-page.ts'
import { publicRoutes, type PublicDeps } from './public/public-routes.ts'
import { publicCasesRoute, type PublicCasesDeps } from './publication/public-cases-route.ts'
import { hookRoute } from './request/hook-route.ts'
import { healthRoute } from './status/health-route.ts'
import { syncRoutes, type SyncDeps } from './sync/sync-routes.ts'
import { webPushRoutes, type WebPushRoutesDeps } from './web-push/web-push-routes.ts'

export interface AppDeps
  extends
    SyncDeps,
    PublicDeps,
    PublicCasesDeps,
    DeskDeps,
    DeskPartDeps,
    Omit<WebPushRoutesDeps, 'wrongCodes'> {
  readonly log: ServerLog
  readonly distFolder: string
}

/** The whole server as one handler: the device wire, the desk, the public page and the app's files. */
export function createApp(deps: AppDeps) {
  const wrongCodes = createWrongCodes(() => deps.now())
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    return next()
  })
  app.use(securityHeaders)
  app.use(dropUnreadBody())
  app.notFound(missing)
  app.onError((error, c) => {
    if (isBusy(error)) return refuse(c, { kind: 'busy' })
    const requestId = c.get('requestId')
    deps.log.error('unexpected', { requestId, method: c.req.method, path: pathForLog(c.req.path) }, error)
    c.header('x-request-id', requestId)
    return refuse(c, { kind: 'internal' })
  })

  app.use(enforcePolicy(deps))

  app.route('/api/sync', syncRoutes(deps))
  app.route('/api/devices', enrolRoute(deps))
  app.route('/api/desk', deskRoutes(deps))
  app.route('/api/hooks', hookRoute(deps))
  app.route('/api/places', placeRoute())
  app.route('/api', healthRoute(deps))
  app.route('/api', openapiRoute())
  app.route('/', publicRoutes(deps))
  app.route('/', helpMapRoute(deps))
  app.route('/', publicCasesRoute(deps))
  app.route('/', publicPictureRoute(deps))
  app.route('/', webPushRoutes({ ...deps, wrongCodes }))
  app.route('/', helpRoutes({ ...deps, wrongCodes }))

  app.get('/app', (c) => c.redirect('/app/', 301))
  app.route('/app', appFilesRoute(deps))
  return app
}

/** The code that a requester follows a request by opens a page: it is in no log. */
function pathForLog(path: string): string {
  return path.replace(/^\/ho-so\/.*/, '/ho-so/…')
}
