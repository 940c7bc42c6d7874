import { CSRF_HEADER } from '#shared/desk/desk-wire'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { POLICY, type CallerKind, type Route } from '../access/policy.ts'
import { SESSION_COOKIE } from '../staff/session-cookie.ts'
import { DESK_OPERATIONS } from './desk-operations.ts'
import { jsonSchemaFromValibot, type JsonSchema } from './json-schema-from-valibot.ts'
import type { Operation } from './operation.ts'
import { PUBLIC_OPERATIONS } from './public-operations.ts'
import { WIRE_COMPONENTS, WIRE_OPERATIONS } from './wire-operations.ts'

const OPERATIONS: Readonly<Record<Route, Operation>> = {
  ...WIRE_OPERATIONS,
  ...DESK_OPERATIONS,
  ...PUBLIC_OPERATIONS,
}

/** OpenAPI 3.1 of every route, so that an outside program needs no other document. */
export function openapiDocument(): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [route, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = route.split(' ')
    const named = openapiPath(path)
    paths[named] = { ...paths[named], [method.toLowerCase()]: describe(route as Route, operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kho 4Đ', version: `${PROTOCOL_VERSION}`, license: { name: 'Apache-2.0' } },
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(WIRE_COMPONENTS).map(([name, schema]) => [name, jsonSchemaFromValibot(schema)]),
      ),
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        csrf: { type: 'apiKey', in: 'header', name: CSRF_HEADER },
      },
    },
  }
}

/** The table of routes writes ":id" and "*"; OpenAPI wants both named. */
export function openapiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}')
}

function describe(route: Route, operation: Operation): Readonly<Record<string, unknown>> {
  const { summary, request, answer, status = 200, contentType = 'application/json' } = operation
  const callers = POLICY[route]
  const security = securityOf(route, callers)
  return {
    summary,
    ...(security && { security: [security], 'x-callers': callers }),
    parameters: parametersOf(route, operation),
    ...(request && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaFromValibot(request) } },
      },
    }),
    responses: {
      [status]: {
        description: 'Done.',
        content: { [contentType]: answer ? { schema: jsonSchemaFromValibot(answer) } : {} },
      },
      ...Object.fromEntries(refusalsOf(route, operation).map((refusal) => [refusal, refused(refusal)])),
    },
  }
}

/** A device's token; or the cookie of the desk, and for a change the token of the session beside it. */
function securityOf(route: Route, callers: readonly CallerKind[]): Record<string, []> | undefined {
  if (callers.includes('anonymous')) return undefined
  if (callers.includes('device')) return { device: [] }
  return route.startsWith('GET ') ? { session: [] } : { session: [], csrf: [] }
}

function parametersOf(route: Route, { query }: Operation): readonly object[] {
  const inPath = Array.from(openapiPath(route).matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  if (!query) return inPath
  const { properties, required = [] } = jsonSchemaFromValibot(query) as {
    properties: Record<string, JsonSchema>
    required?: readonly string[]
  }
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

/** What the gate and the reading of a request may answer, whatever the route; then what only this one may. */
function refusalsOf(route: Route, { request, query, refusals = [] }: Operation): readonly number[] {
  const callers: readonly CallerKind[] = POLICY[route]
  const all = new Set(refusals)
  if (!callers.includes('anonymous')) all.add(401).add(403)
  if (callers.includes('device') && !callers.includes('anonymous')) all.add(426).add(429)
  if (request) all.add(400).add(413)
  if (query && !callers.includes('anonymous')) all.add(400)
  return [...all].sort((a, b) => a - b)
}

function refused(status: number): object {
  const one = (name: keyof typeof WIRE_COMPONENTS) => ({ $ref: `#/components/schemas/${name}` })
  const schema = status === 400 ? { anyOf: [one('InvalidAnswer'), one('ErrorAnswer')] } : one('ErrorAnswer')
  return {
    description: 'Refused, with the reason in words.',
    content: { 'application/json': { schema } },
  }
}
