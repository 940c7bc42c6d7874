import { formatNumber } from '#shared/i18n/numbers'
import { acknowledgeLostParts } from '../part/unsent-parts-store.ts'
import { acknowledgeWipe } from './acknowledge-wipe.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AppUpdateBar } from './app-update-bar.tsx'
import { appUpdate } from './app-update.ts'
import { deviceText } from './device-text.ts'
import { StorageBar } from './storage-bar.tsx'
import { useDeviceState } from './use-device-state.tsx'

/**
 * What stands in the way of working, with what to do next. During a job (`busy`) only what makes the job pointless is
 * shown: nothing may move under a finger.
 */
export function DeviceBars({ busy }: { readonly busy: boolean }) {
  const { db } = useTablet()
  const text = useText(deviceText).bar
  const { language } = useLanguage()
  const state = useDeviceState()
  if (!state) return null
  return (
    <div className="bars">
      {state.revoked && (
        <div className="bar red" role="alert">
          <Icon name="stop" />
          <span>{text.revoked}</span>
          <LinkButton href="/device">{text.seeDevice}</LinkButton>
        </div>
      )}
      {state.tooOld && (
        <div className="bar red" role="alert">
          <Icon name="alert" />
          <span>{text.tooOld}</span>
          <Button onClick={() => void appUpdate.check().then(() => appUpdate.accept())}>
            {text.updateNow}
          </Button>
        </div>
      )}
      {!busy && state.wiped && (
        <output className="bar yellow">
          <Icon name="alert" />
          <span>{text.wiped}</span>
          <LinkButton href="/unsent">{text.seeUnsent}</LinkButton>
          <Button onClick={() => void acknowledgeWipe(db)}>{text.seen}</Button>
        </output>
      )}
      {!busy && state.parts.broken && (
        <div className="bar red" role="alert">
          <Icon name="alert" />
          <span>{text.partsBroken}</span>
        </div>
      )}
      {!busy && state.parts.lost > 0 && (
        <div className="bar red" role="alert">
          <Icon name="alert" />
          <span>{text.partsLost(formatNumber(state.parts.lost, language))}</span>
          <Button onClick={() => void acknowledgeLostParts(db)}>{text.seen}</Button>
        </div>
      )}
      {!busy && state.clockOffMs !== undefined && (
        <output className="bar yellow">
          <Icon name="clock" />
          <span>
            {text.clockOff(formatNumber(Math.round(Math.abs(state.clockOffMs) / 60_000), language))}
          </span>
        </output>
      )}
      {!busy && state.enrolled && state.storage !== 'persisted' && <StorageBar />}
      {!busy && <AppUpdateBar />}
    </div>
  )
}
