import { useParams } from 'wouter'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { formatQuantity } from '#shared/item/quantity'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import { tripPackageId } from '#shared/trip/trip-package'
import { TickCard } from '../case-file/tick-card.tsx'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { HouseholdCard } from '../trip/household-card.tsx'
import { readTrip, type StopInHand, type TripInHand } from '../trip/trip-store.ts'
import { useTripHand } from '../trip/trip-hand.tsx'
import { usePackages } from '../trip/use-packages.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import { deliverText } from './deliver-text.ts'
import { TripNamesLock } from './trip-names-lock.tsx'
import { TripMissing } from './trip-screen.tsx'
import { WithoutPinNotice } from './without-pin-notice.tsx'
import './deliver.css'

/** One door: for whom, where, what, and the way to hand it over. */
export function StopScreen() {
  const { id, consignmentId } = useParams<{ id: string; consignmentId: string }>()
  const text = useText(deliverText)
  const { db, now } = useTablet()
  const { staff } = useTripHand()
  const { language } = useLanguage()
  const found = useLive(async () => (await readTrip(db, id)) ?? null, [db, id])
  const packages = usePackages(staff)
  if (found === undefined) return <Opening />
  const stop = found?.stops.find((one) => one.stop.consignmentId === decodeURIComponent(consignmentId))
  if (!found || !stop) return <TripMissing />
  const { caseFile, goods, begun } = stop
  const content = packages.contentById.get(tripPackageId(id, stop.stop.consignmentId))
  const isOnBoard = goods.length > 0
  return (
    <JobShell
      colour="deliver"
      title={caseFile?.code ?? stop.stop.caseFileId}
      subtitle={text.stop(formatNumber(stop.stop.order, language))}
      back={`/trips/${id}`}
      footer={
        <LinkButton
          href={`/handover/${stop.stop.consignmentId}`}
          kind={isOnBoard ? 'primary' : 'plain'}
          icon="check"
          wide
        >
          {begun ? text.goOn : isOnBoard ? text.handOver : text.seeHandover}
        </LinkButton>
      }
    >
      <div className="column">
        <WithoutPinNotice />
        <TripNamesLock packages={packages} />
        {content && <HouseholdCard content={content} label={text.who} />}
        {packages.state === 'open' && !content && (
          <Notice>{isOnBoard && packages.held === 0 ? text.notArrived : text.wiped}</Notice>
        )}
        {caseFile && <CaseFileFacts stop={stop} />}
        {caseFile && <TickCard caseFile={caseFile} now={now()} />}
        <StopGoods found={found} stop={stop} />
      </div>
    </JobShell>
  )
}

function CaseFileFacts({ stop: { stop, caseFile } }: { readonly stop: StopInHand }) {
  const text = useText(deliverText)
  const placeNames = usePlaceNames()
  return (
    <Card>
      <Facts>
        {caseFile && <Fact label={text.place}>{placeNames(caseFile)}</Fact>}
        <Fact label={text.consignment}>
          <span className="figures">{stop.consignmentId}</span>
        </Fact>
      </Facts>
    </Card>
  )
}

function StopGoods({
  found: { itemById },
  stop: { goods },
}: {
  readonly found: TripInHand
  readonly stop: StopInHand
}) {
  const text = useText(deliverText)
  const { language } = useLanguage()
  if (goods.length === 0) return <Notice>{text.nothing}</Notice>
  return (
    <>
      <h2>{text.goods}</h2>
      <List label={text.goods}>
        {goods.map(({ itemId, quantity, lots }) => {
          const item = itemById.get(itemId)
          return (
            <ListRow
              key={itemId}
              title={item?.name ?? itemId}
              figure={item ? formatQuantity(quantity, item, language) : formatNumber(quantity, language)}
              detail={lots
                .map(({ lotId }) => {
                  const lot = parseLotId(lotId)
                  const day = lot && leavesBefore(lot)
                  return [lot?.lotNumber, day && formatDay(day)].filter(Boolean).join(' ')
                })
                .filter(Boolean)
                .join(' · ')}
            />
          )
        })}
      </List>
    </>
  )
}
