import type { CaseFileId } from '#shared/case-file/case-file'
import { dispatchGate } from '#shared/case-file/dispatch-gate'
import type { Instant } from '#shared/time/time'
import { readCaseFile } from '../case-file/case-file-store.ts'
import { useLive } from '../database/use-live.tsx'
import { readHouseholdHelp } from '../repeat/household-help.ts'
import { useTablet } from '../tablet-context.tsx'

/** The case file that goods leave for, as far as this tablet knows it, and whether they may. */
export function useChosenCaseFile(caseFileId: CaseFileId | undefined, now: Instant) {
  const { db } = useTablet()
  const found = useLive(async () => {
    if (caseFileId === undefined) return null
    const [known, help] = await Promise.all([readCaseFile(db, caseFileId), readHouseholdHelp(db, caseFileId)])
    return { caseFileId, help, ...known }
  }, [db, caseFileId])
  const known = found && found.caseFileId === caseFileId ? found : undefined
  const caseFile = known?.caseFile
  return {
    caseFile,
    knownAt: known?.knownAt,
    looking: caseFileId !== undefined && !known,
    help: known?.help,
    gate: dispatchGate(caseFile, now, known?.help),
  }
}
