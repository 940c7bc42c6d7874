import { Hono } from 'hono'
import { SetupRequestSchema } from '#shared/desk/desk-session-wire'
import type { StaffId } from '#shared/staff/staff'
import type { PolicyEnv } from '../access/desk-env.ts'
import { remoteAddressHash } from '../access/remote-address.ts'
import { hashSecret } from '../access/secret.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { hashPassword } from './password.ts'
import { putSessionCookie } from './session-cookie.ts'
import { sessionAnswer } from './session-route.ts'
import { meOf, startSession } from './session.ts'
import { refuseStaff } from './staff-refusal.ts'

const FREE_TRIES = 10

/** The first start: whoever holds the printed code becomes the administrator, once. */
export function setupRoute({ reader, writer, now, newId }: DeskDeps) {
  return new Hono<PolicyEnv>()
    .get('/setup', (c) => {
      const admin = reader.get(
        reader.query
          .selectFrom('staffMember')
          .select('id')
          .where('role', '=', 'admin')
          .where('active', '=', 1)
          .limit(1),
      )
      return c.json({ needed: admin === undefined })
    })
    .post('/setup', async (c) => {
      const body = await parseBody(c, SetupRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const keys = [{ keyHash: remoteAddressHash(c, 'setup'), free: FREE_TRIES }]
      const { retryAfterSeconds } = await writer.write('countAttempt', { keys, at: now() })
      if (retryAfterSeconds !== null) return refuseDesk(c, { kind: 'too-many-requests', retryAfterSeconds })
      const { code, name, userName, password } = body.value
      const added = await writer.write('setUpFirstAdmin', {
        codeHash: hashSecret(code),
        staff: {
          id: newId() as StaffId,
          name,
          role: 'admin',
          warehouseId: null,
          userName,
          passwordHash: await hashPassword(password),
          pinHash: null,
          keyBox: null,
          active: 1,
          createdAt: now(),
        },
      })
      if (!added.ok) {
        return refuseDesk(c, added.error.kind === 'code-wrong' ? added.error : refuseStaff(added.error))
      }
      const session = await startSession(writer, meOf(added.value), now())
      putSessionCookie(c, session.id)
      return c.json(sessionAnswer(session), 201)
    })
}
