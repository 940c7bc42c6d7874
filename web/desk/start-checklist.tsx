import { Link } from 'wouter'
import { formatNumber } from '#shared/i18n/numbers'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { STEPS, type SetupState } from './setup-steps.ts'
import { startText } from './start-text.ts'

const HREF = {
  warehouse: '/warehouses',
  shelves: '/warehouses',
  staff: '/staff',
  device: '/devices',
  items: '/import?kind=items',
  caseFiles: '/import?kind=case-files',
  green: '/case-files',
} as const satisfies Record<(typeof STEPS)[number], string>

/** What a new warehouse still needs, ticked off by what is really there. */
export function StartChecklist({ state }: { readonly state: SetupState }) {
  const text = useText(startText)
  const { language } = useLanguage()
  const done = STEPS.filter((step) => state[step]).length
  const next = STEPS.find((step) => !state[step])
  if (next === undefined) {
    return (
      <Notice tone="green">
        <p>{text.checklistDone}</p>
      </Notice>
    )
  }
  return (
    <section className="card checklist" aria-labelledby="checklist-title">
      <div className="card-head">
        <h2 id="checklist-title">{text.checklistTitle}</h2>
        <span className="quiet figures">
          {text.stepsDone(formatNumber(done, language), formatNumber(STEPS.length, language))}
        </span>
      </div>
      <p className="quiet">{text.checklistIntro}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step} className={state[step] ? 'done' : step === next ? 'next' : undefined}>
            <span className="mark">
              {state[step] && <Icon name="check" />}
              <span className="unseen">{state[step] ? text.done : text.toDo}</span>
            </span>
            <span>
              <Link href={HREF[step]}>{text.step[step]}</Link>
              <small>{text.stepHint[step]}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
