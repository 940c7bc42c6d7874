import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

/** For the moment in which a screen comes from the disk. */
export function Opening() {
  const text = useText(uiText)
  return <output className="opening">{text.loading}</output>
}
