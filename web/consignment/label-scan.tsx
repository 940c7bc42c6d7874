import { useState } from 'react'
import type { ConsignmentId } from '#shared/consignment/consignment'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import { defineText } from '#shared/i18n/text'
import { dayInVietnam } from '#shared/time/time'
import { TextScanner } from '../scan/text-scanner.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'

const labelScanText = defineText(
  {
    what: 'Quét mã trên nhãn dán ở kiện, hoặc gõ số trên nhãn.',
    typed: 'Số trên nhãn',
    open: 'Mở kiện này',
    notALabel: 'Đây không phải nhãn kiện. Quét mã vuông trên nhãn dán ở kiện.',
  },
  {
    what: 'Scan the code on the label of the parcel, or type the number on it.',
    typed: 'Number on the label',
    open: 'Open it',
    notALabel: 'This is no label of a consignment. Scan the square code on the label of the parcel.',
  },
)

/** The one consignment that somebody has in their hands. */
export function LabelScan({ onLabel }: { readonly onLabel: (id: ConsignmentId) => void }) {
  const text = useText(labelScanText)
  const { now } = useTablet()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)

  function take(code: string) {
    const parsed = parseBarcode({ text: code.trim() }, dayInVietnam(now()))
    const isLabel = parsed.ok && parsed.value.kind === 'label' && parsed.value.family === 'consignment'
    setRefused(!isLabel)
    if (isLabel) onLabel(parsed.value.text as ConsignmentId)
  }

  return (
    <>
      <p>{text.what}</p>
      <TextScanner onScan={take} />
      <form
        className="with-button"
        onSubmit={(event) => {
          event.preventDefault()
          take(typed)
        }}
      >
        <Field
          label={text.typed}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
        />
        <Button type="submit" icon="check">
          {text.open}
        </Button>
      </form>
      {refused && <Refusal>{text.notALabel}</Refusal>}
    </>
  )
}
