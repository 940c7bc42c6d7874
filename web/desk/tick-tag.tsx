import type { Tick } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'

export interface TickTagProps {
  readonly tick: Tick
  /** A green tick that has run out reads as such, in red. */
  readonly expired?: boolean
}

const ICON = { green: 'check', yellow: 'clock', red: 'stop' } as const

/** A tick in colour, sign and words. */
export function TickTag({ tick, expired }: TickTagProps) {
  const words = useText(caseFileText).tick
  return (
    <span className={`tag ${tick}`}>
      <Icon name={ICON[tick]} />
      {expired ? words.expired : words[tick]}
    </span>
  )
}
