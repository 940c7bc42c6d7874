import { expect, test } from 'vitest'
import { openapiDocument } from '../../../sync-server/openapi/openapi-document.ts'

test('the description names every route of the device wire with its limits', () => {
  const { paths, components } = openapiDocument() as {
    paths: Record<string, Record<string, unknown>>
    components: { schemas: Record<string, unknown> }
  }
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/sync/facts',
      '/api/sync/movements',
      '/api/sync/snapshot',
      '/api/public/stock',
    ]),
  )
  expect(paths['/api/sync/facts']).toMatchObject({
    post: {
      security: [{ device: [] }],
      requestBody: {
        content: {
          'application/json': { schema: { properties: { facts: { minItems: 1, maxItems: 200 } } } },
        },
      },
    },
  })
  expect(components.schemas).toHaveProperty('Fact')
})
