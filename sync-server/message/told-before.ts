import { membersOf } from '../case-file/case-groups.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DueMessage } from './message-way.ts'

/**
 * The messages of the same step, way and joined cases that come before this one: where one of them goes to the same
 * number or browser, this one has nothing new to say. Of any two it is always the same one that is sent, so that a
 * gateway that was down does not get both.
 */
export function toldBefore(
  reader: Reader,
  { id, caseFileId, step, at, pushId }: DueMessage,
): Pick<DueMessage, 'caseFileId' | 'pushId'>[] {
  const others = membersOf(reader, caseFileId).filter((it) => it !== caseFileId)
  return others.flatMap((other) =>
    reader
      .all(
        reader.query
          .selectFrom('message')
          .select(['id', 'caseFileId', 'at', 'pushId'])
          .where('caseFileId', '=', other)
          .where('step', '=', step)
          .where('pushId', pushId === null ? 'is' : 'is not', null),
      )
      .filter((it) => it.at < at || (it.at === at && it.id < id)),
  )
}
