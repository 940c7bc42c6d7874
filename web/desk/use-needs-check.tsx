import { useState } from 'react'
import { badNeed, type CaseFileTyped } from './case-file-form.ts'

/** Says which need can't be read once somebody wants to save, until something is changed. */
export function useNeedsCheck(
  typed: Pick<CaseFileTyped, 'needs'>,
  type: (change: Partial<CaseFileTyped>) => void,
) {
  const [wrongNeed, setWrongNeed] = useState<number>()
  return {
    wrongNeed,
    type: (change: Partial<CaseFileTyped>) => {
      setWrongNeed(undefined)
      type(change)
    },
    areNeedsRight: (): boolean => {
      const bad = badNeed(typed)
      setWrongNeed(bad)
      return bad === undefined
    },
  }
}
