import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { useText } from './language.tsx'
import { Notice } from './refusal.tsx'
import { uiText } from './ui-text.ts'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  readonly onHome: () => void
}

/** A screen that breaks takes no other with it; what was typed lies on disk and comes back with "try again". */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <BrokenScreen
        onRetry={() => this.setState({ broken: false })}
        onHome={() => {
          this.props.onHome()
          this.setState({ broken: false })
        }}
      />
    )
  }
}

function BrokenScreen({ onRetry, onHome }: { readonly onRetry: () => void; readonly onHome: () => void }) {
  const text = useText(uiText)
  return (
    <main className="column narrow">
      <h1>{text.brokenTitle}</h1>
      <Notice tone="yellow">{text.brokenWhat}</Notice>
      <div className="buttons">
        <Button kind="primary" icon="refresh" onClick={onRetry}>
          {text.tryAgain}
        </Button>
        <Button icon="home" onClick={onHome}>
          {text.home}
        </Button>
      </div>
    </main>
  )
}
