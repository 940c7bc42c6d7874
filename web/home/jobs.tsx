import { Link } from 'wouter'
import { formatNumber } from '#shared/i18n/numbers'
import { useLive } from '../database/use-live.tsx'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { DeviceState } from '../device/device-state.ts'
import { readDraft } from '../draft/draft-store.ts'
import { currentStaff, lock } from '../staff/sign-in.ts'
import { useTablet } from '../tablet-context.tsx'
import { activeTrips, listTrips } from '../trip/trip-store.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { homeText } from './home-text.ts'

export function Jobs({ state }: { readonly state: DeviceState }) {
  const text = useText(homeText)
  const { language } = useLanguage()
  const { db } = useTablet()
  const intakeLines = useLive(() => countLines('intake'), [db])
  const dispatchLines = useLive(() => countLines('dispatch'), [db])
  const unsent = state.unsent + state.quarantined > 0
  const out = useLive(() => readOut(db), [db])
  const role = out?.role
  const visits = role === 'verifier'
  const goesOut = visits || role === 'courier'
  const trips = out?.trips ?? 0
  const surveys = out?.surveys ?? 0
  const tripTile = (
    <JobTile
      href="/trips"
      colour="deliver"
      icon="truck"
      title={text.trips}
      hint={text.tripsHint}
      open={trips === 0 ? undefined : text.activeTrips(formatNumber(trips, language))}
    />
  )
  return (
    <>
      <SignedInRow />
      {state.fetching !== undefined ? (
        <Notice>{text.fetching(formatNumber(state.fetching, language))}</Notice>
      ) : (
        !state.filled && <Notice>{text.filling}</Notice>
      )}
      <nav className="jobs" aria-label={text.jobs}>
        {role === 'courier' && tripTile}
        {(visits || role === 'coordinator' || role === 'admin') && (
          <JobTile
            href="/surveys"
            colour="brand"
            icon="users"
            title={text.surveys}
            hint={text.surveysHint}
            open={surveys === 0 ? undefined : text.openSurveys(formatNumber(surveys, language))}
          />
        )}
        {!goesOut && (
          <>
            <JobTile
              href="/intake"
              colour="intake"
              icon="down"
              title={text.intake}
              hint={text.intakeHint}
              open={
                intakeLines === undefined ? undefined : text.draft.intake(formatNumber(intakeLines, language))
              }
            />
            <JobTile
              href="/dispatch"
              colour="dispatch"
              icon="up"
              title={text.dispatch}
              hint={text.dispatchHint}
              open={
                dispatchLines === undefined
                  ? undefined
                  : text.draft.dispatch(formatNumber(dispatchLines, language))
              }
            />
            <JobTile
              href="/give-back"
              colour="deliver"
              icon="undo"
              title={text.giveBack}
              hint={text.giveBackHint}
            />
          </>
        )}
        <JobTile href="/stock" colour="stock" icon="boxes" title={text.stock} hint={text.stockHint} />
        {role !== 'courier' && trips > 0 && tripTile}
        <JobTile href="/history" colour="brand" icon="history" title={text.history} hint={text.historyHint} />
      </nav>
      <LinkButton href="/unsent" icon={unsent ? 'send' : 'done'} wide>
        {[
          state.unsent > 0 ? text.unsent(formatNumber(state.unsent, language)) : text.allSent,
          ...(state.quarantined > 0 ? [text.refused(formatNumber(state.quarantined, language))] : []),
        ].join(' · ')}
      </LinkButton>
    </>
  )

  async function countLines(kind: 'intake' | 'dispatch'): Promise<number | undefined> {
    const open = await readDraft(db, kind)
    return open?.lines.filter(({ refused }) => !refused).length
  }
}

/** What decides whether trips and surveys stand first, among the others, or not at all. */
async function readOut(db: LedgerDatabase) {
  const staff = await currentStaff(db)
  const trips = staff ? await listTrips(db, staff) : await activeTrips(db)
  const surveys = await db.drafts.where('kind').equals('survey').count()
  return { role: staff?.role, trips: trips.length, surveys }
}

function SignedInRow() {
  const text = useText(homeText)
  const { db } = useTablet()
  const session = useLive(async () => ({ staff: await currentStaff(db) }), [db])
  if (!session) return <div className="signed-in" />
  return (
    <div className="signed-in">
      <Icon name="user" />
      <b>{session.staff ? text.signedIn(session.staff.name) : text.nobody}</b>
      {session.staff ? (
        <Button icon="lock" onClick={() => void lock(db)}>
          {text.lock}
        </Button>
      ) : (
        <LinkButton href="/sign-in" icon="user">
          {text.signIn}
        </LinkButton>
      )}
    </div>
  )
}

interface JobTileProps {
  readonly href: string
  readonly colour: string
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  /** A draft that waits to be finished. */
  readonly open?: string | undefined
}

function JobTile({ href, colour, icon, title, hint, open }: JobTileProps) {
  return (
    <Link href={href} className="job-tile" data-colour={colour}>
      <Icon name={icon} />
      <b>{title}</b>
      <span>{hint}</span>
      {open !== undefined && <strong>{open}</strong>}
    </Link>
  )
}
