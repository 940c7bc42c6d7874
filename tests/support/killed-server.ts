import { startServer } from '../../sync-server/main.ts'

/** A server that dies as by a power cut as soon as a push is on disk, before it is answered. */
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  dataFolder: process.argv[2] ?? '',
  passPoint: () => process.kill(process.pid, 'SIGKILL'),
})
console.log(server.url)
