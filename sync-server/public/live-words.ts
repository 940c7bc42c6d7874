import { formatClock } from '#shared/i18n/moments'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import type { PublicStock } from '#shared/sync/wire'
import { dayInVietnam, type Instant } from '#shared/time/time'
import { publicText } from './public-text.ts'

/** How sure the page is: one line for always, and one for when figures may lag ('' when they do not). */
export interface LiveWords {
  readonly line: string
  readonly lag: string
}

/** What the page says about its own freshness, by the server's clock; the script shows the same sentences. */
export function liveWords({ asOf, devices }: PublicStock, language: Language): LiveWords {
  const text = publicText[language]
  const count = (value: number) => formatNumber(value, language)
  const heard = [
    devices.enrolled === 0
      ? text.noDevices
      : text.heard(count(devices.enrolled - devices.silent), count(devices.enrolled)),
  ]
  if (devices.silent > 0) {
    const since = devices.silentSince && sinceWhen(devices.silentSince, asOf, language)
    if (!since) heard.push(text.neverHeard)
    else if (devices.silent === 1) heard.push(text.lastSilent(since))
    else heard.push(text.someSilent(count(devices.silent), since))
  }
  const lag = [
    devices.silent > 0 ? text.lagSilent(count(devices.silent)) : '',
    devices.unsent > 0 ? text.lagUnsent(count(devices.unsent)) : '',
  ].filter(Boolean)
  return {
    line: `${text.at(clockWithSeconds(asOf), formatDay(dayInVietnam(asOf)))} · ${heard.join(', ')}`,
    lag: lag.length === 0 ? '' : text.lag(lag.join('; ')),
  }
}

function sinceWhen(since: Instant, asOf: Instant, language: Language): string {
  const clock = formatClock(since)
  const day = dayInVietnam(since)
  return day === dayInVietnam(asOf) ? clock : publicText[language].at(clock, formatDay(day).slice(0, 5))
}

function clockWithSeconds(instant: Instant): string {
  return `${formatClock(instant)}:${instant.slice(17, 19)}`
}
