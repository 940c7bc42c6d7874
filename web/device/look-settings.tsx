import { TEXT_SIZES, useAppearance } from '../ui/appearance.tsx'
import { Card } from '../ui/card.tsx'
import { Segments } from '../ui/choices.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { deviceScreenText } from './device-screen-text.ts'

export function LookSettings() {
  const text = useText(deviceScreenText)
  const { language, setLanguage } = useLanguage()
  const { sunlight, setSunlight, textSize, setTextSize } = useAppearance()
  return (
    <Card>
      <h3>{text.language}</h3>
      <Segments
        label={text.language}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <h3>{text.sunlight}</h3>
      <Segments
        label={text.sunlight}
        value={sunlight ? 'on' : 'off'}
        onChange={(value) => setSunlight(value === 'on')}
        options={[
          { value: 'off', label: text.off },
          { value: 'on', label: text.on },
        ]}
      />
      <h3>{text.textSize}</h3>
      <Segments
        label={text.textSize}
        value={textSize}
        onChange={setTextSize}
        options={TEXT_SIZES.map((value) => ({ value, label: `${value}%` }))}
      />
    </Card>
  )
}
