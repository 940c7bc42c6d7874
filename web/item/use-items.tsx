import type { Item } from '#shared/item/item'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { readItems } from './item-store.ts'

const NONE: ReadonlyMap<string, Item> = new Map()

/** The items of these ids as far as this tablet knows them, kept fresh. */
export function useItems(itemIds: readonly string[]): ReadonlyMap<string, Item> {
  const { db } = useTablet()
  const key = [...new Set(itemIds)].sort().join('|')
  return useLive(() => readItems(db, key === '' ? [] : key.split('|')), [db, key]) ?? NONE
}
