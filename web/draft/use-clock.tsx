import { useEffect, useState } from 'react'
import { dayInVietnam, type Instant, type LocalDate } from '#shared/time/time'
import { useTablet } from '../tablet-context.tsx'

const TICK_MS = 20_000

/** The time for "3 phút" and "còn 11 ngày": moves on a few times a minute. */
export function useClock(): { readonly now: Instant; readonly today: LocalDate } {
  const tablet = useTablet()
  const [now, setNow] = useState(() => tablet.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(tablet.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [tablet])
  return { now, today: dayInVietnam(now) }
}
