import { useState } from 'react'
import { formatMoment } from '#shared/i18n/moments'
import type { PartRow } from '../database/parts-database.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { partText } from './part-text.ts'
import { dropPart, resendPart } from './unsent-parts-store.ts'

export interface UnsentPartsProps {
  readonly waiting: readonly PartRow[]
  readonly refused: readonly PartRow[]
  readonly caseFileCodes: ReadonlyMap<string, string>
}

/** Pictures and papers that only this device has: what waits, and what came back with a reason. */
export function UnsentParts({ waiting, refused, caseFileCodes }: UnsentPartsProps) {
  const text = useText(partText)
  const { now } = useTablet()
  const detail = (part: PartRow) => {
    const code = caseFileCodes.get(part.caseFileId)
    return code === undefined ? '' : text.caseFile(code)
  }
  return (
    <>
      {refused.length > 0 && (
        <>
          <h2>{text.refusedTitle}</h2>
          <p>{text.refusedHint}</p>
          {refused.map((part) => (
            <RefusedPart key={part.hash} part={part} detail={detail(part)} />
          ))}
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h2>{text.waitingTitle}</h2>
          <List label={text.waitingTitle}>
            {waiting.map((part) => (
              <ListRow
                key={part.hash}
                title={text.kind[part.kind]}
                detail={detail(part)}
                figureDetail={formatMoment(part.keptAt, now())}
              />
            ))}
          </List>
        </>
      )}
    </>
  )
}

function RefusedPart({ part, detail }: { readonly part: PartRow; readonly detail: string }) {
  const text = useText(partText)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const staff = useStaff()
  const [dropping, setDropping] = useState(false)
  const title = text.kind[part.kind]

  return (
    <Card tone="red" label={title}>
      <h3>{title}</h3>
      <p className="small">{[detail, formatMoment(part.keptAt, now())].filter(Boolean).join(' · ')}</p>
      {part.refused && <Refusal>{part.refused.message[language]}</Refusal>}
      <div className="buttons">
        <Button icon="refresh" onClick={() => void resendPart(db, part.hash)}>
          {text.again}
        </Button>
        <Button kind="danger" icon="close" onClick={() => setDropping(true)}>
          {text.drop}
        </Button>
      </div>
      <ReasonDialog
        open={dropping}
        title={text.dropTitle}
        what={text.dropWhat}
        label={text.dropReason}
        missing={text.dropReasonMissing}
        yes={text.drop}
        onReason={(reason) => void dropPart(db, part.hash, { reason, staffId: staff.id })}
        onClose={() => setDropping(false)}
      />
    </Card>
  )
}
