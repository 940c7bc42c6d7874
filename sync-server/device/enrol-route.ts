import { Hono } from 'hono'
import type { DeviceId } from '#shared/device/device'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { EnrolRequestSchema, type EnrolAnswer } from '#shared/sync/wire'
import type { PolicyEnv } from '../access/desk-env.ts'
import { remoteAddressHash } from '../access/remote-address.ts'
import { createSecret, hashSecret } from '../access/secret.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { hashEnrolCode } from './enrol-code.ts'

const FREE_TRIES = 10

/** POST /api/devices/enrol: a one-time code becomes a device and its token, which is told once and kept as a hash. */
export function enrolRoute({ writer, now, newId }: Pick<DeskDeps, 'writer' | 'now' | 'newId'>) {
  return new Hono<PolicyEnv>().post('/enrol', async (c) => {
    const body = await parseBody(c, EnrolRequestSchema)
    if (!body.ok) return refuseDesk(c, body.error)
    const address = remoteAddressHash(c, 'enrol')
    const keys = [{ keyHash: address, free: FREE_TRIES }]
    const { retryAfterSeconds } = await writer.write('countAttempt', { keys, at: now() })
    if (retryAfterSeconds !== null) return refuseDesk(c, { kind: 'too-many-requests', retryAfterSeconds })

    const token = createSecret()
    const deviceId = newId() as DeviceId
    const enrolled = await writer.write('enrolDevice', {
      codeHash: hashEnrolCode(body.value.code),
      deviceId,
      name: body.value.name,
      tokenHash: hashSecret(token),
      at: now(),
    })
    if (!enrolled.ok) return refuseDesk(c, enrolled.error)
    await writer.write('forgiveAttempts', { keyHashes: [address] })
    const answer: EnrolAnswer = {
      protocol: PROTOCOL_VERSION,
      deviceId,
      token,
      warehouseId: enrolled.value.id,
      warehouseName: enrolled.value.name,
    }
    return c.json(answer, 201)
  })
}
