import { serve } from '@hono/node-server'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { instantFromMs, type Instant } from '#shared/time/time'
import { createApp } from './app.ts'
import { createChangeWatch } from './database/change-watch.ts'
import { openReader, type Reader } from './database/open-reader.ts'
import { createWriter, type Writer } from './database/writer.ts'
import { createDeviceAuthentication } from './device/authenticate-device.ts'
import { createDeviceContacts } from './device/device-contacts.ts'
import { createDeviceRates } from './device/device-rates.ts'
import { HANDOVER_RECEIVERS } from './handover/handover-receivers.ts'
import { createServerLog } from './http/server-log.ts'
import { createInterest, type Interest } from './interest/interest.ts'
import { createPartStore, type PartPoint, type PartStore } from './part/part-store.ts'
import { gatewayWay, type MessageGateway } from './message/gateway.ts'
import { createMessenger, type Messenger } from './message/messenger.ts'
import { createMarkKeeper, type MarkKeeper } from './person/mark-keeper.ts'
import { openPersons } from './person/open-persons.ts'
import type { Persons } from './person/persons.ts'
import { createPublicBoard } from './public/public-board.ts'
import { createPublicStream } from './public/public-stream.ts'
import { createPublicStockReader } from './public/read-public-stock.ts'
import type { SealKeys } from './seal/seal-keys.ts'
import { surveyReceiver } from './survey/survey-receiver.ts'
import { createPreChecker, type PreChecker } from './request/pre-checker.ts'
import { removeServerAddress, writeServerAddress } from './status/server-address.ts'
import { createDeviceStreams } from './sync/device-streams.ts'
import type { PushDeps } from './sync/push-route.ts'
import { createWebPush } from './web-push/web-push.ts'

export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly dataFolder: string
  /** Left out: beside the database. */
  readonly keyFile?: string
  readonly host?: string
  /** Marks every page as made-up figures. */
  readonly demo?: boolean
  readonly now?: () => Instant
  readonly distFolder?: string
  readonly log?: (line: string) => void
  readonly requestsPerMinute?: number
  /** How long requests under way may take once the server stops. */
  readonly graceMs?: number
  readonly passPoint?: PushDeps['passPoint']
  readonly passPartPoint?: (point: PartPoint) => void
  /** Where those who asked for help are told of a new step; nowhere when left out. */
  readonly messageGateway?: MessageGateway
  /** How people reach this server, for links in messages and codes. */
  readonly publicUrl?: string
  /** Push services beyond the known ones, for tests. */
  readonly pushOrigins?: readonly string[]
}
export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly reader: Reader
  readonly writer: Writer
  readonly keys: SealKeys
  readonly parts: PartStore
  readonly persons: Persons
  readonly messenger: Messenger
  readonly preChecker: PreChecker
  readonly markKeeper: MarkKeeper
  readonly interest: Interest
  close(): Promise<void>
}

/** Enough for any push to be answered; who only listens or dawdles must not keep the server from stopping. */
const GRACE_MS = 5_000
const DIST = fileURLToPath(new URL('../dist', import.meta.url))

/** Puts everything together and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const now = options.now ?? (() => instantFromMs(Date.now()))
  const log = createServerLog(options.log ?? ((line) => void process.stderr.write(line)))
  const writer = createWriter(options.dataFolder, { onCommit: () => watch.look() })
  const reader = openReader(options.dataFolder)
  const watch = createChangeWatch(reader)
  const closeDatabase = () => writer.close().finally(() => reader.close())
  const { dataFolder, keyFile } = options
  const { keys, persons } = await openPersons({ dataFolder, keyFile, reader, writer, now }).catch(
    async (error: unknown) => {
      watch.close()
      await closeDatabase()
      throw error
    },
  )
  const markKeeper = createMarkKeeper({ reader, writer, keys, log, now })
  const { messageGateway: gateway, publicUrl, pushOrigins } = options
  const preChecker = createPreChecker({ reader, writer, persons, log, now })
  const webPush = createWebPush({ reader, writer, keys, now, publicUrl, pushOrigins })
  const ways = [
    ...(gateway ? [gatewayWay(gateway, { reader, keys, persons, now, publicUrl })] : []),
    ...(webPush ? [webPush.way] : []),
  ]
  const messenger = createMessenger({ reader, writer, log, now, ways })
  const interest = createInterest({ dataFolder, reader, writer, log, now })
  const streams = createDeviceStreams(watch)
  const demo = options.demo ?? false
  const board = createPublicBoard({ readPublicStock: createPublicStockReader(reader, { demo }), watch, now })
  const publicStream = createPublicStream(board.stock())
  board.listen((stock) => publicStream.publish(stock))
  const parts = createPartStore({
    dataFolder: options.dataFolder,
    reader,
    writer,
    keys,
    now,
    receivers: { ...HANDOVER_RECEIVERS, survey: surveyReceiver({ reader, writer, persons, now }) },
    passPoint: options.passPartPoint,
  })
  persons.onErase((caseFileId) => parts.removeErased(caseFileId))
  await parts.tidy()
  const app = createApp({
    parts,
    dataFolder: options.dataFolder,
    reader,
    writer,
    keys,
    persons,
    markKeeper,
    preChecker,
    interest,
    streams,
    board,
    publicStream,
    webPush,
    demo,
    publicUrl,
    now,
    newId: randomUUID,
    log,
    passPoint: options.passPoint,
    authenticateDevice: createDeviceAuthentication(reader),
    contacts: createDeviceContacts(writer, (error) => log.error('contact', {}, error)),
    rates: createDeviceRates(() => performance.now(), options.requestsPerMinute),
    distFolder: options.distFolder ?? DIST,
  })

  const server = serve({
    fetch: app.fetch,
    port: options.port,
    hostname: options.host ?? '0.0.0.0',
  }) as Server
  const closeStreams = () => [streams, board, publicStream, watch].forEach((part) => part.close())
  await once(server, 'listening').catch(async (error: unknown) => {
    closeStreams()
    await markKeeper.close()
    await messenger.close()
    await preChecker.close()
    await interest.close()
    await closeDatabase()
    throw error
  })
  void markKeeper.look()
  void interest.look()
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}`
  writeServerAddress(options.dataFolder, url)

  return {
    url,
    port,
    reader,
    writer,
    keys,
    parts,
    persons,
    messenger,
    preChecker,
    markKeeper,
    interest,
    async close() {
      removeServerAddress(options.dataFolder, url)
      closeStreams()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const patience = setTimeout(() => server.closeAllConnections(), options.graceMs ?? GRACE_MS)
      await closed
      clearTimeout(patience)
      await markKeeper.close()
      await messenger.close()
      await preChecker.close()
      await interest.close()
      await closeDatabase()
    },
  }
}
