import type { CaseFile } from '#shared/case-file/case-file'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { readPlaceNames } from './place-store.ts'

const NONE: Readonly<Record<string, string>> = {}

/** "Xã Tân Tiến, Tỉnh Đồng Nai"; the codes until the names have come down. */
export function usePlaceNames(): (caseFile: Pick<CaseFile, 'communeCode' | 'provinceCode'>) => string {
  const { db } = useTablet()
  const names = useLive(() => readPlaceNames(db), [db]) ?? NONE
  return ({ communeCode, provinceCode }) =>
    `${names[communeCode] ?? communeCode}, ${names[provinceCode] ?? provinceCode}`
}
