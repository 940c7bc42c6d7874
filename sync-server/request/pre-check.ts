import { randomUUID } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { Doubt } from '#shared/desk/desk-request-wire'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { Persons } from '../person/persons.ts'
import { findDoubts } from './find-doubts.ts'

export interface PreCheckDeps {
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly persons: Pick<Persons, 'openUnseen'>
  readonly now: () => Instant
}

/** Looks a case file over and notes that it was done: when it comes in, after a survey, and when somebody asks for it. */
export async function preCheck(
  deps: PreCheckDeps,
  caseFileId: CaseFileId,
  by: string | null,
): Promise<Doubt[]> {
  const doubts = findDoubts(deps, caseFileId)
  await deps.writer.write('addCaseEvent', {
    id: randomUUID(),
    caseFileId,
    kind: 'pre-checked',
    at: deps.now(),
    by,
    detail: { doubts: doubts.map(({ kind }) => kind) },
  })
  return doubts
}
