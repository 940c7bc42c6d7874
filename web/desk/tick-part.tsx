import { useState } from 'react'
import { TICKS, type Tick } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { CaseFileAnswer } from '#shared/desk/desk-case-file-wire'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { dayInVietnam, daysBetween, instantFromMs } from '#shared/time/time'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { parseDayInput, type DayInput } from '../ui/parse-day-input.ts'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { may } from './may.ts'
import { TickTag } from './tick-tag.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface TickPartProps {
  readonly found: CaseFileAnswer
  readonly onSet: () => void
}

/** The tick as it stands, and for verifiers the way to set another, with the last day it holds. */
export function TickPart({ found, onSet }: TickPartProps) {
  const text = useText(caseFileDeskText)
  const { language } = useLanguage()
  const { me, nowMs } = useDesk()
  const { caseFile } = found
  const today = dayInVietnam(instantFromMs(nowMs()))
  const lastDay = caseFile.tickUntil === null ? undefined : dayInVietnam(caseFile.tickUntil)
  const left = lastDay === undefined ? undefined : daysBetween(today, lastDay)

  return (
    <section className="card" aria-labelledby="tick-title">
      <h2 id="tick-title">{text.tick}</h2>
      <p className="tick-now">
        <TickTag tick={found.tickNow} expired={found.expired} />
        {caseFile.tick === 'green' && lastDay !== undefined && left !== undefined && (
          <span className="figures">
            {text.until} {formatDay(lastDay)}
            {left > 0 && ` (${text.daysLeft(formatNumber(left, language))})`}
            {left === 0 && ` (${text.lastDay})`}
          </span>
        )}
      </p>
      {may(me.role, 'setTicks') && <TickForm found={found} onSet={onSet} />}
    </section>
  )
}

function TickForm({ found, onSet }: TickPartProps) {
  const text = useText(caseFileDeskText)
  const frame = useText(deskText)
  const words = useText(caseFileText).tick
  const { requests, nowMs } = useDesk()
  const today = dayInVietnam(instantFromMs(nowMs()))
  const { id } = found.caseFile
  const sending = useSending(['tick', 'until', 'reason'])
  const [dayRefusal, setDayRefusal] = useState<string>()
  const { typed, type, forget } = useKept<{
    tick: Tick | ''
    until: string
    reason: string
  }>(`tick:${id}`, { tick: '', until: '', reason: '' })

  async function set() {
    const { tick } = typed
    if (tick === '') return
    const until = parseDayInput(typed.until)
    const refusal = tick === 'green' ? refuseDay(until) : undefined
    setDayRefusal(refusal)
    if (refusal !== undefined) return
    const body = {
      tick,
      reason: typed.reason,
      ...(tick === 'green' && until.kind === 'day' && { until: until.day }),
    }
    if (!(await sending.send(() => requests.setTick(id, body)))) return
    forget()
    onSet()
  }
  /** Left empty, the server gives the days of its category. */
  function refuseDay(until: DayInput): string | undefined {
    if (until.kind === 'empty') return undefined
    if (until.kind !== 'day') return text.untilNoDay
    return until.day < today ? text.untilGone : undefined
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void set()
      }}
    >
      <Choices
        label={text.setTick}
        options={TICKS.map((value) => ({ value, label: words[value], detail: text.tickHint[value] }))}
        value={typed.tick === '' ? undefined : typed.tick}
        onChange={(tick) => type({ tick })}
      />
      {typed.tick === 'green' && (
        <Field
          label={text.until}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          value={typed.until}
          onChange={(until) => {
            setDayRefusal(undefined)
            type({ until })
          }}
          hint={text.untilHint}
          refusal={dayRefusal ?? sending.field('until')}
        />
      )}
      {typed.tick !== '' && (
        <Field
          label={text.reason}
          hint={typed.tick === 'green' ? text.reasonGreen : text.reasonOther}
          value={typed.reason}
          onChange={(reason) => type({ reason })}
          refusal={sending.field('reason')}
          maxLength={500}
          multiline
        />
      )}
      <FormRefusal sentence={sending.field('tick') ?? sending.sentence} />
      {typed.tick !== '' && (
        <Button type="submit" kind="primary" disabled={sending.busy}>
          {sending.busy ? frame.saving : text.setTickTo(words[typed.tick])}
        </Button>
      )}
    </form>
  )
}
