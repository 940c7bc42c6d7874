import type { GenericSchema } from 'valibot'

export type JsonSchema = Readonly<Record<string, unknown>>

/** What this reads of a valibot schema; the library's own types hide it behind generics. */
interface Node {
  readonly kind: string
  readonly type: string
  readonly pipe?: readonly Node[]
  readonly entries?: Readonly<Record<string, Node>>
  readonly item?: Node
  readonly value?: Node
  readonly items?: readonly Node[]
  readonly default?: unknown
  readonly wrapped?: Node
  readonly literal?: unknown
  readonly options?: readonly unknown[]
  readonly requirement?: unknown
}

/** JSON Schema of a valibot schema, for the OpenAPI description. What only code can check is left out. */
export function jsonSchemaFromValibot(schema: GenericSchema): JsonSchema {
  return fromNode(schema)
}

function fromNode(node: Node): JsonSchema {
  const base = fromType(node)
  const actions = untilTransformed((node.pipe ?? []).slice(1))
  return Object.assign({}, base, ...actions.map((action) => fromAction(action, base['type'])))
}

/** What is written is described, not what becomes of it. */
function untilTransformed(actions: readonly Node[]): readonly Node[] {
  const at = actions.findIndex(({ type }) => type === 'transform')
  return at === -1 ? actions : actions.slice(0, at)
}

function fromType(node: Node): JsonSchema {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type }
    case 'literal':
      return { const: node.literal }
    case 'picklist':
      return { enum: node.options }
    case 'array':
      return { type: 'array', items: fromNode(node.item as Node) }
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return fromObject(node)
    case 'record':
      return { type: 'object', additionalProperties: fromNode(node.value as Node) }
    case 'tuple':
      return { type: 'array', prefixItems: (node.items as readonly Node[]).map(fromNode), items: false }
    case 'optional':
    case 'exact_optional':
      return {
        ...fromNode(node.wrapped as Node),
        ...(node.default !== undefined && { default: node.default }),
      }
    case 'nullable':
      return { anyOf: [fromNode(node.wrapped as Node), { type: 'null' }] }
    case 'union':
    case 'variant':
      return { anyOf: (node.options as readonly Node[]).map(fromNode) }
    case 'unknown':
      return {}
    default:
      throw new Error(`no JSON Schema for a valibot ${node.type}`)
  }
}

function fromObject({ type, entries = {} }: Node): JsonSchema {
  const required = Object.keys(entries).filter((key) => !isOptional(entries[key]))
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, fromNode(entry)])),
    ...(required.length > 0 && { required }),
    ...(type === 'strict_object' && { additionalProperties: false }),
  }
}

function isOptional(entry: Node | undefined): boolean {
  return entry?.type === 'optional' || entry?.type === 'exact_optional'
}

function fromAction({ type, requirement }: Node, base: unknown): JsonSchema {
  const size = base === 'array' ? 'Items' : 'Length'
  switch (type) {
    case 'integer':
      return { type: 'integer' }
    case 'min_value':
      return { minimum: requirement }
    case 'max_value':
      return { maximum: requirement }
    case 'min_length':
      return { [`min${size}`]: requirement }
    case 'max_length':
      return { [`max${size}`]: requirement }
    case 'regex':
      return { pattern: (requirement as RegExp).source }
    case 'starts_with':
      return { pattern: `^${String(requirement)}` }
    case 'uuid':
      return { format: 'uuid' }
    default:
      return {}
  }
}
