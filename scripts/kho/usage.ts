import type { Command } from './command.ts'

const GLOBAL_OPTIONS =
  '--data DIR (KHO4D_DATA, ./data) · --origin URL (máy chủ đang chạy · the running server)'

/** What `help` prints for people. */
export function usageText(commands: readonly Command[]): string {
  const lines = commands.map(
    ({ name, usage, summary }) => `  kho ${`${name} ${usage}`.trim()}\n      ${summary}`,
  )
  return [
    'Kho 4Đ: npm run --silent kho -- LỆNH · COMMAND',
    'Kết quả là JSON ra stdout; lỗi là JSON ra stderr, mã thoát 1. · JSON on stdout; errors as JSON on stderr, exit code 1.',
    '',
    ...lines,
    '',
    `  ${GLOBAL_OPTIONS}`,
    '',
  ].join('\n')
}

/** The same for programs: `help --json`. */
export function usageJson(commands: readonly Command[]): object {
  return {
    commands: commands.map(({ name, usage, summary }) => ({ name, usage, summary })),
    options: GLOBAL_OPTIONS,
  }
}
