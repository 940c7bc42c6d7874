import { defineText } from '#shared/i18n/text'

export const itemSearchText = defineText(
  {
    title: 'Tìm hàng',
    noCodeTitle: 'Hàng không mã',
    field: 'Tên hàng',
    typeName: 'Gõ tên hàng để tìm.',
    nothing: 'Không có hàng nào tên như vậy.',
    addNew: 'Thêm hàng mới',
    add: (name: string) => `Thêm hàng mới “${name}”`,
  },
  {
    title: 'Find goods',
    noCodeTitle: 'Goods without barcode',
    field: 'Name of the goods',
    typeName: 'Type a name to search.',
    nothing: 'No goods of that name.',
    addNew: 'Add new goods',
    add: (name) => `Add new goods “${name}”`,
  },
)
