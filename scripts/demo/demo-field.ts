import { createHash } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PartHash, PartHeader } from '#shared/part/part'
import { addDays, dayInVietnam, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../../sync-server/database/open-reader.ts'
import type { Writer } from '../../sync-server/database/writer.ts'
import { HANDOVER_RECEIVERS } from '../../sync-server/handover/handover-receivers.ts'
import { createServerLog } from '../../sync-server/http/server-log.ts'
import { createPartStore } from '../../sync-server/part/part-store.ts'
import type { Persons } from '../../sync-server/person/persons.ts'
import { createPreChecker } from '../../sync-server/request/pre-checker.ts'
import { sealBox } from '../../sync-server/seal/box.ts'
import type { SealKeys } from '../../sync-server/seal/seal-keys.ts'
import { readFacts } from '../../sync-server/sync/read-facts.ts'
import { surveyReceiver } from '../../sync-server/survey/survey-receiver.ts'
import { assert } from '#shared/assert'
import type { DemoClerk, DemoPush } from './demo-clerk.ts'
import type { DemoDevice, DemoWorld } from './demo-world.ts'

/** The clock that the product reads while its week is lived; nothing is written before what it says. */
export interface DemoClock {
  now: Instant
}

export interface FieldDeps {
  readonly dataFolder: string
  readonly reader: Reader
  readonly writer: Writer
  readonly keys: SealKeys
  readonly persons: Persons
  readonly clock: DemoClock
  readonly clerk: DemoClerk
  readonly world: DemoWorld
  readonly random: () => number
}

/** A picture, a signature or a household, sealed on a device as there. */
export interface DemoPart {
  readonly hash: PartHash
  readonly device: DemoDevice
  readonly header: PartHeader
  readonly bytes: Uint8Array
}
export type DemoField = ReturnType<typeof createDemoField>

/** What the week needs of the product: the doors through which phones and the desk reach it, at whatever time it is. */
export function createDemoField(deps: FieldDeps) {
  const { dataFolder, reader, writer, keys, persons, clock, clerk } = deps
  const today = dayInVietnam(clock.now)
  const now = () => clock.now
  const parts = createPartStore({
    dataFolder,
    reader,
    writer,
    keys,
    now,
    receivers: { ...HANDOVER_RECEIVERS, survey: surveyReceiver({ reader, writer, persons, now }) },
  })
  let handedIn = clerk.pushes.length

  return {
    ...deps,
    today,
    /** So many days ago, at an hour of Vietnam: 13.5 is half past one. */
    at: (daysAgo: number, hours: number): Instant =>
      instantFromMs(Date.parse(addDays(today, -daysAgo)) + Math.round((hours - 7) * 3_600_000)),
    seal: (
      device: DemoDevice,
      content: Uint8Array | object,
      header: Pick<PartHeader, 'kind' | 'subjectId' | 'caseFileId' | 'keptAt'>,
    ): DemoPart => {
      const plain = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
      const bytes = sealBox(keys.box.publicKey, plain)
      const hash = createHash('sha256').update(bytes).digest('hex') as PartHash
      return { hash, device, header: { ...header, size: bytes.length }, bytes }
    },
    /** In the evening, where there is a network: facts first, then what belongs to them. */
    async handIn(at: Instant, belonging: readonly DemoPart[] = []): Promise<void> {
      clock.now = at
      for (const push of clerk.pushes.slice(handedIn)) await appendPush(writer, { ...push, receivedAt: at })
      handedIn = clerk.pushes.length
      for (const { hash, device, header, bytes } of belonging) {
        const caller = { ...device, revokedAt: null }
        const { state } = await parts.take(caller, hash, header, { offset: 0, bytes })
        assert(state === 'taken', `the demo's ${header.kind} was not taken`)
      }
    },
    /** Looks over what has come in, as the server does while nobody waits. */
    async lookOver(): Promise<void> {
      const log = createServerLog((line) => void process.stderr.write(line))
      const preChecker = createPreChecker({ reader, writer, persons, log, now })
      await preChecker.look()
      await preChecker.close()
    },
    codeOf: (caseFileId: CaseFileId): string => {
      const life = reader.get(
        reader.query.selectFrom('caseLife').select('code').where('caseFileId', '=', caseFileId),
      )
      assert(life !== undefined, 'the demo asks for a case file that is not there')
      return life.code
    },
  }
}

/** One push of a device, as the server takes it. */
export async function appendPush(
  writer: Pick<Writer, 'write'>,
  { device, receivedAt, facts }: DemoPush,
): Promise<void> {
  const read = readFacts(facts, { ...device, revokedAt: null })
  await writer.write('appendFacts', { device, receivedAt, unsent: 0, facts: read })
}

export function minutesAfter(at: Instant, minutes: number): Instant {
  return instantFromMs(msFromInstant(at) + minutes * 60_000)
}
