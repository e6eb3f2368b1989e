/** The languages of the desk, and of what the record holds in two. */
export type Language = 'zh' | 'en'

/** Those of the owner page. */
export type OwnerLanguage = Language | 'zh-TW'

/** As documents and dates are marked. */
export const LANGUAGE_TAGS: Record<OwnerLanguage, string> = { zh: 'zh-CN', en: 'en-GB', 'zh-TW': 'zh-TW' }
