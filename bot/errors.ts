/** Codes that other programs and tests rely on. */
export type ErrorCode =
  | 'bad_request'
  | 'bad_json'
  | 'too_large'
  | 'too_slow'
  | 'empty_text'
  | 'text_too_long'
  | 'unauthorized'
  /** The password was right; `details.reason`: `needed`, or `wrong`. */
  | 'second_factor'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'promise'
  | 'taken'
  | 'full'
  | 'not_same_owner'
  /** Whoever ended something does not ask whether it held. */
  | 'same_person'
  | 'too_many'
  /** A link opens nothing any more; `details.reason`: `LinkOver`. */
  | 'link_over'
  | 'wrong_code'
  | 'unavailable'
  /** More comes in than is answered; nothing was kept, and it may come again after a while. */
  | 'busy'
  | 'csrf'
  | 'bad_setting'
  | 'bad_knowledge'
  | 'knowledge_wrong'
  | 'knowledge_fell'
  | 'launch_blocked'
  | 'bad_input'

/**
 * An error that somebody can act on. `message` and `cause` are for us; what an owner reads comes from
 * knowledge/replies by the code.
 */
export class QiaoError extends Error {
  override readonly name = 'QiaoError'
  readonly code: ErrorCode
  /** Facts for the one who reads the answer, for example the holder's name on a lost claim. */
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.details = options.details ?? {}
  }
}
