import { Link } from 'wouter'
import { formatMoment } from '#shared/i18n/moments'
import { formatNumber } from '#shared/i18n/numbers'
import { useTablet } from '../tablet-context.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { deviceText } from './device-text.ts'
import { useDeviceState, useNetwork } from './use-device-state.tsx'

/** Always in the same corner, always the same three things: network, unsent, last contact. */
export function DeviceBadge() {
  const text = useText(deviceText).badge
  const { language } = useLanguage()
  const { now } = useTablet()
  const state = useDeviceState()
  const network = useNetwork()
  if (!state) return null

  const reached = network && state.online
  const { fetching } = state
  const calm =
    reached &&
    fetching === undefined &&
    state.unsent === 0 &&
    state.quarantined === 0 &&
    !state.revoked &&
    !state.tooOld
  const parts = [
    reached
      ? fetching === undefined
        ? text.online
        : text.fetching(fetching > 0 ? formatNumber(fetching, language) : '')
      : !network
        ? text.offline
        : state.enrolled
          ? text.unreached
          : text.network,
  ]
  if (!state.enrolled) parts.push(text.notEnrolled)
  else parts.push(state.unsent > 0 ? text.unsent(formatNumber(state.unsent, language)) : text.allSent)
  if (state.quarantined > 0) parts.push(text.refused(formatNumber(state.quarantined, language)))
  if (!reached && state.enrolled) {
    parts.push(
      state.lastContactAt ? text.lastContact(formatMoment(state.lastContactAt, now())) : text.neverContacted,
    )
  }
  return (
    <Link href="/device" className="badge">
      <i className={calm ? 'dot green' : state.revoked || state.tooOld ? 'dot red' : 'dot yellow'} />
      <span className="badge-words">
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      <span className="unseen">{text.open}</span>
    </Link>
  )
}
