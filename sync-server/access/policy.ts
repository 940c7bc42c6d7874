import type { Role } from '#shared/staff/staff'

/** Who may be calling: nobody known, a device, one that was revoked, or a member of staff at the desk. */
export type CallerKind = 'anonymous' | 'device' | 'revoked-device' | Role
export const CALLER_KINDS: readonly CallerKind[] = [
  'anonymous',
  'device',
  'revoked-device',
  'keeper',
  'courier',
  'verifier',
  'coordinator',
  'auditor',
  'admin',
]

/** Roles that work at the desk; keepers and couriers work on tablets. */
export const DESK_ROLES: readonly Role[] = ['verifier', 'coordinator', 'auditor', 'admin']

const ANYONE = CALLER_KINDS
const DESK = DESK_ROLES
const READERS: readonly Role[] = ['coordinator', 'auditor', 'admin']
const EDITORS: readonly Role[] = ['coordinator', 'admin']
const VERIFIERS: readonly Role[] = ['verifier', 'coordinator', 'admin']
const ADMINS: readonly Role[] = ['admin']
/** Who watches over those who look at persons. */
const WATCHERS: readonly Role[] = ['auditor', 'admin']
const DEVICES: readonly CallerKind[] = ['device']

/**
 * Every route and who may call it. What is not here cannot be reached, whatever is registered. `:x` stands for one
 * part of a path, `*` at the end for the rest. GET covers HEAD.
 */
