import { Button, LinkButton } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { QrPicture } from '../ui/qr-picture.tsx'
import { useAnswer } from './use-answer.tsx'
import { warehouseText } from './warehouse-text.ts'

/** A sheet of labels to print: the code for the eye, the square code for the tablet. */
export function ShelfLabelsScreen({ warehouseId }: { readonly warehouseId: string }) {
  const text = useText(warehouseText)
  const { requests } = useDesk()
  const answer = useAnswer(warehouseId, (signal) => requests.shelves(warehouseId, signal))
  return (
    <>
      <PageHead title={text.print}>
        <LinkButton
          href={`/warehouses?warehouse=${encodeURIComponent(warehouseId)}`}
          kind="quiet"
          icon="back"
        >
          {text.backToShelves}
        </LinkButton>
        <Button kind="primary" icon="print" onClick={() => print()}>
          {text.printNow}
        </Button>
      </PageHead>
      <p className="quiet no-print">{text.printHint}</p>
      <AnswerView answer={answer}>
        {({ shelves }) => (
          <ul className="labels">
            {shelves.map(({ id, code, name, label }) => (
              <li key={id}>
                {label === '' ? (
                  <p>{text.noLabel}</p>
                ) : (
                  <QrPicture text={label} label={text.labelPicture(code)} />
                )}
                <div>
                  <strong>{code}</strong>
                  {name !== code && <span>{name}</span>}
                  <small className="figures">{label}</small>
                </div>
              </li>
            ))}
          </ul>
        )}
      </AnswerView>
    </>
  )
}
