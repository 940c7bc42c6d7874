import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

export type JobColour = 'intake' | 'dispatch' | 'stock' | 'deliver' | 'brand'

export interface JobShellProps {
  readonly colour: JobColour
  readonly title: string
  /** Intake points down, dispatch up: nobody may take one for the other. */
  readonly arrow?: 'down' | 'up'
  readonly subtitle?: ReactNode
  readonly footer?: ReactNode
  /** The way back of the button at the left; `false` where there is none. */
  readonly back?: string | false
  readonly children: ReactNode
}

const CornerContext = createContext<ReactNode>(null)

/** What every screen shows in the same corner: the state of the device. Set once, in the shell of the app. */
export function CornerProvider({
  corner,
  children,
}: {
  readonly corner: ReactNode
  readonly children: ReactNode
}) {
  return <CornerContext value={corner}>{children}</CornerContext>
}

/** One job, one screen, one band of colour; names the page as well. */
export function JobShell({ colour, title, arrow, subtitle, footer, back = '/', children }: JobShellProps) {
  const corner = useContext(CornerContext)
  const text = useText(uiText)
  useEffect(() => {
    document.title = `${title} · Kho 4Đ`
  }, [title])
  return (
    <div className="shell" data-colour={colour}>
      <header className="band">
        {back !== false && (
          <Link href={back} className="home" aria-label={text.home}>
            <Icon name={back === '/' ? 'home' : 'back'} />
          </Link>
        )}
        <h1>
          {arrow && <Icon name={arrow} />}
          <span>{title}</span>
        </h1>
        {subtitle !== undefined && <div className="subtitle">{subtitle}</div>}
        <div className="corner">{corner}</div>
      </header>
      <main className="middle" tabIndex={-1}>
        {children}
      </main>
      {footer === undefined ? <div /> : <footer className="foot">{footer}</footer>}
    </div>
  )
}
