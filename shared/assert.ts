/** Throws on what can only be a bug of ours; what people or devices send is refused with a Result instead. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

/** Makes a switch over a union exhaustive by type. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`)
}
