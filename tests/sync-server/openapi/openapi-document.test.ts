import { expect, test } from 'vitest'
import { POLICY } from '../../../sync-server/access/policy.ts'
import { openapiDocument, openapiPath } from '../../../sync-server/openapi/openapi-document.ts'

interface Described {
  readonly summary: string
  readonly security?: readonly object[]
  readonly requestBody?: { content: Record<string, { schema: object }> }
  readonly parameters: readonly { name: string; in: string; required?: boolean; schema: object }[]
  readonly responses: Readonly<Record<string, { content: Record<string, { schema?: object }> }>>
}

const { paths, components } = openapiDocument() as {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

test('every route of the table is described, and no other', () => {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(Object.keys(POLICY).map(openapiPath).sort())
})

test('whoever must be known is told so, and how', () => {
  for (const [route, callers] of Object.entries<readonly string[]>(POLICY)) {
    const [method = '', path = ''] = route.split(' ')
    const { security = [], responses } = paths[openapiPath(path)]![method.toLowerCase()]!
    const isOpen = callers.includes('anonymous')
    expect([route, security.length]).toEqual([route, isOpen ? 0 : 1])
    if (!isOpen) expect(Object.keys(responses), route).toEqual(expect.arrayContaining(['401', '403']))
    for (const scheme of Object.keys(security[0] ?? {})) {
      expect(components.securitySchemes).toHaveProperty(scheme)
    }
  }
  expect(paths['/api/desk/items']!['post']!.security).toEqual([{ session: [], csrf: [] }])
  expect(paths['/api/sync/facts']!['post']!.security).toEqual([{ device: [] }])
})

test('what a push may hold is described with its limits', () => {
  expect(paths['/api/sync/facts']!['post']!.requestBody).toMatchObject({
    content: { 'application/json': { schema: { properties: { facts: { minItems: 1, maxItems: 200 } } } } },
  })
  expect(components.schemas).toHaveProperty('Fact')
})

test('what the desk takes is described as it is written, with what is left out and what then holds', () => {
  const { parameters } = paths['/api/desk/case-files']!['get']!
  expect(parameters).toContainEqual({
    name: 'page',
    in: 'query',
    required: false,
    schema: { type: 'string', pattern: '^\\d{1,6}$', default: '1' },
  })
  const { requestBody, responses } = paths['/api/desk/items/{id}']!['patch']!
  expect(requestBody!.content['application/json']!.schema).toMatchObject({ required: ['version'] })
  expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '404', '409', '413'])
})

test('whatever is only spoken of by name is there', () => {
  const text = JSON.stringify(paths)
  const named = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!)
  expect(named.length).toBeGreaterThan(0)
  for (const name of named) expect(components.schemas).toHaveProperty(name)
})
