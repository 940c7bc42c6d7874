import type { CaseFileId } from '#shared/case-file/case-file'
import type { LifeBody } from '#shared/case-file/life'
import type { Doubt } from '#shared/desk/desk-request-wire'
import { normaliseNumber, type MarkKind } from '#shared/person/mark'
import type { Household } from '#shared/person/person'
import { DOUBT_KINDS, doubtSentence, type DoubtKind } from '#shared/request/doubt'
import { needsOutOfProportion } from '#shared/request/needs-in-proportion'
import { hasSurveyed } from '../case-file/tick-rules.ts'
import type { Reader } from '../database/open-reader.ts'
import type { Persons } from '../person/persons.ts'
import { LIKENESS_KINDS, type LikenessKind } from './likeness.ts'

/**
 * Looks a case file over: whether it is complete, whom it resembles, whether it asks for more than it can use. It only
 * proposes; each doubt is a sentence, and people decide.
 */
export function findDoubts(
  { reader, persons }: { readonly reader: Reader; readonly persons: Pick<Persons, 'openUnseen'> },
  caseFileId: CaseFileId,
): Doubt[] {
  const life = reader.get(
    reader.query
      .selectFrom('caseLife')
      .select(['body', 'communeCode', 'mergedInto', 'tick'])
      .where('caseFileId', '=', caseFileId),
  )
  if (!life) return []
  const opened = persons.openUnseen(caseFileId)
  const household = opened.ok ? opened.value : null
  const alike = findAlike(reader, caseFileId, life.mergedInto ?? caseFileId, life.communeCode)
  const own = ownDoubts(JSON.parse(life.body) as LifeBody, household)
  if (life.tick === 'green' && isVerifiedBySurveyor(reader, caseFileId)) own.add('own-verifier')
  return DOUBT_KINDS.flatMap((kind): Doubt[] => {
    const others = alike.get(kind)
    if (!others && !own.has(kind)) return []
    const codes = [...(others?.values() ?? [])]
    return [{ kind, message: doubtSentence(kind, codes), codes, caseFileIds: [...(others?.keys() ?? [])] }]
  })
}

/** Known only now, if the visit came in after the tick. */
function isVerifiedBySurveyor(reader: Reader, caseFileId: CaseFileId): boolean {
  const ticked = reader.get(
    reader.query
      .selectFrom('caseEvent')
      .select('by')
      .where('caseFileId', '=', caseFileId)
      .where('kind', '=', 'ticked')
      .orderBy('at', 'desc')
      .limit(1),
  )
  return ticked?.by != null && hasSurveyed(reader, caseFileId, ticked.by)
}

function ownDoubts(body: LifeBody, household: Household | null): Set<DoubtKind> {
  const doubts = new Set<DoubtKind>()
  const persons = household?.persons ?? []
  if (!persons.some(({ name }) => name !== '')) doubts.add('no-name')
  if (!persons.some(({ phone, idNumber }) => phone || idNumber)) doubts.add('no-contact')
  if (persons.some(({ phone, idNumber }) => isWrong('phone', phone) || isWrong('id', idNumber))) {
    doubts.add('number-wrong')
  }
  if (!household || (household.address === '' && !household.place)) doubts.add('no-place')
  if (body.needs.length === 0) doubts.add('no-needs')
  if (persons.length > body.householdSize) doubts.add('more-persons')
  if (needsOutOfProportion(body.needs, body.householdSize).length > 0) doubts.add('needs-large')
  return doubts
}

/** Has digits, and leaves no mark all the same. */
function isWrong(kind: MarkKind, number = ''): boolean {
  return /\d/.test(number) && normaliseNumber(kind, number) === undefined
}

const ALIKE_MAX = 20
const ROWS_MAX = 200

/** Other case files by what they have in common: id → code of the one that stands for each. */
function findAlike(reader: Reader, caseFileId: CaseFileId, headId: CaseFileId, communeCode: string) {
  const alike = new Map<DoubtKind, Map<CaseFileId, string>>()
  for (const kind of ALIKE_KINDS) {
    const doubt = DOUBT_BY_LIKENESS[kind]
    const others = alike.get(doubt) ?? new Map<CaseFileId, string>()
    for (const { id, code } of readAlike(reader, { caseFileId, headId, kind, communeCode })) {
      if (others.size < ALIKE_MAX) others.set(id, code)
    }
    if (others.size > 0) alike.set(doubt, others)
  }
  return alike
}

/** Each kind by itself: a village that wrote one address for all would leave no room for a number. */
function readAlike(
  reader: Reader,
  own: {
    readonly caseFileId: CaseFileId
    readonly headId: CaseFileId
    readonly kind: AlikeKind
    readonly communeCode: string
  },
) {
  const found = reader.query
    .selectFrom('likeness as own')
    .innerJoin('likeness as theirs', 'theirs.likeness', 'own.likeness')
    .innerJoin('caseLife as found', 'found.caseFileId', 'theirs.caseFileId')
    .innerJoin('caseLife as head', (join) =>
      join.on((on) => on('head.caseFileId', '=', on.fn.coalesce('found.mergedInto', 'found.caseFileId'))),
    )
    .select(['head.caseFileId as id', 'head.code'])
    .distinct()
    .where('own.caseFileId', '=', own.caseFileId)
    .where('own.kind', '=', own.kind)
    .where('head.caseFileId', '!=', own.headId)
    .limit(ROWS_MAX)
  const isAnywhere = own.kind === 'id' || own.kind === 'phone' || own.kind === 'place'
  return reader.all(isAnywhere ? found : found.where('found.communeCode', '=', own.communeCode))
}

const DOUBT_BY_LIKENESS = {
  id: 'same-id',
  phone: 'same-phone',
  person: 'similar-person',
  address: 'same-place',
  place: 'same-place',
} as const satisfies Partial<Record<LikenessKind, DoubtKind>>
type AlikeKind = keyof typeof DOUBT_BY_LIKENESS
const ALIKE_KINDS = LIKENESS_KINDS.filter((kind) => kind !== 'name')
