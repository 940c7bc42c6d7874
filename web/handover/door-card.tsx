import type { CaseFileId } from '#shared/case-file/case-file'
import type { Household } from '#shared/person/person'
import { readCaseFile } from '../case-file/case-file-store.ts'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Card } from '../ui/card.tsx'

export interface DoorCardProps {
  /** Opened in memory with the courier's PIN; nobody else sees it here. */
  readonly household: Household | undefined
  readonly caseFileId: CaseFileId
}

/** At whose door this is, as far as this courier may know. */
export function DoorCard({ household, caseFileId }: DoorCardProps) {
  const { db } = useTablet()
  const known = useLive(() => readCaseFile(db, caseFileId), [db, caseFileId])
  const person = household?.persons[0]
  return (
    <Card>
      <p className="quiet">{known?.caseFile.code ?? caseFileId}</p>
      {person && <h2>{person.name}</h2>}
      {household && household.address !== '' && <p>{household.address}</p>}
    </Card>
  )
}
