import { Hono } from 'hono'
import type { Reader } from '../database/open-reader.ts'
import { createDeviceGate, type DeviceGateDeps } from '../device/device-gate.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { partRoute, type PartDeps } from '../part/part-route.ts'
import { documentsRoute } from './documents-route.ts'
import { keysRoute } from './keys-route.ts'
import { movementsRoute } from './movements-route.ts'
import { pushRoute, type PushDeps } from './push-route.ts'
import type { PackagesDeps } from '../trip/create-packages.ts'
import { packagesRoute } from '../trip/packages-route.ts'
import { snapshotRoute } from './snapshot-route.ts'
import { streamRoute, type StreamDeps } from './stream-route.ts'

export interface SyncDeps extends DeviceGateDeps, PushDeps, StreamDeps, PartDeps, PackagesDeps {
  readonly reader: Reader
  readonly keys: SealKeys
}

/** The device wire under /api/sync. */
export function syncRoutes(deps: SyncDeps) {
  return new Hono<DeviceEnv>()
    .use(createDeviceGate(deps))
    .route('/', pushRoute(deps))
    .route('/', movementsRoute(deps))
    .route('/', snapshotRoute(deps))
    .route('/', documentsRoute(deps))
    .route('/', keysRoute(deps))
    .route('/', partRoute(deps))
    .route('/', packagesRoute(deps))
    .route('/', streamRoute(deps))
}
