import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { QiaoError } from '../../bot/errors.ts'

export type Client = Redis | Cluster

/** Replies as they have always been. */
type Options = Omit<RedisOptions, 'replyMapping'>

/** What has not answered by then is away: nothing waits for the live side. */
const ANSWER_MS = 1000
const LONGEST_PAUSE_MS = 500

/**
 * For commands: one that finds nobody fails at once and is never sent again by itself, since what it did is not known.
 */
const COMMANDS: Options = {
  autoResendUnfulfilledCommands: false,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: ANSWER_MS,
}

/** For listening: comes back and subscribes again for as long as it takes. */
const LISTENING: Options = { maxRetriesPerRequest: null, autoResubscribe: true }

const BOTH: Options = {
  connectTimeout: 2000,
  // Twice a second something comes on both; a line that says nothing for so long is dead.
  socketTimeout: 5000,
  retryStrategy: (times) => Math.min(times * 50, LONGEST_PAUSE_MS),
  sentinelRetryStrategy: (times) => Math.min(times * 50, LONGEST_PAUSE_MS),
  // A master that has become a replica refuses writes, and Sentinel ends its connections: look for the new one. (ioredis'
  // own failoverDetector now and then ends a client for good that was just looking.)
  reconnectOnError: (error) => /^READONLY/.test(error.message),
}

interface Address {
  form: 'sentinel' | 'cluster'
  nodes: { host: string; port: number }[]
  username?: string
  password?: string
  /** Sentinel's name of the master. */
  name: string
}

/**
 * Opens a connection by the form of REDIS_URL: `redis://` or `rediss://` for one server,
 * `redis+sentinel://user:password@host:26379,host:26379/NAME`, `redis+cluster://user:password@host:6379,host:6379`.
 *
 * @param onError told of each failure to connect; ioredis would end the process otherwise
 * @throws QiaoError `bad_setting`
 */
export function connect(url: string, use: 'commands' | 'listening', onError: (error: unknown) => void): Client {
  const options = { ...BOTH, ...(use === 'commands' ? COMMANDS : LISTENING) }
  const client = /^rediss?:/.test(url) ? new Redis(url, options) : many(addressOf(url), options)
  client.on('error', onError)
  return client
}

function many({ form, nodes, username, password, name }: Address, options: Options): Client {
  const who = { ...(username && { username }), ...(password && { password }) }
  if (form === 'sentinel') return new Redis({ ...options, ...who, sentinels: nodes, name })
  const { enableOfflineQueue = true, retryStrategy: _retry, ...redisOptions } = options
  return new Cluster(nodes, {
    enableOfflineQueue,
    redisOptions: { ...redisOptions, ...who },
    clusterRetryStrategy: (times) => Math.min(times * 50, LONGEST_PAUSE_MS),
    slotsRefreshTimeout: 2000,
  })
}

const FORM = /^redis\+(sentinel|cluster):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/]+)(?:\/(.+))?$/
const USUAL_PORT = { sentinel: 26379, cluster: 6379 }

function addressOf(url: string): Address {
  const [, form, username, password, hosts = '', name = 'mymaster'] = FORM.exec(url) ?? []
  if (form !== 'sentinel' && form !== 'cluster') throw new QiaoError('bad_setting', 'REDIS_URL is not right')
  const nodes = hosts.split(',').map((node) => {
    const [host = '', port] = node.split(':')
    return { host, port: port ? Number(port) : USUAL_PORT[form] }
  })
  const who = {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  }
  return { form, nodes, name, ...who }
}
