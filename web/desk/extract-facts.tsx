import { caseFileText } from '#shared/case-file/case-file-text'
import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { itemText } from '#shared/item/item-text'
import { dataRequestText } from '#shared/person/data-request-text'
import { movementText } from '../movement/movement-text.ts'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { caseHandoversText } from './case-handovers-text.ts'
import { CaseFileNeeds } from './case-file-needs.tsx'
import { formatMoment } from './desk-time.ts'
import { personalDataText } from './personal-data-text.ts'

/** What is held beside the household: its case file, who set which tick, what help there was, and who looked. */
export function ExtractFacts({ extract }: { readonly extract: PersonExtract }) {
  const text = useText(personalDataText)
  const labels = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const { language } = useLanguage()
  const kinds: Readonly<Record<string, string>> = useText(movementText).kind
  const door = useText(caseHandoversText)
  const whys: Readonly<Record<string, string>> = useText(dataRequestText).why
  const units: Readonly<Record<string, string>> = useText(itemText).baseUnit
  const {
    caseFile,
    placeName,
    contact,
    toldBrowsers,
    publication,
    ticks,
    help,
    recipients,
    pictures,
    reads,
  } = extract
  const goodsOf = (goods: PersonExtract['help'][number]['goods']) =>
    goods
      .map(({ name, quantity, unit }) => `${name} ${formatNumber(quantity, language)} ${units[unit] ?? unit}`)
      .join(', ')
  const lineOf = ({ at, part }: PersonExtract['recipients'][number]) => {
    const { proxy, card, idNumber, phone, witnessName, place } = part
    return [
      formatMoment(at),
      proxy && `${door.proxy}: ${proxy.name}, ${proxy.why}`,
      card && `${door.card}: ${card.name}, ${card.bornOn}`,
      idNumber !== undefined && `${door.idNumber} ${idNumber}`,
      phone !== undefined && `${door.phone} ${phone}`,
      witnessName !== undefined && `${door.witness}: ${witnessName}`,
      place && `${door.place}: ${place.lat}, ${place.lon}`,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <Facts>
      {caseFile && (
        <Fact label={text.caseFile}>
          {[caseFile.code, words.category[caseFile.category], placeName].join(' · ')}
        </Fact>
      )}
      {caseFile && (
        <Fact label={labels.needs}>
          <CaseFileNeeds needs={caseFile.needs} />
        </Fact>
      )}
      {contact?.requester && (
        <Fact label={text.askedBy}>
          {contact.requester.name} · <span className="figures">{contact.requester.phone}</span>
        </Fact>
      )}
      {contact && contact.words !== '' && <Fact label={text.askedWords}>{contact.words}</Fact>}
      {toldBrowsers > 0 && <Fact label={text.told}>{text.toldBrowsers(toldBrowsers)}</Fact>}
      {publication && (
        <Fact label={text.publication}>
          {publication.words}
          {publication.withdrawnAt !== null && ` (${text.withdrawn})`}
        </Fact>
      )}
      <Fact label={text.ticks}>
        <Lines
          lines={ticks.map(({ tick, tickAt, staffName }) =>
            [words.tick[tick], formatMoment(tickAt), staffName ?? text.nobody].join(' · '),
          )}
        />
      </Fact>
      <Fact label={text.help}>
        <Lines
          lines={help.map(({ at, kind, goods }) =>
            [formatMoment(at), kinds[kind] ?? kind, goodsOf(goods)].join(' · '),
          )}
          none={text.noHelp}
        />
      </Fact>
      {recipients.length > 0 && (
        <Fact label={text.recipients}>
          <Lines lines={recipients.map(lineOf)} />
        </Fact>
      )}
      <Fact label={text.files}>
        <Lines
          lines={pictures.map(({ kind, receivedAt }) =>
            [whys[kind] ?? kind, formatMoment(receivedAt)].join(' · '),
          )}
          none={text.noFiles}
        />
      </Fact>
      <Fact label={text.reads}>
        <Lines
          lines={reads.map(({ at, staffName, deviceName, why }) =>
            [formatMoment(at), staffName ?? deviceName ?? text.nobody, whys[why] ?? why].join(' · '),
          )}
          none={text.noReads}
        />
      </Fact>
    </Facts>
  )
}

function Lines({ lines, none = '' }: { readonly lines: readonly string[]; readonly none?: string }) {
  if (lines.length === 0) return <>{none}</>
  return (
    <ul className="steps-done">
      {lines.map((line, i) => (
        // Lines of a record that is only ever drawn anew.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>{line}</li>
      ))}
    </ul>
  )
}
