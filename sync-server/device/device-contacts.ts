import { msFromInstant, type Instant } from '#shared/time/time'
import type { Writer } from '../database/writer.ts'

const NOTED_AGAIN_AFTER_MS = 10_000

export interface DeviceContacts {
  note(deviceId: string, at: Instant): void
}

/** Notes when a device was heard from, at most once in ten seconds each: a chatty device is not a busy disk. */
export function createDeviceContacts(writer: Writer, onError: (error: unknown) => void): DeviceContacts {
  const notedMsByDevice = new Map<string, number>()
  return {
    note(deviceId, at) {
      const ms = msFromInstant(at)
      const noted = notedMsByDevice.get(deviceId)
      if (noted !== undefined && Math.abs(ms - noted) < NOTED_AGAIN_AFTER_MS) return
      notedMsByDevice.set(deviceId, ms)
      writer.write('noteContact', { deviceId, at }).catch(onError)
    },
  }
}
