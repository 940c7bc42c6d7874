import { expect, test } from 'vitest'
import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import { matchesFolded } from '#shared/i18n/fold'
import { instantFromMs } from '#shared/time/time'
import { caseFileRow } from '../../../web/case-file/case-file-row.ts'
import { searchWords } from '#shared/i18n/search-words'

const CASE_FILE: CaseFile = {
  id: 'c-1' as CaseFileId,
  code: 'HS-1001',
  category: 'poor-household',
  provinceCode: '01',
  communeCode: '00004',
  householdSize: 4,
  needs: [],
  tick: 'green',
  tickAt: instantFromMs(0),
  tickUntil: null,
}

test.each(['HS-1001', 'hs 1001', 'HS1001', '1001', '100', 'ba dinh', 'ho ngheo'])(
  'a case file is found by “%s”',
  (query) => {
    const row = caseFileRow(
      { id: CASE_FILE.id, version: 1, deleted: false, body: CASE_FILE },
      { '00004': 'Phường Ba Đình' },
    )
    expect(matchesFolded(row.words.join(' '), searchWords(query).join(' '))).toBe(true)
  },
)
