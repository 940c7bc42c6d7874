import { useState } from 'react'
import { dayInVietnam } from '#shared/time/time'
import { useLive } from '../database/use-live.tsx'
import { listItems } from '../item/item-store.ts'
import { listShelves } from '../location/location-store.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { CodePicture } from './code-picture.tsx'
import { sampleCodesText } from './sample-codes-text.ts'
import { sampleCodes, type SampleCode } from './sample-codes.ts'
import './sample-codes.css'

const GROUPS = ['known', 'unknown', 'with-dates', 'labels'] as const
const ITEMS_LOOKED_AT = 200

/** Something to scan where no goods are at hand: on a second screen, or printed. */
export function SampleCodesScreen() {
  const text = useText(sampleCodesText)
  const { db, now } = useTablet()
  const [large, setLarge] = useState<SampleCode>()
  const codes = useLive(
    async () =>
      sampleCodes({
        items: await listItems(db, ITEMS_LOOKED_AT),
        shelves: await listShelves(db),
        today: dayInVietnam(now()),
      }),
    [db],
  )
  return (
    <JobShell
      colour="brand"
      title={text.title}
      back="/device"
      footer={
        <Button icon="print" onClick={() => window.print()}>
          {text.print}
        </Button>
      }
    >
      <div className="column">
        <p>{text.how}</p>
        {codes && !codes.some(({ group }) => group === 'known') && <Notice>{text.noneKnown}</Notice>}
        {GROUPS.map((group) => {
          const own = codes?.filter((code) => code.group === group) ?? []
          if (own.length === 0) return null
          return (
            <section key={group} className="code-group">
              <h2>{text.group[group]}</h2>
              <div className="codes">
                {own.map((code) => (
                  <button key={code.text} type="button" className="code" onClick={() => setLarge(code)}>
                    <CodePicture code={code} />
                    <b>{code.about}</b>
                    <small>{code.text}</small>
                    <span className="unseen">{text.enlarge}</span>
                  </button>
                ))}
              </div>
            </section>
          )
        })}
      </div>
      <Dialog open={large !== undefined} title={large?.about ?? ''} onClose={() => setLarge(undefined)}>
        {large && (
          <div className="code">
            <CodePicture code={large} />
            <small>{large.text}</small>
          </div>
        )}
      </Dialog>
    </JobShell>
  )
}
