import { formatDay } from '#shared/i18n/numbers'
import { formatClock } from '#shared/i18n/moments'
import { formatQuantity } from '#shared/item/quantity'
import { leavesBefore, parseLotId, type LotId } from '#shared/lot/lot'
import { dayInVietnam } from '#shared/time/time'
import { useLanguage, useText } from '../ui/language.tsx'
import { QrPicture } from '../ui/qr-picture.tsx'
import { slipText } from './slip-text.ts'
import type { SlipView } from './slip-view-store.ts'

/** What comes out of the printer: A6 or a roll of 58 mm. */
export function SlipPaper({ slip }: { readonly slip: SlipView }) {
  const { language } = useLanguage()
  const text = useText(slipText)
  const { code, warehouseName, movement, itemById } = slip
  const { occurredAt, lines } = movement
  return (
    <article className="paper" aria-label={text[slip.kind]}>
      <header>
        <div className="head">
          <h2>{text[slip.kind]}</h2>
          <p>{warehouseName}</p>
          <p>
            {formatClock(occurredAt)} · {formatDay(dayInVietnam(occurredAt))}
          </p>
          {slip.kind === 'consignment' && slip.caseFileCode !== undefined && (
            <p className="case-file-code">
              {text.caseFile} <strong>{slip.caseFileCode}</strong>
            </p>
          )}
        </div>
        <QrPicture text={code} label={text.follow} />
      </header>
      <p className="code">
        <span className="unseen">{text.number}</span> {code}
      </p>
      {slip.kind === 'receipt' && (
        <dl>
          <dt>{text.donor}</dt>
          <dd>{donorWords(slip.donor, text)}</dd>
          {slip.keeper !== undefined && (
            <>
              <dt>{text.keeper}</dt>
              <dd>{slip.keeper}</dd>
            </>
          )}
        </dl>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{text.goods}</th>
            <th scope="col">{text.quantity}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ itemId, lotId, toId, fromId, quantity }, index) => {
            const item = itemById.get(itemId)
            return (
              // Lines of a recorded movement never change their order.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={`${lotId}|${fromId}|${toId}|${index}`}>
                <td>
                  {item?.name ?? itemId}
                  <small>{lotWords(lotId)}</small>
                </td>
                <td>{item ? formatQuantity(quantity, item, language) : quantity}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <footer>
        <p>{text.lines(lines.length)}</p>
        <p>{slip.kind === 'receipt' ? text.follow : text.stick}</p>
      </footer>
    </article>
  )
}

function donorWords(
  donor: Extract<SlipView, { kind: 'receipt' }>['donor'],
  text: (typeof slipText)['vi'],
): string {
  switch (donor.kind) {
    case 'anonymous':
      return text.anonymous
    case 'unknown':
      return text.unknownDonor
    case 'named':
      return donor.name
  }
}

/** On paper only what the pack shows too: the lot number and the day. */
function lotWords(lotId: LotId): string {
  const lot = parseLotId(lotId)
  const day = lot && leavesBefore(lot)
  return [lot?.lotNumber, day && formatDay(day)].filter(Boolean).join(' · ')
}
