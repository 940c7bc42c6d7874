import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { goOnWithoutPin, listCouriers } from '../trip/without-pin.ts'
import { Button } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Notice } from '../ui/refusal.tsx'
import { signInText } from './sign-in-text.ts'

/** The rule first, then the name: help on the road does not wait for six digits, but nobody is shown a household. */
export function ForgottenPin({ onBack }: { readonly onBack: () => void }) {
  const text = useText(signInText)
  const { db } = useTablet()
  const couriers = useLive(() => listCouriers(db), [db])
  return (
    <JobShell colour="deliver" title={text.forgottenTitle}>
      <div className="column narrow">
        <Notice tone="yellow">{text.forgottenRule}</Notice>
        <h2>{text.who}</h2>
        {couriers?.length === 0 && <p>{text.noCouriers}</p>}
        <List label={text.who}>
          {couriers?.map((one) => (
            <ListRow key={one.id} title={one.name} onPress={() => void goOnWithoutPin(db, one.id)} />
          ))}
        </List>
        <Button icon="back" onClick={onBack}>
          {text.forgottenBack}
        </Button>
      </div>
    </JobShell>
  )
}
