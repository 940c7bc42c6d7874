import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatOwnLabel } from '#shared/gs1/own-label'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { createDigits } from '../../sync-server/access/secret.ts'
import { hashEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { startServer, type RunningServer } from '../../sync-server/main.ts'
import { demoDevices, fillDemo } from './fill-demo.ts'
import type { DemoWeek } from './live-week.ts'

const CONTACT_EVERY_MS = 60_000
/** Whoever tries the demo comes back after lunch. */
const ENROL_CODE_LIFETIME_MS = 12 * 3_600_000

export interface DemoOptions {
  readonly port: number
  readonly seed?: number
  readonly now?: () => Instant
}
export interface RunningDemo {
  readonly server: RunningServer
  readonly dataFolder: string
  /** Opens an enrolled tablet of the first warehouse, once. */
  readonly tabletUrl: string
  /** Opens an enrolled phone for who goes out from there, once. */
  readonly phoneUrl: string
  readonly week: DemoWeek
  /** Ends the server and leaves nothing behind. */
  close(): Promise<void>
}

/** A server of its own on a folder that is thrown away, filled with a month of made-up work and marked as such. */
export async function startDemo({ port, seed = 4, now = clock }: DemoOptions): Promise<RunningDemo> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kho-4d-demo-'))
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true })
  process.once('exit', removeFolder)
  const { world, week } = await fillDemo(dataFolder, { now: now(), seed })
  const server = await startServer({ port, dataFolder, demo: true, now })

  const newEnrolCode = async () => {
    const code = formatOwnLabel({ family: 'enrolment', digits: createDigits(12) })
    await server.writer.write('addEnrolCode', {
      codeHash: hashEnrolCode(code),
      warehouseId: world.warehouses[0]!.id,
      createdBy: world.adminId,
      expiresAt: instantFromMs(msFromInstant(now()) + ENROL_CODE_LIFETIME_MS),
      at: now(),
    })
    return code
  }
  // With a name in the link nothing is left to ask: opening it enrols.
  const tabletUrl = `${server.url}/app/enrol?name=Demo#${await newEnrolCode()}`
  const phoneUrl = `${server.url}/app/enrol?name=Demo-giao#${await newEnrolCode()}`
  // Without this every tablet of the demo would fall silent after an hour.
  const contacts = setInterval(() => {
    for (const { deviceId, isSilent } of demoDevices(world)) {
      if (!isSilent) void server.writer.write('noteContact', { deviceId, at: now() })
    }
  }, CONTACT_EVERY_MS)
  contacts.unref()

  return {
    server,
    dataFolder,
    tabletUrl,
    phoneUrl,
    week,
    async close() {
      clearInterval(contacts)
      await server.close()
      process.off('exit', removeFolder)
      removeFolder()
    },
  }
}

function clock(): Instant {
  return instantFromMs(Date.now())
}
