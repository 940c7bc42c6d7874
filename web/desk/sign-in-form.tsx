import { useState } from 'react'
import type { SessionAnswer } from '#shared/desk/desk-session-wire'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import type { DeskRequests } from './desk-requests.ts'
import { FormRefusal } from './form-parts.tsx'
import { sessionText } from './session-text.ts'
import { useSending } from './use-sending.tsx'

export interface SignInFieldsProps {
  readonly requests: DeskRequests
  readonly onSignedIn: (session: SessionAnswer) => void
}

const FIELDS = ['userName', 'password']

/** User name and password, as a form of its own or over the screen when a session ran out. */
export function SignInForm({ requests, onSignedIn }: SignInFieldsProps) {
  const text = useText(sessionText)
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const sending = useSending(FIELDS)

  async function signIn() {
    const session = await sending.send(() => requests.signIn({ userName, password }))
    if (session) onSignedIn(session)
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      <Field
        label={text.userName}
        name="userName"
        value={userName}
        onChange={setUserName}
        autoComplete="username"
        refusal={sending.field('userName')}
        required
        // There is nothing else to do on this page.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <Field
        label={text.password}
        name="password"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        refusal={sending.field('password')}
        required
      />
      <FormRefusal sentence={sending.sentence} />
      <Button type="submit" kind="primary" wide disabled={sending.busy}>
        {sending.busy ? text.signingIn : text.signIn}
      </Button>
    </form>
  )
}
