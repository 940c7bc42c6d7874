import type { Item } from '#shared/item/item'
import { ItemSearchDialog } from '../item/item-search-dialog.tsx'
import { useText } from '../ui/language.tsx'
import { CodeDialog } from './code-dialog.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { draftText } from './draft-text.ts'
import type { ScanAnswer } from './use-scan-desk.tsx'

export type ScanDialog = 'code' | 'find' | 'no-code' | 'discard'

export interface ScanDialogsProps {
  readonly open: ScanDialog | undefined
  readonly onClose: () => void
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly onCode: (code: string) => Promise<ScanAnswer>
  /** Goes on to looking for goods by name. */
  readonly onFind: () => void
  readonly onPick: (item: Item) => void
  /** Where goods without a code may be described anew. */
  readonly onAdd?: (name: string) => void
  readonly discard: { readonly title: string; readonly what: string }
  readonly onDiscard: () => void
}

/** The ways in that need no camera, and the way out that needs a yes. What was typed goes once it is taken. */
export function ScanDialogs(props: ScanDialogsProps) {
  const { open, onClose, typed, onType, onCode, onFind, onPick, onAdd, discard, onDiscard } = props
  const text = useText(draftText)
  return (
    <>
      <CodeDialog
        open={open === 'code'}
        value={typed('code')}
        onChange={(value) => onType('code', value)}
        onCode={async (code) => {
          const answer = await onCode(code)
          if (answer.words) return false
          onClose()
          onType('code', '')
          return true
        }}
        onFind={(words) => {
          onType('search', words)
          onType('code', '')
          onFind()
        }}
        onClose={onClose}
      />
      <ItemSearchDialog
        open={open === 'find' || open === 'no-code'}
        withoutCode={open === 'no-code'}
        query={typed('search')}
        onQuery={(query) => onType('search', query)}
        onPick={(item) => {
          onClose()
          onType('search', '')
          onPick(item)
        }}
        onAdd={
          open === 'no-code' && onAdd
            ? (name) => {
                onClose()
                onType('search', '')
                onAdd(name)
              }
            : undefined
        }
        onClose={onClose}
      />
      <ConfirmDialog
        open={open === 'discard'}
        {...discard}
        yes={text.discardYes}
        onYes={onDiscard}
        onClose={onClose}
      />
    </>
  )
}
