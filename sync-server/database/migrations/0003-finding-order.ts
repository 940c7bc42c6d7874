/** The lists of the desk in their order, so that a page costs its rows and not all findings there ever were. */
export const FINDING_ORDER_SQL = `
CREATE INDEX "findingInOrder" ON "finding" (("handledAt" IS NOT NULL), "openedAt" DESC, "id" DESC);
CREATE INDEX "findingInOrderByState" ON "finding" ("open", ("handledAt" IS NOT NULL), "openedAt" DESC, "id" DESC);
`
