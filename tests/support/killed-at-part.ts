import { startServer } from '../../sync-server/main.ts'

/** A server that dies as by a power cut at one point of taking a part. */
const [dataFolder = '', wanted] = process.argv.slice(2)
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  dataFolder,
  passPartPoint: (point) => {
    if (point === wanted) process.kill(process.pid, 'SIGKILL')
  },
})
console.log(server.url)
