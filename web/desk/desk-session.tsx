import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { SessionAnswer } from '#shared/desk/desk-session-wire'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { createDeskClient } from './desk-client.ts'
import { DeskContext } from './desk-context.tsx'
import { sentenceForRefusal, type DeskRefusal } from './desk-refusal.ts'
import { deskRequests } from './desk-requests.ts'
import { deskText } from './desk-text.ts'
import { Entrance } from './entrance.tsx'
import { createKeptTyping } from './kept-typing.ts'
import { sessionText } from './session-text.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { SignInForm } from './sign-in-form.tsx'

type Gate =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly refusal: DeskRefusal }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: SessionAnswer }

/** Lives as long as the tab, so that a form left by a look at another page is still there. */
const keptTyping = createKeptTyping(sessionStorage)

export interface DeskSessionProps {
  readonly children: (signOut: () => void) => ReactNode
}

/** Lets in who is signed in, and asks again, over the screen, when the session has run out meanwhile. */
export function DeskSession({ children }: DeskSessionProps) {
  const text = useText(sessionText)
  const frame = useText(deskText)
  const { language } = useLanguage()
  const [gate, setGate] = useState<Gate>({ kind: 'asking' })
  const [askedAgain, setAskedAgain] = useState(false)
  const waiting = useRef<((signedIn: boolean) => void)[]>([])

  const client = useMemo(
    () =>
      createDeskClient({
        fetch: (input, init) => fetch(input, init),
        signInAgain: () =>
          new Promise((resolve) => {
            waiting.current.push(resolve)
            setAskedAgain(true)
          }),
      }),
    [],
  )
  const requests = useMemo(() => deskRequests(client), [client])

  async function ask() {
    setGate({ kind: 'asking' })
    const session = await client.readSession()
    if (session.ok) setGate({ kind: 'in', session: session.value })
    else if (session.error.kind === 'refused' && session.error.reason === 'no-token') setGate({ kind: 'out' })
    else setGate({ kind: 'failed', refusal: session.error })
  }
  useEffect(() => {
    void ask()
    // Asked once, when the desk opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  function signedIn(session: SessionAnswer) {
    client.keepSession(session)
    setGate({ kind: 'in', session })
    answerWaiting(true)
  }
  function answerWaiting(isSignedIn: boolean) {
    setAskedAgain(false)
    for (const resolve of waiting.current.splice(0)) resolve(isSignedIn)
  }
  async function signOut() {
    const gone = await requests.signOut()
    if (!gone.ok && gone.error.kind === 'offline') setGate({ kind: 'failed', refusal: gone.error })
    else {
      client.keepSession(undefined)
      setGate({ kind: 'out' })
    }
  }

  if (gate.kind === 'asking') return <p className="loading">{text.asking}</p>
  if (gate.kind === 'failed') {
    return (
      <Entrance title={frame.name}>
        <p>{sentenceForRefusal(gate.refusal)[language]}</p>
        <Button kind="primary" icon="refresh" onClick={() => void ask()}>
          {frame.retry}
        </Button>
      </Entrance>
    )
  }
  if (gate.kind === 'out') {
    return (
      <Entrance title={text.signInTitle}>
        <SignInForm requests={requests} onSignedIn={signedIn} />
      </Entrance>
    )
  }
  return (
    <DeskContext value={{ me: gate.session.me, requests, kept: keptTyping, nowMs: Date.now }}>
      {children(() => void signOut())}
      {askedAgain && (
        <SignInAgain requests={requests} onSignedIn={signedIn} onLeave={() => answerWaiting(false)} />
      )}
    </DeskContext>
  )
}
