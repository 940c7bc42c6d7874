import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Result } from '#shared/result'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import type { DraftRefusal } from './draft-change-store.ts'
import {
  changeDraftLines,
  openDraft,
  putDraftLine,
  readDraft,
  removeDraftLine,
  type IsMeant,
} from './draft-store.ts'
import { editDraft } from './edit-draft.ts'
import type { DraftActions, DraftInHand, OpenDraft } from './draft-actions.ts'
import type { Draft, DraftKind, DraftLine } from './draft.ts'
import { readRemoved, withRemoved } from './removed-line.ts'
import { withoutCard } from './waiting-codes.ts'

type DraftOf<K extends DraftKind> = Extract<Draft, { kind: K }>

/**
 * The open draft of a kind: what is typed shows at once, and is on disk a moment later, keystroke by keystroke.
 * `fresh` makes a new one; a look at the screen alone opens none. `isMeant` stays what it was at first.
 */
export function useDraft<K extends DraftKind>(
  kind: K,
  fresh: () => DraftOf<K> | Promise<DraftOf<K>>,
  isMeant?: IsMeant,
): DraftInHand<DraftOf<K>> {
  const { db } = useTablet()
  const meant = useRef(isMeant)
  const found = useLive(async () => (await readDraft(db, kind, meant.current)) ?? null, [db, kind])
  const [typed, setTyped] = useState<DraftOf<K>>()
  const [writing, setWriting] = useState(0)
  const [refusal, setRefusal] = useState<DraftRefusal>()
  const latest = useRef<DraftOf<K>>(undefined)
  const onDisk = useRef<DraftOf<K>>(undefined)
  const seen = useRef<string>(undefined)
  const sent = useRef<string[]>([])
  const edits = useRef({ made: 0, written: 0 })
  const showDisk = useCallback(() => {
    latest.current = undefined
    setTyped(undefined)
  }, [])
  const makeFresh = useRef(fresh)
  useEffect(() => {
    makeFresh.current = fresh
  })

  useEffect(() => {
    const before = seen.current
    seen.current = found?.draft.id
    onDisk.current = found?.draft
    // Closed, here or in the other window: the next thing that is done opens a new one.
    const isClosed = found === null && before !== undefined && latest.current?.id === before
    if (!isClosed && (!found || sent.current.includes(JSON.stringify(found.draft)))) return
    // What is being written comes with what the other window wrote.
    if (found && found.draft.id === latest.current?.id && edits.current.made > edits.current.written) return
    // Another window changed it or closed it, or it is a new one: what is on disk counts.
    showDisk()
  }, [found, showDisk])

  const actions = useMemo((): DraftActions<DraftOf<K>> => {
    const watch = async (write: () => Promise<Result<unknown, DraftRefusal>>): Promise<boolean> => {
      setWriting((count) => count + 1)
      try {
        const written = await write()
        setRefusal(written.ok ? undefined : written.error)
        return written.ok
      } finally {
        setWriting((count) => count - 1)
      }
    }
    const openNew = async (): Promise<DraftOf<K> | undefined> => {
      let opened: DraftOf<K> | undefined
      await watch(async () => {
        const result = await openDraft(db, await makeFresh.current(), meant.current)
        if (result.ok) opened = result.value
        return result
      })
      onDisk.current = opened
      return opened
    }
    let opening: Promise<DraftOf<K> | undefined> | undefined
    /** Two presses within one moment open one draft, and each goes on from what the other did. */
    const open = async (): Promise<DraftOf<K> | undefined> => {
      const opened = await (opening ??= openNew().finally(() => (opening = undefined)))
      return latest.current && latest.current.id === opened?.id ? latest.current : opened
    }
    const show = (draft: DraftOf<K>) => {
      latest.current = draft
      setTyped(draft)
      sent.current = [...sent.current.slice(-40), JSON.stringify(draft)]
    }
    const change = async (edit: (draft: DraftOf<K>) => DraftOf<K>, draftId?: string): Promise<boolean> => {
      const known = [latest.current, onDisk.current].find((one) => one && one.id === (draftId ?? one.id))
      const base = known ?? (draftId === undefined ? await open() : (await find())?.draft)
      if (!base || base.id !== (draftId ?? base.id)) return false
      show(edit(base))
      const mine = ++edits.current.made
      return watch(async () => {
        const written = await editDraft(db, base.id, edit)
        edits.current.written = Math.max(mine, edits.current.written)
        if (written.ok && mine === edits.current.made) show(written.value)
        return written
      })
    }
    const putLine = (line: DraftLine) => watch(() => putDraftLine(db, line))
    const inTurn = async <Value,>(work: () => Promise<Value>): Promise<Value> =>
      navigator.locks.request(`kho4d-${kind}-draft`, work)
    const find = async (): Promise<OpenDraft<DraftOf<K>> | undefined> => {
      const now = await readDraft(db, kind, meant.current)
      return now && { ...now, draft: latest.current?.id === now.draft.id ? latest.current : now.draft }
    }
    const lineOnDisk = async (lineId: string) =>
      (await readDraft(db, kind, meant.current))?.lines.find(({ id }) => id === lineId)
    return {
      change,
      type: (name, value) => change((draft) => ({ ...draft, typed: { ...draft.typed, [name]: value } })),
      putLine,
      async changeLines(draftId, change) {
        const { settled } = change
        const shown = [latest.current, onDisk.current].find((one) => one?.id === draftId)
        if (settled === undefined || !shown) return watch(() => changeDraftLines(db, draftId, change))
        // The card goes at once, so that it is never shown beside its line, however slow the disk is.
        show(withoutCard(shown, settled))
        const mine = ++edits.current.made
        const isKept = await watch(() => changeDraftLines(db, draftId, change))
        edits.current.written = Math.max(mine, edits.current.written)
        if (!isKept && mine === edits.current.made) showDisk()
        return isKept
      },
      editLine: (lineId, edit) =>
        inTurn(async () => {
          const line = await lineOnDisk(lineId)
          return line ? putLine(edit(line)) : false
        }),
      removeLine: (lineId) =>
        inTurn(async () => {
          const line = await lineOnDisk(lineId)
          if (!line) return false
          const removed = { line, at: db.now() }
          const kept = await change((draft) => ({ ...draft, typed: withRemoved(draft.typed, removed) }))
          return kept && watch(() => removeDraftLine(db, lineId))
        }),
      takeBack: () =>
        inTurn(async () => {
          const removed = readRemoved(latest.current?.typed ?? onDisk.current?.typed ?? {})
          if (!removed || !(await putLine(removed.line))) return false
          return change((draft) => ({ ...draft, typed: withRemoved(draft.typed, undefined) }))
        }),
      inTurn,
      find,
      read: async () => {
        const found = await find()
        if (found) return found
        return (await open()) && find()
      },
    }
  }, [db, kind, showDisk])

  const draft = found && typed?.id === found.draft.id ? typed : found?.draft
  return {
    state: found === undefined ? 'loading' : found === null ? 'none' : 'open',
    draft,
    lines: found?.lines ?? [],
    saved: writing === 0 && refusal === undefined,
    refusal,
    actions,
  }
}
