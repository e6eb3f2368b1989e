import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID provider on the loopback, at which `account` signs in without being asked. */
export interface TestProvider {
  issuer: string
  /** Who signs in next, with these claims. */
  account: { id: string; claims: Record<string, unknown> }
  /** Knows our client and where it may be sent back to. */
  register(redirectUri: string): void
  stop(): Promise<void>
}

export const CLIENT = { id: 'qiao', secret: 'a secret of the test alone' }

export async function startProvider(): Promise<TestProvider> {
  let listener: ReturnType<Provider['callback']> = () => undefined
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const test: TestProvider = {
    issuer,
    account: { id: 'nobody', claims: {} },
    register: (redirectUri) => {
      const provider = new Provider(
        issuer,
        settings(redirectUri, () => test.account.claims),
      )
      const callback = provider.callback()
      listener = (request, response) => {
        if (request.url?.startsWith('/interaction/')) void signIn(provider, test, request, response)
        else callback(request, response)
      }
    },
    stop: () => stopServer(server),
  }
  return test
}

const stopServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.closeAllConnections()
    server.close(() => done())
  })

const settings = (redirectUri: string, claims: () => Record<string, unknown>) => ({
  clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
  cookies: { keys: ['of the test alone'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'qiao_role'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_context: unknown, id: string) => ({
    accountId: id,
    claims: () => ({ sub: id, ...claims() }),
  }),
})

async function signIn(
  provider: Provider,
  test: TestProvider,
  ...[request, response]: Parameters<Provider['interactionDetails']>
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: test.account.id, clientId: params.client_id })
  grant.addOIDCScope('openid email profile')
  const result = { login: { accountId: test.account.id }, consent: { grantId: await grant.save() } }
  const to = await provider.interactionResult(request, response, result)
  response.writeHead(303, { location: to }).end()
}
