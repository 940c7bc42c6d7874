import { useEffect, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { staffText } from '#shared/staff/staff-text'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { MAY, may } from './may.ts'

const SECTIONS = [
  { path: '/', name: 'start', icon: 'home' },
  { path: '/findings', name: 'findings', icon: 'alert', needs: 'seeFindings' },
  { path: '/requests', name: 'requests', icon: 'list' },
  { path: '/case-files', name: 'caseFiles', icon: 'file' },
  { path: '/trips', name: 'trips', icon: 'truck', needs: 'seeTrips' },
  { path: '/items', name: 'items', icon: 'package' },
  { path: '/import', name: 'import', icon: 'upload', needs: 'import' },
  { path: '/warehouses', name: 'warehouses', icon: 'warehouse' },
  { path: '/staff', name: 'staff', icon: 'users', needs: 'seeStaff' },
  { path: '/devices', name: 'devices', icon: 'tablet', needs: 'seeDevices' },
  { path: '/supervision', name: 'supervision', icon: 'clock', needs: 'supervise' },
  { path: '/personal-data', name: 'personalData', icon: 'lock', needs: 'seeDataRequests' },
  { path: '/rules', name: 'rules', icon: 'info' },
] as const satisfies readonly {
  path: string
  name: string
  icon: IconName
  needs?: keyof typeof MAY
}[]

/** The band with who is signed in, the parts of the desk at the side, and the part that is open. */
export function DeskFrame({
  onSignOut,
  children,
}: {
  readonly onSignOut: () => void
  readonly children: ReactNode
}) {
  const text = useText(deskText)
  const roles = useText(staffText).role
  const { language, setLanguage } = useLanguage()
  const { me } = useDesk()
  const [location] = useLocation()
  useSearchKey()

  return (
    <div className="desk">
      <a className="skip" href="#desk-main">
        {text.skip}
      </a>
      <header className="desk-band">
        <strong>
          {text.product} <span>{text.name}</span>
        </strong>
        <span className="who">
          {me.name} <span>{roles[me.role]}</span>
        </span>
        <Button
          kind="quiet"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {text.language}
        </Button>
        <Button kind="quiet" onClick={onSignOut}>
          {text.signOut}
        </Button>
      </header>
      <nav className="desk-nav" aria-label={text.menu}>
        {SECTIONS.filter((section) => !('needs' in section) || may(me.role, section.needs)).map(
          ({ path, name, icon }) => {
            const here = path === '/' ? location === '/' || location === '' : location.startsWith(path)
            return (
              <Link key={path} href={path} aria-current={here ? 'page' : undefined}>
                <Icon name={icon} />
                <span>{text.section[name]}</span>
              </Link>
            )
          },
        )}
      </nav>
      <main id="desk-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** `/` goes to the search field of the page, unless somebody is typing. */
function useSearchKey() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target as HTMLElement
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest('input, textarea, select, dialog')) return
      const search = document.querySelector<HTMLInputElement>('.desk main input[type=search]')
      if (!search) return
      event.preventDefault()
      search.focus()
      search.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

export interface PageHeadProps {
  readonly title: string
  readonly children?: ReactNode
}

/** The title of a part and what can be done there. */
export function PageHead({ title, children }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Kho 4Đ`
  }, [title])
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children !== undefined && <div className="buttons">{children}</div>}
    </div>
  )
}
