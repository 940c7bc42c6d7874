import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useText } from '../ui/language.tsx'
import { homeText } from './home-text.ts'

/** A device that belongs to no warehouse yet: one sentence and two ways on. */
export function Welcome() {
  const text = useText(homeText)
  return (
    <>
      <h2>{text.welcome}</h2>
      <p>{text.welcomeWhat}</p>
      <Card marked>
        <LinkButton href="/enrol" kind="primary" icon="qr" wide>
          {text.enrol}
        </LinkButton>
        <p className="quiet small">{text.enrolHint}</p>
      </Card>
      <Card>
        <LinkButton href="/desk" icon="list" wide>
          {text.desk}
        </LinkButton>
        <p className="quiet small">{text.deskHint}</p>
        <Button wide onClick={() => location.assign('/')}>
          {text.public}
        </Button>
      </Card>
    </>
  )
}
