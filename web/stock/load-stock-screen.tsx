/** Its list is the one part of the start that only it needs; the page that opens with it asks for it at once. */
export const loadStockScreen = () => import('./stock-screen.tsx')
