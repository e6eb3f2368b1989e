import type { Live, Presence, StaffFile, Store } from '../bot/ports.ts'
import type {
  Clock,
  ColumnMapping,
  Home,
  HomesFile,
  Locale,
  OrderMapping,
  OrdersFile,
  Priority,
  Responsibility,
  Words,
} from '../bot/types.ts'
import type { BoardPort } from './board.ts'
import type { CompoundName } from './communities.ts'
import type { FileAddresses } from './fileAddress.ts'
import type { HotlinePort } from './hotline.ts'
import type { IntakePort } from './intake.ts'
import type { KnowledgePort } from './knowledge.ts'
import type { LaunchPort } from './launch.ts'
import type { OidcSettings } from './oidc.ts'
import type { ReportsPort } from './reports.ts'
import type { SettingsPort } from './settings.ts'

/** What the desk is given by `main`. */
export interface DeskPorts {
  store: Store
  live: Live
  presence: Presence
  clock: Clock
  /** 256 bits, base64url. */
  newToken(): string
  hash(token: string): string
  /** Words of knowledge/replies for the owner of a conversation. */
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  /** As an owner reads it in the compound's time zone: 今天 9:10. */
  time(community: string, locale: Locale, iso: string): string
  /** For a file, in the compound's time zone: 2026-11-25 9:10. */
  stamp(community: string, iso: string): string
  /** An ISO day as an owner reads it: 9月2日. */
  day(community: string, locale: Locale, day: string): string
  /** Who answers for a topic of the status board; undefined where nobody is known to. */
  responsibilityOf(topic: string, community: string, locale: Locale): Responsibility | undefined
  /** A building as an owner reads it: 3栋. */
  place(building: string, locale: Locale): string
  /** The home that a text names. */
  homeIn(text: string): Home | undefined
  /** Shows an owner on a platform that a clerk writes. Never throws. */
  showTyping(conversationId: string): Promise<void>
  /** Phrases of a text that promise what neither the compound's facts nor `backed`, words of records, hold. */
  promisesIn(text: string, community: string, backed?: string[]): string[]
  /** A text with its insults hidden. */
  maskAbuse(text: string): string
  /**
   * A text with phones, identity and plate numbers hidden; of a compound, its own public phones stay readable, and
   * where the words are `ours` the numbers of orders too.
   */
  maskNumbers(text: string, of?: { community?: string; ours?: boolean }): string
  /** Signs the tokens with which clerks confirm such phrases; made at start. */
  promiseKey: string
  /** Tickets that one clerk of the compound holds at most. */
  mostTickets(community: string): number
  /** Hours after the end at which somebody else asks whether it held. */
  visitHours(community: string): number
  /** When a ticket that is opened now is to be answered, ISO 8601 UTC. */
  answerBy(community: string, priority: Priority): string
  hotline: HotlinePort
  board: BoardPort
  knowledge: KnowledgePort
  settings: SettingsPort
  launch: LaunchPort
  reports: ReportsPort
  intake: IntakePort
  /** Phone of the compound's office. */
  officePhone(community: string): string | undefined
  /** Hides names that are introduced or addressed. */
  maskNames(text: string): string
  /** Hides who somebody is. */
  maskPersonal(text: string): string
  /** Of the status board. */
  topics: { id: string; title: Words }[]
  /** Titles of the intents, for the clerk. */
  intents: { id: string; title: Words }[]
  /** True where PUBLIC_URL is https: the cookie is then `__Host-` and Secure. */
  secure: boolean
  /** Origins from which writes are taken, besides the request's own host. */
  origins: string[]
  /** Failed logins: in five minutes from one address, in fifteen of one name. */
  limits: { failedLogins: number; failedLoginsOfName: number }
  /** The company's own sign-in, where there is one. */
  oidc?: OidcSettings
  /** Whether everybody must have a second factor. */
  totpRequired: boolean
  /** Where staff fetch files, without their session. */
  files: FileAddresses
  /** A file as it may be kept. @throws QiaoError `bad_input` for what is neither image, voice nor PDF */
  readUpload(name: string, content: Buffer): Promise<StaffFile>
  /**
   * Keeps a file until a message of this member of staff takes it up; what it is, its content says.
   * @returns its id
   * @throws QiaoError `bad_input` for what is neither image, voice nor PDF; `too_many` when the day is full
   */
  keepFile(conversationId: string, file: { originalname: string; buffer: Buffer }, staffId: string): Promise<string>
  /** What an uploaded file of homes says; nothing is written. */
  readHomes(file: Buffer, mapping: ColumnMapping): Promise<HomesFile>
  /** What an uploaded file of orders says; nothing is written. */
  readOrders(file: Buffer, mapping: OrderMapping): Promise<OrdersFile>
  /** The compounds with their names, as they are known now. */
  compounds(): CompoundName[]
  /** Ids of the compounds. */
  communities: string[]
  /** The one-time token for the first administrator; undefined when there is one already. */
  setup: SetupToken
}

export interface SetupToken {
  /** True once for the right token while nobody is on the staff. */
  take(token: string): Promise<boolean>
}
