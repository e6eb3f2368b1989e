import { MOST_ATTACHMENTS } from '../../../bot/types.ts'
import type { Uploads } from '../../shared/attachments/useUploads.ts'
import { Icon } from '../Icon.tsx'
import { useFileWords } from './useFileWords.ts'

/** What was chosen, each with how far it is and the way to leave it out. */
export function Chosen({ uploads }: { uploads: Uploads }) {
  const words = useFileWords()
  const { list, over, remove } = uploads
  if (!list.length) return null
  return (
    <div class="chosen">
      <ul>
        {list.map(({ key, name, picture, sound, attachment, failure }) => (
          <li key={key} class={failure ? 'chip chip-failed' : 'chip'}>
            {picture && <img src={picture} alt="" />}
            {/* biome-ignore lint/a11y/useMediaCaption: what the owner has just recorded has no captions. */}
            {sound && <audio src={sound} controls aria-label={words.listen(name)} />}
            <span class="chip-words">
              <span class="chip-name">{name}</span>
              <span class="chip-state" role={failure ? 'alert' : 'status'}>
                {failure ?? (attachment ? words.ready : words.uploading)}
              </span>
            </span>
            <button type="button" aria-label={words.remove(name)} onClick={() => remove(key)}>
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
      {over && <p role="alert">{words.most(MOST_ATTACHMENTS)}</p>}
    </div>
  )
}
