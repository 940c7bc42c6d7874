import { expect, test } from 'vitest'
import type { Movement } from '#shared/movement/movement'
import { factsOfCaseFile } from '../../../sync-server/case-file/case-file-facts.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { openTestLedger } from '../../support/test-ledger.ts'

const DEVICE = { deviceId: 'd1', warehouseId: 'w1' } as never
const CASE_FILES = 7

test('a case file finds all its facts in the order of the log, those put in order and those that still wait', async () => {
  const ledger = openTestLedger()
  const { reader } = ledger
  const facts = createFactMaker(DEVICE)
  const seqsByCaseFile = new Map<string, number[]>()
  let seq = 0
  const pushSome = async (count: number) => {
    const push = Array.from({ length: count }, () => {
      const caseFileId = `case-${++seq % CASE_FILES}`
      if (seq % 3 === 0) return { ...(DEVICE as object), fact: facts.intake('shelf:w1.1') }
      seqsByCaseFile.set(caseFileId, [...(seqsByCaseFile.get(caseFileId) ?? []), seq])
      const lines = [{ fromId: 'shelf:w1.1', toId: `transit:con-${seq}` }]
      const rest = { caseFileId, consignmentId: `con-${seq}` }
      return { ...(DEVICE as object), fact: facts.movement({ kind: 'dispatch', lines, rest }) }
    })
    await ledger.push(push as never)
  }
  const expectAll = () => {
    for (const [caseFileId, seqs] of seqsByCaseFile) {
      const found = factsOfCaseFile(reader, caseFileId)
      expect(found.map((it) => it.seq)).toEqual(seqs)
      expect(found.map(({ body }) => (JSON.parse(body) as Movement).caseFileId)).toEqual(
        seqs.map(() => caseFileId),
      )
    }
  }
  const countInOrder = () =>
    reader.get(reader.query.selectFrom('caseFileFact').select(({ fn }) => fn.countAll<number>().as('count')))
      ?.count

  await pushSome(50)
  expect(countInOrder()).toBe(0)
  expectAll()
  while (countInOrder() === 0) await pushSome(500)
  await pushSome(50)
  expect(countInOrder()).toBeLessThan([...seqsByCaseFile.values()].flat().length)
  expectAll()
  // The tick of a case file is judged by all that left for it, and puts them in order while it is at it.
  await ledger.knowPlaces()
  expect(countInOrder()).toBe([...seqsByCaseFile.values()].flat().length)
  expectAll()
  const open = reader.all(
    reader.query
      .selectFrom('finding')
      .select('detail')
      .where('open', '=', 1)
      .where('kind', '=', 'tick-not-green'),
  )
  const judged = open.map(({ detail }) => (JSON.parse(detail) as { caseFileId: string }).caseFileId)
  expect(judged.filter((id) => id === 'case-2')).toHaveLength(seqsByCaseFile.get('case-2')!.length)

  const text = reader.texts().find((it) => it.includes('"caseFileFact"') && it.includes('union all'))!
  const steps = reader.explain(text).filter((step) => / "?(fact|caseFileFact)"? /.test(step))
  expect(steps).toEqual([
    expect.stringMatching(/^SEARCH caseFileFact USING PRIMARY KEY \(caseFileId=\?\)/),
    expect.stringMatching(/^SEARCH fact USING INTEGER PRIMARY KEY \(rowid=\?\)/),
    expect.stringMatching(/^SEARCH fact USING INTEGER PRIMARY KEY \(rowid>\?\)/),
  ])
  await ledger.close()
})
