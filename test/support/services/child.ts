import { TestPostgres } from './postgres.ts'
import { TestRedis } from './redis.ts'

/* Starts a service, says where it is, and waits to be killed. */
const server = await (process.argv[2] === 'postgres' ? TestPostgres : TestRedis).start()
process.stdout.write(`${JSON.stringify({ folder: server.folder, pid: server.pid })}\n`)
