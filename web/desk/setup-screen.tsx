import { useEffect, useMemo, useState } from 'react'
import { PasswordSchema } from '#shared/desk/desk-staff-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Entrance } from './entrance.tsx'
import { createDeskClient } from './desk-client.ts'
import { deskRequests } from './desk-requests.ts'
import { FormRefusal } from './form-parts.tsx'
import { sessionText } from './session-text.ts'
import { useSending } from './use-sending.tsx'

const FIELDS = ['code', 'name', 'userName', 'password']
const PASSWORD_MIN = PasswordSchema.pipe[1].requirement

/** /app/setup#code: makes the first administrator, once; then leads to the desk. */
export function SetupScreen() {
  const text = useText(sessionText)
  const { language } = useLanguage()
  const requests = useMemo(
    () =>
      deskRequests(
        createDeskClient({ fetch: (input, init) => fetch(input, init), signInAgain: async () => false }),
      ),
    [],
  )
  const [needed, setNeeded] = useState(true)
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  // A code that came with the address needs no eyes, unless it was refused.
  const [isCodeGiven] = useState(code !== '')
  const [name, setName] = useState('')
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)
  const sending = useSending(FIELDS)
  const isCodeWrong = sending.refusal?.kind === 'refused' && sending.refusal.reason === 'code-wrong'
  const left = Math.max(0, PASSWORD_MIN - password.length)

  useEffect(() => {
    async function look() {
      const state = await requests.setupState()
      if (state.ok) setNeeded(state.value.needed)
    }
    void look()
  }, [requests])

  async function setUp() {
    setDiffers(password !== again)
    if (password !== again) return
    const session = await sending.send(() => requests.setUp({ code, name, userName, password }))
    // A fresh page: the code in the address is used up and must not stay in it.
    if (session) location.replace('/app/desk/')
  }

  if (!needed) {
    return (
      <Entrance title={text.setupDone}>
        <p>{text.setupDoneHint}</p>
        <a className="button primary" href="/app/desk/">
          {text.toSignIn}
        </a>
      </Entrance>
    )
  }
  return (
    <Entrance title={text.setupTitle}>
      <p className="quiet">{text.setupIntro}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void setUp()
        }}
      >
        {(!isCodeGiven || sending.field('code') !== undefined || isCodeWrong) && (
          <Field
            label={text.code}
            value={code}
            onChange={setCode}
            hint={text.codeHint}
            refusal={sending.field('code')}
            autoComplete="off"
            required
          />
        )}
        <Field
          label={text.name}
          value={name}
          onChange={setName}
          refusal={sending.field('name')}
          autoComplete="name"
          maxLength={100}
          required
        />
        <Field
          label={text.userName}
          value={userName}
          onChange={setUserName}
          hint={text.userNameHint}
          refusal={sending.field('userName')}
          autoComplete="username"
          maxLength={40}
          required
        />
        <Field
          label={text.password}
          type="password"
          value={password}
          onChange={setPassword}
          hint={
            <>
              {text.passwordHint}{' '}
              {password !== '' && (
                <strong>
                  {left > 0 ? text.passwordLeft(formatNumber(left, language)) : text.passwordLong}
                </strong>
              )}
            </>
          }
          refusal={sending.field('password')}
          autoComplete="new-password"
          required
        />
        <Field
          label={text.passwordAgain}
          type="password"
          value={again}
          onChange={(value) => {
            setAgain(value)
            setDiffers(false)
          }}
          refusal={differs ? text.passwordDiffers : undefined}
          autoComplete="new-password"
          required
        />
        <FormRefusal sentence={sending.sentence} />
        <Button type="submit" kind="primary" wide disabled={sending.busy}>
          {sending.busy ? text.settingUp : text.setUp}
        </Button>
      </form>
    </Entrance>
  )
}
