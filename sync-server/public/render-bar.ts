import { html } from 'hono/html'
import type { Html } from './html.ts'
import { barParts } from './bar-parts.ts'
import type { UnitTotal } from './total-by-category.ts'

/** The picture of one unit: stock, on the way, handed over, side by side. The words beside it say the same. */
export function renderBar(total: UnitTotal): Html {
  const { inStock, inTransit, delivered } = barParts(total)
  return html`<svg viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
    <path class="g0" d="M0 5h100" />
    <path class="g1" d="M0 5h${inStock}" />
    <path class="g2" d="M${inStock} 5h${inTransit}" />
    <path class="g3" d="M${inStock + inTransit} 5h${delivered}" />
  </svg>`
}
