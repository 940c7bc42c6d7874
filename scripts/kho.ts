import { runKho } from './kho/run-kho.ts'

const { exitCode, stdout, stderr } = await runKho(process.argv.slice(2), process.env)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
