import { LANGUAGE_TAGS, type OwnerLanguage } from '../shared/languages.ts'
import { Icon } from './Icon.tsx'
import { useWords } from './words.ts'

/** Each in its own words. */
const NAMES: [OwnerLanguage, string][] = [
  ['zh', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en', 'English'],
]

/** The choice of language: the device's own list, which is large and known to its owner. */
export function LanguageSwitch({ onLanguage }: { onLanguage(language: OwnerLanguage): void }) {
  const { language, words } = useWords()
  return (
    <span class="head-switch head-language" title={words.language}>
      <Icon name="globe" />
      <select
        aria-label={words.language}
        value={language}
        onChange={({ currentTarget }) => {
          onLanguage(currentTarget.value as OwnerLanguage)
          // Drawn anew once the words are here; without a network they may not come.
          currentTarget.value = language
        }}
      >
        {NAMES.map(([value, name]) => (
          <option key={value} value={value} lang={LANGUAGE_TAGS[value]}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
