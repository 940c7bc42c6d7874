import type { CaseFileId } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { lifeText } from '#shared/case-file/life-text'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import { fold } from '#shared/i18n/fold'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { formatMoment } from './desk-time.ts'
import { FormRefusal } from './form-parts.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useSending } from './use-sending.tsx'

interface CompareRequestsProps {
  readonly found: RequestAnswer
  readonly otherId: CaseFileId
  readonly onMerged: (merged: RequestAnswer) => void
  readonly onClose: () => void
}

/** Two case files side by side, with a sign where they agree; whoever looks decides. */
export function CompareRequests({ found, otherId, onMerged, onClose }: CompareRequestsProps) {
  const text = useText(requestDeskText)
  const rowsOf = useRows()
  const { requests } = useDesk()
  const sending = useSending()
  const answer = useAnswer(otherId, (signal) => requests.request(otherId, signal))

  async function merge() {
    const merged = await sending.send(() => requests.mergeRequests(found.caseFileId, otherId))
    if (merged) onMerged(merged)
  }
  return (
    <AnswerView answer={answer}>
      {(other) => (
        <div className="compare">
          <h3>{text.compareTitle(other.code)}</h3>
          <DeskTable
            label={text.compareTitle(other.code)}
            rows={rowsOf(found, other)}
            keyOf={({ label }) => label}
            columns={[
              { key: 'field', title: text.field, renderCell: ({ label }) => label },
              { key: 'one', title: text.thisOne, renderCell: ({ one }) => one || '–' },
              { key: 'other', title: other.code, renderCell: ({ other: value }) => value || '–' },
              {
                key: 'same',
                title: text.same,
                renderCell: ({ isSame }) => isSame && <strong>= {text.same}</strong>,
              },
            ]}
          />
          <FormRefusal sentence={sending.sentence} />
          <div className="buttons">
            <Button kind="primary" disabled={sending.busy} onClick={() => void merge()}>
              {text.merge(other.code)}
            </Button>
            <Button onClick={onClose}>{text.notSame}</Button>
          </div>
        </div>
      )}
    </AnswerView>
  )
}

interface CompareRow {
  readonly label: string
  readonly one: string
  readonly other: string
  readonly isSame: boolean
}

function useRows() {
  const text = useText(requestDeskText)
  const labels = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const life = useText(lifeText)
  return (a: RequestAnswer, b: RequestAnswer): CompareRow[] => {
    const row = (label: string, valueOf: (it: RequestAnswer) => string | undefined): CompareRow => {
      const [one, other] = [valueOf(a) ?? '', valueOf(b) ?? '']
      return { label, one, other, isSame: one !== '' && plain(one) === plain(other) }
    }
    // Says nothing about whether both are the same.
    const told = (...args: Parameters<typeof row>) => ({ ...row(...args), isSame: false })
    const first = ({ household }: RequestAnswer) => household?.persons[0]
    return [
      row(labels.personName, (it) => first(it)?.name),
      row(text.birthYear, (it) => first(it)?.birthYear?.toString()),
      row(labels.phone, (it) => first(it)?.phone),
      row(text.idNumber, (it) => first(it)?.idNumber),
      row(labels.address, (it) => it.household?.address),
      row(labels.place, (it) => `${it.communeName}, ${it.provinceName}`),
      row(labels.category, (it) => words.category[it.body.category]),
      told(text.from, (it) => `${life.source[it.source]}, ${formatMoment(it.receivedAt)}`),
      told(text.step, (it) => life.step[it.step]),
    ]
  }
}

function plain(value: string): string {
  return fold(value).replace(/[^\p{L}\p{N}]/gu, '')
}
