import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'
import { packageText } from './package-text.ts'

/** Dials; with whose phone it is where there are several. */
export function CallLink({ phone, name }: { readonly phone: string; readonly name?: string }) {
  const text = useText(packageText)
  return (
    <a className="button plain wide" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      <Icon name="phone" />
      <span>
        {text.call(phone)}
        {name && ` · ${name}`}
      </span>
    </a>
  )
}
