import type { Item } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { listItemsWithoutCode } from './item-browse-store.ts'
import { itemSearchText } from './item-search-text.ts'
import { searchItems } from './item-store.ts'

export interface ItemSearchDialogProps {
  readonly open: boolean
  /** Only goods that carry no number: rice by the kilogram, clothes. */
  readonly withoutCode?: boolean
  /** Kept by the caller at every keystroke. */
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onPick: (item: Item) => void
  /** Where goods may be described anew on the spot. */
  readonly onAdd?: ((name: string) => void) | undefined
  readonly onClose: () => void
}

const SHOWN_MAX = 30

/** Goods by name, for when there is no barcode to scan. */
export function ItemSearchDialog(props: ItemSearchDialogProps) {
  const { open, withoutCode = false, query, onQuery, onPick, onAdd, onClose } = props
  const { db } = useTablet()
  const { language } = useLanguage()
  const text = useText(itemSearchText)
  const found = useLive(async () => {
    if (!open) return []
    if (query.trim() === '') return listItemsWithoutCode(db, SHOWN_MAX)
    const items = await searchItems(db, query, withoutCode ? SHOWN_MAX * 4 : SHOWN_MAX)
    return items.filter((item) => !withoutCode || item.gtin === undefined).slice(0, SHOWN_MAX)
  }, [db, open, query, withoutCode])
  return (
    <Dialog open={open} title={withoutCode ? text.noCodeTitle : text.title} onClose={onClose}>
      {/* A person who came here wants to type at once. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField label={text.field} value={query} onChange={onQuery} autoFocus />
      <div className="dialog-list">
        {found && found.length > 0 && (
          <List label={text.title}>
            {found.map((item) => (
              <ListRow
                key={item.id}
                title={item.name}
                detail={`${itemText[language].category[item.category]} · ${item.unit}`}
                onPress={() => onPick(item)}
              />
            ))}
          </List>
        )}
        {found?.length === 0 && <p>{query.trim() === '' ? text.typeName : text.nothing}</p>}
      </div>
      {onAdd && (
        <Button icon="plus" wide onClick={() => onAdd(query.trim())}>
          {query.trim() === '' ? text.addNew : text.add(query.trim())}
        </Button>
      )}
    </Dialog>
  )
}
