import type { MovementId } from '../movement/movement.ts'
import { formatOwnLabel } from './own-label.ts'

/** 1 January 2026 in UTC: twelve digits of milliseconds from here last until 2057. */
const EPOCH_MS = 1_767_225_600_000

/**
 * The number on a receipt or a consignment, made from the movement's own id: twelve digits of its time and eight of
 * its chance part. Two tablets without a network make different ones, and one movement always makes the same.
 */
export function slipCode(family: 'receipt' | 'consignment', movementId: MovementId): string {
  const hex = movementId.replaceAll('-', '')
  const sinceEpoch = Math.max(0, Number.parseInt(hex.slice(0, 12), 16) - EPOCH_MS) % 1e12
  const chance = BigInt(`0x${hex.slice(12)}`) % 100_000_000n
  const digits = String(sinceEpoch).padStart(12, '0') + String(chance).padStart(8, '0')
  return formatOwnLabel({ family, digits })
}
