import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { readDeviceState, type DeviceState } from './device-state.ts'

const DeviceStateContext = createContext<DeviceState | undefined>(undefined)

/** Reads the state once for all that show it: the corner, the bars, the screens. */
export function DeviceStateProvider({ children }: { readonly children: ReactNode }) {
  const { db } = useTablet()
  const state = useLive(() => readDeviceState(db), [db])
  return <DeviceStateContext value={state}>{children}</DeviceStateContext>
}

/** Undefined until it is read. */
export function useDeviceState(): DeviceState | undefined {
  return use(DeviceStateContext)
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
