import { Hono } from 'hono'
import { SignInRequestSchema, type SessionAnswer } from '#shared/desk/desk-session-wire'
import { DESK_ROLES } from '../access/policy.ts'
import type { DeskEnv, PolicyEnv } from '../access/desk-env.ts'
import { remoteAddressHash } from '../access/remote-address.ts'
import { hashSecret } from '../access/secret.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { verifyPassword } from './password.ts'
import { dropSessionCookie, putSessionCookie } from './session-cookie.ts'
import { meOf, startSession, type Session } from './session.ts'

const FREE_TRIES_PER_NAME = 5
const FREE_TRIES_PER_ADDRESS = 20

/** Sign in, who am I, sign out. A wrong name and a wrong password are answered alike and take as long. */
export function sessionRoute({ reader, writer, now }: DeskDeps) {
  const signIn = new Hono<PolicyEnv>().post('/session', async (c) => {
    const body = await parseBody(c, SignInRequestSchema)
    if (!body.ok) return refuseDesk(c, body.error)
    const userName = body.value.userName.toLowerCase()
    const nameKey = hashSecret(`user|${userName}`)
    const addressKey = remoteAddressHash(c, 'sign-in')
    const { retryAfterSeconds } = await writer.write('countAttempt', {
      keys: [
        { keyHash: nameKey, free: FREE_TRIES_PER_NAME },
        { keyHash: addressKey, free: FREE_TRIES_PER_ADDRESS },
      ],
      at: now(),
    })
    if (retryAfterSeconds !== null) return refuseDesk(c, { kind: 'too-many-requests', retryAfterSeconds })

    const staff = reader.get(
      reader.query
        .selectFrom('staffMember')
        .select(['id', 'name', 'role', 'warehouseId', 'passwordHash'])
        .where('userName', '=', userName)
        .where('active', '=', 1),
    )
    const isRight = await verifyPassword(staff?.passwordHash ?? null, body.value.password)
    if (!staff || !isRight) return refuseDesk(c, { kind: 'sign-in-wrong' })
    await writer.write('forgiveAttempts', { keyHashes: [nameKey] })
    await writer.write('uncountAttempt', { keyHash: addressKey })
    if (!DESK_ROLES.includes(staff.role)) return refuseDesk(c, { kind: 'not-allowed' })
    const session = await startSession(writer, meOf(staff), now())
    putSessionCookie(c, session.id)
    return c.json(sessionAnswer(session))
  })
  const mine = new Hono<DeskEnv>()
    .get('/session', (c) => c.json(sessionAnswer(c.var.session)))
    .delete('/session', async (c) => {
      await writer.write('endSession', { idHash: c.var.session.idHash })
      dropSessionCookie(c)
      return c.json({})
    })
  return new Hono().route('/', signIn).route('/', mine)
}

export function sessionAnswer({ me, csrf, expiresAt }: Session): SessionAnswer {
  return { me, csrf, expiresAt }
}
