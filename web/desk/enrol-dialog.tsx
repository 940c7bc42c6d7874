import { useEffect, useState } from 'react'
import type { EnrolCode } from '#shared/desk/desk-device-wire'
import type { WarehouseId } from '#shared/location/location'
import { msFromInstant } from '#shared/time/time'
import { Button, LinkButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { formatLeft } from './desk-time.ts'
import { deviceText } from './device-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { QrPicture } from '../ui/qr-picture.tsx'
import { SelectField } from './select-field.tsx'
import { useAnswer } from './use-answer.tsx'
import { useSending } from './use-sending.tsx'

export interface EnrolDialogProps {
  readonly onClose: () => void
  readonly onArrived: () => void
}

/** Makes a one-time code, shows it large, and notices by itself when a device has used it. */
export function EnrolDialog({ onClose, onArrived }: EnrolDialogProps) {
  const text = useText(deviceText)
  const { requests } = useDesk()
  const warehouses = useAnswer('enrol-warehouses', requests.warehouses)
  const [chosen, setChosen] = useState<WarehouseId>()
  const [code, setCode] = useState<EnrolCode & { readonly known: ReadonlySet<string> }>()
  const sending = useSending(['warehouseId'])

  async function makeCode(warehouseId: WarehouseId) {
    const made = await sending.send(async () => {
      const before = await requests.devices()
      if (!before.ok) return before
      const answer = await requests.makeEnrolCode(warehouseId)
      if (!answer.ok) return answer
      return {
        ok: true,
        value: { ...answer.value, known: new Set(before.value.devices.map(({ id }) => id as string)) },
      }
    })
    if (made) setCode(made)
  }

  return (
    <Dialog open title={text.enrolTitle} onClose={onClose}>
      {code ? (
        <ShownCode
          key={code.code}
          code={code}
          known={code.known}
          onArrived={onArrived}
          onAgain={() => void makeCode(code.warehouseId)}
        />
      ) : (
        <AnswerView answer={warehouses}>
          {({ warehouses: list }) => {
            const warehouseId = chosen ?? list[0]?.id
            if (warehouseId === undefined) {
              return (
                <>
                  <p>{text.noWarehouse}</p>
                  <LinkButton href="/warehouses">{text.warehouse}</LinkButton>
                </>
              )
            }
            return (
              <>
                <SelectField
                  label={text.enrolTo}
                  value={warehouseId}
                  options={list.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={setChosen}
                />
                <Button
                  kind="primary"
                  icon="qr"
                  disabled={sending.busy}
                  onClick={() => void makeCode(warehouseId)}
                >
                  {text.makeCode}
                </Button>
              </>
            )
          }}
        </AnswerView>
      )}
      <FormRefusal sentence={sending.sentence ?? sending.field('warehouseId')} />
    </Dialog>
  )
}

interface ShownCodeProps {
  readonly code: EnrolCode
  /** The devices that were there before the code was. */
  readonly known: ReadonlySet<string>
  readonly onArrived: () => void
  readonly onAgain: () => void
}

const LOOK_MS = 2_000

function ShownCode({ code, known, onArrived, onAgain }: ShownCodeProps) {
  const text = useText(deviceText)
  const { requests, nowMs } = useDesk()
  const [now, setNow] = useState(nowMs)
  const devices = useAnswer('enrol-devices', requests.devices, { pollMs: LOOK_MS })
  const arrived = devices.value?.devices.find(
    ({ id, warehouseId }) => warehouseId === code.warehouseId && !known.has(id),
  )
  const isGone = now >= msFromInstant(code.expiresAt)

  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 1_000)
    return () => clearInterval(timer)
  }, [nowMs])
  const arrivedId = arrived?.id
  useEffect(() => {
    if (arrivedId !== undefined) onArrived()
    // Told once for each device that arrives.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [arrivedId])

  if (arrived) {
    return (
      <>
        <Notice tone="green">
          <p>{text.arrived(arrived.name)}</p>
        </Notice>
        <Button icon="qr" onClick={onAgain}>
          {text.another}
        </Button>
      </>
    )
  }
  if (isGone) {
    return (
      <>
        <Notice tone="yellow">
          <p>{text.gone}</p>
        </Notice>
        <Button kind="primary" icon="refresh" onClick={onAgain}>
          {text.newCode}
        </Button>
      </>
    )
  }
  return (
    <div className="enrol">
      <QrPicture text={code.url} label={text.picture} />
      <div>
        <p>{text.step1}</p>
        <p>{text.step2}</p>
        <p className="address">{code.url.replace(/#.*$/, '')}</p>
        {isOnlyHere(code.url) && <Notice tone="yellow">{text.onlyHere}</Notice>}
        <p className="figures" role="timer">
          {text.left(formatLeft(code.expiresAt, now))}
        </p>
        <output className="quiet">{text.waiting}</output>
      </div>
      <output className="digits figures" aria-label={text.codeLabel}>
        {code.code}
      </output>
    </div>
  )
}

/** No other machine reaches `localhost`. */
function isOnlyHere(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url, location.href).hostname)
}
