import { useSyncExternalStore } from 'react'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { readDeviceState, type DeviceState } from './device-state.ts'

export function useDeviceState(): DeviceState | undefined {
  const { db } = useTablet()
  return useLive(() => readDeviceState(db), [db])
}

/** Whether the device itself says that it has a network at all. */
export function useNetwork(): boolean {
  return useSyncExternalStore(watchNetwork, () => navigator.onLine)
}

function watchNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
