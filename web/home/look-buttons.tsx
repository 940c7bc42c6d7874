import { useAppearance } from '../ui/appearance.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { homeText } from './home-text.ts'

export function LookButtons() {
  const text = useText(homeText)
  const { language, setLanguage } = useLanguage()
  const { sunlight, setSunlight } = useAppearance()
  return (
    <div className="buttons">
      <Button icon="language" onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
        <span lang={language === 'vi' ? 'en' : 'vi'}>{text.switchLanguage}</span>
      </Button>
      <Button icon="sun" onClick={() => setSunlight(!sunlight)}>
        {sunlight ? text.sunlightOff : text.sunlightOn}
      </Button>
      <LinkButton href="/device" icon="tablet">
        {text.device}
      </LinkButton>
    </div>
  )
}