export const POLICY = {
  'GET /': ANYONE,
  'GET /ban-do': ANYONE,
  'GET /truong-hop': ANYONE,
  'GET /truong-hop/:code': ANYONE,
  'POST /truong-hop/:code/tim': ANYONE,
  'GET /can-giup': ANYONE,
  'POST /can-giup': ANYONE,
  'GET /ho-so': ANYONE,
  'POST /ho-so': ANYONE,
  'GET /ho-so/bao.js': ANYONE,
  'GET /ho-so/:code': ANYONE,
  // whoever knows the code
  'POST /ho-so/:code/bao': ANYONE,
  'DELETE /ho-so/:code/bao': ANYONE,
  'GET /favicon.ico': ANYONE,
  'GET /robots.txt': ANYONE,
  'GET /hinh/:publicHash': ANYONE,
  'GET /app': ANYONE,
  'GET /app/*': ANYONE,
  'GET /api/health': ANYONE,
  'GET /api/openapi.json': ANYONE,
  'GET /api/public/stock': ANYONE,
  'GET /api/public/stream': ANYONE,
  'GET /api/places/provinces': ANYONE,
  'GET /api/places/communes': ANYONE,
  'GET /api/places/all': ANYONE,
  'GET /api/places/old': ANYONE,

  // whoever knows the secret of the name
  'POST /api/hooks/:name': ANYONE,

  'POST /api/devices/enrol': ANYONE,
  'POST /api/sync/facts': ['device', 'revoked-device'],
  'GET /api/sync/movements': DEVICES,
  'GET /api/sync/snapshot': DEVICES,
  'GET /api/sync/documents/:collection': DEVICES,
  'GET /api/sync/documents/:collection/digest': DEVICES,
  'GET /api/sync/keys': DEVICES,
  'GET /api/sync/packages': DEVICES,
  'GET /api/sync/stream': DEVICES,
  'GET /api/sync/parts/:hash': ['device', 'revoked-device'],
  'PUT /api/sync/parts/:hash': ['device', 'revoked-device'],

  'GET /api/desk/setup': ANYONE,
  'POST /api/desk/setup': ANYONE,
  'POST /api/desk/session': ANYONE,
  'GET /api/desk/session': DESK,
  'DELETE /api/desk/session': DESK,

  'GET /api/desk/warehouses': DESK,
  'POST /api/desk/warehouses': ADMINS,
  'GET /api/desk/shelves': DESK,
  'POST /api/desk/shelves': ADMINS,
  'GET /api/desk/staff': READERS,
  'POST /api/desk/staff': ADMINS,
  'PATCH /api/desk/staff/:id': ADMINS,
  'GET /api/desk/devices': READERS,
  'POST /api/desk/devices/enrol-codes': ADMINS,
  'POST /api/desk/devices/:id/revoke': ADMINS,
  'GET /api/desk/refused': READERS,

  'GET /api/desk/items': DESK,
  'GET /api/desk/items/:id': DESK,
  'POST /api/desk/items': EDITORS,
  'PATCH /api/desk/items/:id': EDITORS,

  'GET /api/desk/case-files': DESK,
  'GET /api/desk/case-files/expiring': DESK,
  'GET /api/desk/case-files/:id': DESK,
  'GET /api/desk/case-files/:id/ticks': DESK,
  'POST /api/desk/case-files': EDITORS,
  'PATCH /api/desk/case-files/:id': EDITORS,
  'POST /api/desk/case-files/:id/tick': VERIFIERS,

  'GET /api/desk/case-files/:id/publication': DESK,
  'PUT /api/desk/case-files/:id/publication': EDITORS,
  'DELETE /api/desk/case-files/:id/publication': EDITORS,

  'GET /api/desk/supervision': READERS,
  'GET /api/desk/requests': DESK,
  'POST /api/desk/requests': VERIFIERS,
  'GET /api/desk/requests/:id': DESK,
  'POST /api/desk/requests/:id/pre-check': VERIFIERS,
  'POST /api/desk/requests/:id/assign': VERIFIERS,
  'POST /api/desk/requests/:id/merge': VERIFIERS,
  'POST /api/desk/requests/:id/unmerge': VERIFIERS,
  'POST /api/desk/requests/:id/refuse': VERIFIERS,
  'POST /api/desk/requests/:id/survey': VERIFIERS,

  'GET /api/desk/rules/ticks': DESK,
  'PUT /api/desk/rules/ticks': ADMINS,
  'GET /api/desk/rules/repeat': DESK,
  'PUT /api/desk/rules/repeat': ADMINS,
  'GET /api/desk/trips': READERS,
  'GET /api/desk/trips/waiting': READERS,
  'GET /api/desk/trips/:id': READERS,
  'GET /api/desk/trips/:id/waybill': EDITORS,
  'POST /api/desk/trips': EDITORS,
  'PATCH /api/desk/trips/:id': EDITORS,
  'POST /api/desk/trips/:id/state': EDITORS,
  'POST /api/desk/trips/:id/move': EDITORS,

  'GET /api/desk/case-files/:id/handovers': DESK,
  'GET /api/desk/case-files/:id/pictures': VERIFIERS,
  'POST /api/desk/case-files/:id/pictures': VERIFIERS,
  'GET /api/desk/parts/:hash': VERIFIERS,
  'POST /api/desk/parts/:hash/public': EDITORS,
  'DELETE /api/desk/parts/:hash/public': EDITORS,
  'GET /api/desk/refused-parts': READERS,

  'GET /api/desk/case-files/:id/household': VERIFIERS,
  'PUT /api/desk/case-files/:id/household': VERIFIERS,
  'GET /api/desk/person-reads': WATCHERS,
  'GET /api/desk/data-requests': READERS,
  'POST /api/desk/data-requests': EDITORS,
  'GET /api/desk/data-requests/:id': EDITORS,
  'POST /api/desk/data-requests/:id/search': EDITORS,
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/show': EDITORS,
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/hand-out': EDITORS,
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/correct': EDITORS,
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/correct-contact': EDITORS,
  'POST /api/desk/data-requests/:id/case-files/:caseFileId/erase': EDITORS,
  'POST /api/desk/data-requests/:id/close': EDITORS,

  'GET /api/desk/findings': READERS,
  'POST /api/desk/findings/handle': EDITORS,

  'GET /api/desk/imports/:kind/template': EDITORS,
  'POST /api/desk/imports/:kind': EDITORS,
} satisfies Readonly<Record<string, readonly CallerKind[]>>
export type Route = keyof typeof POLICY

/** Who makes trips, and so may know who drives. */
export const TRIP_EDITORS: readonly Role[] = EDITORS

/** Who may see what is known about persons in need. */
export const PERSON_READERS: readonly Role[] = VERIFIERS

/** Who may call this; undefined when the table does not know the route. */
export function callersOf(method: string, path: string): readonly CallerKind[] | undefined {
  const asked = `${method === 'HEAD' ? 'GET' : method} ${path}`.split('/')
  const route = ROUTES.find(({ parts }) => matches(parts, asked))
  return route?.callers
}

/** With which methods the table knows a path: none where there is nothing. */
export function methodsOf(path: string): string[] {
  const methods = METHODS.filter((method) => callersOf(method, path) !== undefined)
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}

const ROUTES = Object.entries<readonly CallerKind[]>(POLICY).map(([route, callers]) => ({
  parts: route.split('/'),
  callers,
}))
const METHODS = [...new Set(ROUTES.map(({ parts }) => parts[0]!.trim()))].sort()

function matches(parts: readonly string[], asked: readonly string[]): boolean {
  const hasRest = parts.at(-1) === '*'
  if (hasRest ? asked.length < parts.length : asked.length !== parts.length) return false
  return parts.every(
    (part, i) => part === '*' || part === asked[i] || (part.startsWith(':') && asked[i] !== ''),
  )
}
