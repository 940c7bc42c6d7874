/** The figures of an item or a category, in the order of the page's columns. */
export const QUANTITY_COLUMNS = ['inStock', 'inTransit', 'received', 'dispatched', 'delivered'] as const
export type QuantityColumn = (typeof QUANTITY_COLUMNS)[number]
