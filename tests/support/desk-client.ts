import { CSRF_HEADER } from '#shared/desk/desk-wire'
import type { Me } from '#shared/desk/desk-session-wire'
import type { WarehouseId } from '#shared/location/location'
import type { Role, StaffId } from '#shared/staff/staff'
import { instantFromMs } from '#shared/time/time'
import type { RunningServer } from '../../sync-server/main.ts'
import { SESSION_COOKIE } from '../../sync-server/staff/session-cookie.ts'
import { startSession } from '../../sync-server/staff/session.ts'

export interface DeskAnswer<Body> {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
}

export interface DeskClient {
  readonly me: Me
  readonly cookie: string
  readonly csrf: string
  /** Any request under /api/desk as this person. */
  call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<DeskAnswer<Body>>
}

/** A refusal as the desk answers it. */
export interface Refused {
  readonly error: {
    readonly kind: string
    readonly message: { readonly vi: string; readonly en: string }
    readonly fields?: readonly { field: string; message: { vi: string; en: string } }[]
  }
}

/** A member of staff with this role, signed in, without the slow hashing of a password. */
export async function signInAs(
  { url, writer }: Pick<RunningServer, 'url' | 'writer'>,
  role: Role,
  { name = `Người ${role}`, warehouseId = null }: { name?: string; warehouseId?: WarehouseId | null } = {},
  now = instantFromMs(Date.now()),
): Promise<DeskClient> {
  const id = crypto.randomUUID() as string as StaffId
  const me: Me = { id, name, role, warehouseId }
  const onTablet = role === 'keeper' || role === 'courier'
  const at = onTablet && warehouseId === null ? await anyWarehouse(writer) : warehouseId
  const added = await writer.write('addStaff', {
    staff: {
      ...me,
      warehouseId: at,
      userName: `u-${id.slice(0, 8)}`,
      passwordHash: 'none',
      pinHash: 'none',
      keyBox: null,
      active: 1,
      createdAt: now,
    },
    changedBy: 'test',
  })
  if (!added.ok) throw new Error(added.error.kind)
  const session = await startSession(writer, me, now)
  return createDeskClient(url, { me, cookie: `${SESSION_COOKIE}=${session.id}`, csrf: session.csrf })
}

export function createDeskClient(
  url: string,
  { me, cookie, csrf }: Pick<DeskClient, 'me' | 'cookie' | 'csrf'>,
): DeskClient {
  return {
    me,
    cookie,
    csrf,
    async call(method, path, body, headers) {
      const answer = await fetch(`${url}/api/desk${path}`, {
        method,
        headers: { cookie, [CSRF_HEADER]: csrf, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return {
        status: answer.status,
        headers: answer.headers,
        body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
      }
    },
  }
}

async function anyWarehouse(writer: RunningServer['writer']): Promise<WarehouseId> {
  const code = `K-${crypto.randomUUID().slice(0, 8)}`
  const added = await writer.write('addWarehouse', { code, name: code, at: instantFromMs(0) })
  if (!added.ok) throw new Error(added.error.kind)
  return added.value.id
}
