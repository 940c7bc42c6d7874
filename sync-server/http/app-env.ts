import type { HttpBindings } from '@hono/node-server'
import type { DeviceCaller } from '../device/device-caller.ts'

/** What every handler finds in its context. */
export interface AppEnv {
  Bindings: HttpBindings
  Variables: { requestId: string }
}

/** The same behind the device gate. */
export interface DeviceEnv extends AppEnv {
  Variables: { requestId: string; device: DeviceCaller }
}
