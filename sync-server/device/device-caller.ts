/** Who is calling with a device token. */
export interface DeviceCaller {
  readonly deviceId: string
  readonly warehouseId: string
  /** Since when it may only hand in what it recorded before; null while it is trusted. */
  readonly revokedAt: string | null
}

/** Finds the device of an `Authorization: Bearer …` header. */
export type AuthenticateDevice = (authorization: string | undefined) => Promise<DeviceCaller | undefined>
