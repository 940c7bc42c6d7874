import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { ErrorAnswerSchema } from '#shared/sync/wire'
import { jsonSchemaFromValibot } from './json-schema-from-valibot.ts'
import { WIRE_COMPONENTS, WIRE_OPERATIONS, type Operation } from './wire-operations.ts'

/** OpenAPI 3.1 of the wire, so that an outside program needs no other document. */
export function openapiDocument(): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of WIRE_OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  const schemas = Object.entries({ ...WIRE_COMPONENTS, ErrorAnswer: ErrorAnswerSchema })
  return {
    openapi: '3.1.0',
    info: { title: 'Kho 4Đ', version: `${PROTOCOL_VERSION}`, license: { name: 'Apache-2.0' } },
    paths,
    components: {
      schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, jsonSchemaFromValibot(schema)])),
      securitySchemes: { device: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function describe(operation: Operation): Readonly<Record<string, unknown>> {
  const { summary, device, request, answer, contentType = 'application/json', refusals } = operation
  const content = { [contentType]: answer ? { schema: jsonSchemaFromValibot(answer) } : {} }
  const refused = {
    description: 'Refused, with the reason in words.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorAnswer' } } },
  }
  return {
    summary,
    ...(device && { security: [{ device: [] }] }),
    parameters: [
      ...(operation.pathParameters ?? []).map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(operation.query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'integer' } })),
    ],
    ...(request && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaFromValibot(request) } },
      },
    }),
    responses: {
      200: { description: 'Done.', content },
      ...Object.fromEntries(refusals.map((status) => [status, refused])),
    },
  }
}
