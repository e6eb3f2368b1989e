import type { Message } from '../../../bot/types.ts'
import { openEvents } from '../../shared/api/eventStream.ts'
import { ProblemError } from '../../shared/api/problem.ts'
import type { ServerEvent } from '../../shared/api/sse.ts'
import type { OwnerLanguage } from '../../shared/languages.ts'
import type { Kept } from './kept.ts'
import * as api from './ownerApi.ts'
import { Sender } from './sender.ts'
import { renewed, withMessages, withState } from './state.ts'
import { lastWhole } from './timeline.ts'
import { TypingSigns } from './typingSigns.ts'
import { type ConversationState, emptyView, type Typing, type View } from './view.ts'
import { ViewStore } from './viewStore.ts'

/** How long a typing sign stands without being renewed. */
const TYPING_MS = 6000
/** How long the bot may think before its sign goes. */
const THINKING_MS = 30_000
/** A conversation that is gone again so soon is a fault of the server, and no reason to ask for another. */
const RENEW_MS = 30_000

/** One owner's conversation: opens it, and keeps it in step with the server. */
export class OwnerSession {
  readonly store: ViewStore
  readonly sender: Sender
  private readonly typing: TypingSigns
  private readonly kept: Kept
  private readonly wanted: string | undefined
  language: OwnerLanguage
  private access: api.Access | undefined
  private community: string | undefined
  private stopEvents: () => void = () => undefined
  private opening = false
  private renewedAt = Number.NEGATIVE_INFINITY

  /** @param community undefined: the installation's first */
  constructor(kept: Kept, language: OwnerLanguage, community: string | undefined) {
    this.kept = kept
    this.language = language
    this.wanted = community
    this.store = new ViewStore(startView(kept))
    this.store.subscribe(({ outbox }) => {
      kept.outbox = outbox
    })
    this.typing = new TypingSigns(this.store)
    this.sender = new Sender({
      store: this.store,
      send: (entry) => (this.access ? api.sendMessage(this.access, entry, this.language) : undefined),
      onThinking: () => this.typing.show({ from: 'bot' }, THINKING_MS),
      onProblem: (problem) => this.sendFailed(problem),
      later: (job, ms) => void setTimeout(job, ms),
    })
  }

  /** Opens the conversation of before, or a new one where it is gone. */
  async open(): Promise<void> {
    if (this.opening) return
    this.opening = true
    this.store.change((view) => ({ ...view, phase: 'opening' }))
    try {
      await this.openOnce()
      this.store.change((view) => ({ ...view, phase: 'ready', online: true }))
      this.listen()
      void this.sender.resendWaiting()
    } catch {
      this.store.change((view) => ({ ...view, phase: 'failed' }))
    } finally {
      this.opening = false
    }
  }

  private async openOnce(): Promise<void> {
    const before = this.kept.access
    const found = before && (await read(before).catch(ifGone))
    if (before && !found) this.renew()
    const access = before && found ? before : await api.createConversation(this.wanted, this.language)
    const { info, messages } = found ?? (await read(access))
    this.access = access
    this.kept.access = access
    this.community = info.community
    this.store.change((view) => ({ ...withState(withMessages(view, messages), info.state), verified: info.verified }))
    await this.refreshCommunity()
  }

  /** Reads the compound's hours and phones again; what is shown stays when that fails. */
  async refreshCommunity(): Promise<void> {
    if (!this.community) return
    const community = await api.readCommunity(this.community, this.language).catch(() => undefined)
    if (!community) return
    this.kept.community = community
    this.store.change((view) => ({ ...view, community }))
  }

  setLanguage(language: OwnerLanguage): void {
    this.language = language
    void this.refreshCommunity()
  }

  /** The device has lost the network; the stream may not notice for a while. */
  networkGone(): void {
    this.store.change((view) => ({ ...view, online: false }))
  }

  networkBack(): void {
    if (this.access) this.listen()
    else void this.open()
  }

  /** The owner types. */
  wrote(): void {
    this.typing.tell(this.access)
  }

  /**
   * What opens the conversation.
   * @throws ProblemError `offline` while there is none
   */
  opened = (): api.Access => {
    if (!this.access) throw new ProblemError('offline', '', 0)
    return this.access
  }

  private listen(): void {
    const access = this.access
    if (!access) return
    this.stopEvents()
    this.stopEvents = openEvents({
      url: api.eventsPath(access),
      token: access.token,
      lastEventId: () => lastWhole(this.store.view.messages),
      onEvent: (event) => this.hear(event),
      onConnection: (connection) => this.connected(connection === 'up'),
      onRefused: (problem) => isGone(problem) && this.reopen(),
    })
  }

  private connected(online: boolean): void {
    const back = online && !this.store.view.online
    this.store.change((view) => ({ ...view, online }))
    if (online) void this.sender.resendWaiting()
    if (back) void this.refreshAccess()
  }

  /** The home may have changed hands meanwhile; what is shown stays when that can't be read. */
  private async refreshAccess(): Promise<void> {
    const info = this.access && (await api.readConversation(this.access).catch(() => undefined))
    if (info) this.store.change((view) => ({ ...view, verified: info.verified }))
  }

  private hear({ event, data }: ServerEvent): void {
    const body: unknown = JSON.parse(data)
    if (event === 'message') this.store.change((view) => withMessages(view, [body as Message]))
    else if (event === 'state') this.store.change((view) => withState(view, body as ConversationState))
    else if (event === 'typing') this.typing.show(body as Typing, TYPING_MS)
  }

  private sendFailed(problem: ProblemError): void {
    if (isGone(problem)) this.reopen()
  }

  private reopen(): void {
    const now = Date.now()
    if (this.opening || now - this.renewedAt < RENEW_MS) return
    this.renewedAt = now
    this.renew()
    void this.open()
  }

  private renew(): void {
    this.stopEvents()
    this.access = undefined
    this.kept.access = undefined
    this.store.change(renewed)
  }
}

function startView({ outbox, community }: Kept): View {
  const waiting = outbox.map((entry) => ({ ...entry, sending: false }))
  return { ...emptyView(waiting), ...(community ? { community } : {}) }
}

async function read(access: api.Access) {
  const [info, messages] = await Promise.all([api.readConversation(access), api.readMessages(access, 0)])
  return { info, messages }
}

const isGone = ({ status }: ProblemError) => status === 401 || status === 404

/** Undefined for a conversation that is gone; any other problem goes on. */
function ifGone(error: unknown): undefined {
  if (error instanceof ProblemError && isGone(error)) return undefined
  throw error
}
