import { useState } from 'react'
import { formatMoment } from '#shared/i18n/moments'
import { shortCode } from '#shared/i18n/short-code'
import { formatNumber } from '#shared/i18n/numbers'
import { screenLater } from '../screen-loader.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { deviceScreenText } from './device-screen-text.ts'
import { deviceText } from './device-text.ts'
import { ExportUnsent } from './export-unsent.tsx'
import { FetchButton } from './fetch-button.tsx'
import { ForgetCard } from './forget-card.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { LookSettings } from './look-settings.tsx'
import { StorageCard } from './storage-card.tsx'
import { useDeviceState, useNetwork } from './use-device-state.tsx'
import { VersionCard } from './version-card.tsx'

const TryScan = screenLater(() => import('./try-scan.tsx'), 'TryScan')

/** All that is to be known about this tablet, and what can be done about it. */
export function DeviceScreen() {
  const text = useText(deviceScreenText)
  const { title, bar } = useText(deviceText)
  const { language } = useLanguage()
  const { now } = useTablet()
  const state = useDeviceState()
  const network = useNetwork()
  const [trying, setTrying] = useState(false)
  return (
    <JobShell colour="brand" title={title}>
      {state && (
        <div className="column">
          <Card>
            <Facts>
              <Fact label={text.network}>
                {!network
                  ? text.networkOffline
                  : state.serverBusyUntil !== undefined && state.serverBusyUntil > now()
                    ? bar.busy
                    : state.online
                      ? text.networkOnline
                      : text.networkUnreached}
              </Fact>
              <Fact label={text.lastContact}>
                {state.lastContactAt ? formatMoment(state.lastContactAt, now()) : text.never}
              </Fact>
              <Fact label={text.unsent}>
                {[
                  state.unsent > 0 ? text.unsentCount(formatNumber(state.unsent, language)) : text.unsentNone,
                  ...(state.quarantined > 0
                    ? [text.refusedCount(formatNumber(state.quarantined, language))]
                    : []),
                ].join(' · ')}
              </Fact>
              <Fact label={text.warehouse}>{state.enrolled?.warehouseName ?? text.notEnrolled}</Fact>
              {state.enrolled && <Fact label={text.deviceNumber}>{shortCode(state.enrolled.deviceId)}</Fact>}
              <Fact label={text.clock}>
                {state.clockOffMs !== undefined
                  ? bar.clockOff(formatNumber(Math.round(Math.abs(state.clockOffMs) / 60_000), language))
                  : state.lastContactAt
                    ? text.clockRight
                    : text.clockUnknown}
              </Fact>
            </Facts>
            <div className="buttons">
              {state.enrolled ? (
                <FetchButton icon="send" label={text.sendNow} busyLabel={text.sending} />
              ) : (
                <LinkButton kind="primary" href="/enrol" icon="qr">
                  {text.enrol}
                </LinkButton>
              )}
              <LinkButton href="/unsent" icon="list">
                {bar.seeUnsent}
              </LinkButton>
            </div>
          </Card>
          {state.revoked && state.enrolled && <ForgetCard />}
          <StorageCard />
          <VersionCard />
          <LookSettings />
          <Card>
            <h3>{text.tryScan}</h3>
            <p>{text.tryScanHint}</p>
            {trying ? (
              <TryScan />
            ) : (
              <div className="buttons">
                <Button icon="scan" onClick={() => setTrying(true)}>
                  {text.scan.open}
                </Button>
                <LinkButton href="/sample-codes" icon="qr">
                  {text.sampleCodes}
                </LinkButton>
              </div>
            )}
          </Card>
          <ExportUnsent />
        </div>
      )}
    </JobShell>
  )
}
