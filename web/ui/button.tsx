import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Says in words what it does; 64 px high. */
export function Button({ kind = 'plain', icon, wide, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(kind, wide, className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

export interface LinkButtonProps {
  readonly href: string
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly wide?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Leads to another screen and looks like a button. */
export function LinkButton({ href, kind = 'plain', icon, wide, className, children }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonClass(kind, wide, className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  )
}

function buttonClass(kind: ButtonKind, wide: boolean | undefined, more: string | undefined): string {
  return ['button', kind, wide && 'wide', more].filter(Boolean).join(' ')
}
