import { QuantityDialog, type QuantityDialogProps } from './quantity-dialog.tsx'

export interface KeptQuantityDialogProps extends Omit<QuantityDialogProps, 'typed' | 'onType'> {
  /** Under which name in the draft the digits wait, at every keystroke, until they are taken. */
  readonly keptAs: string
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
}

/** The pad for a quantity whose half-typed digits outlive the page. */
export function KeptQuantityDialog(props: KeptQuantityDialogProps) {
  const { keptAs, typed, onType, onQuantity, ...rest } = props
  const names = { digits: `${keptAs}.digits`, pack: `${keptAs}.pack` }
  return (
    <QuantityDialog
      {...rest}
      typed={{ digits: typed(names.digits), pack: typed(names.pack) }}
      onType={({ digits, pack }) => {
        onType(names.digits, digits)
        onType(names.pack, pack)
      }}
      onQuantity={(quantity) => {
        onType(names.digits, '')
        onQuantity(quantity)
      }}
    />
  )
}
