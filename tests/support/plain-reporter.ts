import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with one plain line, `N passed, N failed`, for machines that read it. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    let skipped = 0
    const again: string[] = []
    for (const module of modules) {
      let tests = 0
      for (const test of module.children.allTests()) {
        tests++
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
        if (test.diagnostic()?.flaky) again.push(test.fullName)
      }
      // A file that breaks before its first test would otherwise not be counted at all.
      if (tests === 0 && module.state() === 'failed') failed++
    }
    process.on('exit', () => {
      for (const name of again) console.log(`passed at its second try only: ${name}`)
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    })
  }
}
