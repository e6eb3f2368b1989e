import { useRef } from 'preact/hooks'
import { MOST_ATTACHMENTS } from '../../../bot/types.ts'
import { FileInput } from '../../shared/attachments/FileInput.tsx'
import type { Uploads } from '../../shared/attachments/useUploads.ts'
import { FILE_WORDS } from '../../shared/attachments/words.ts'
import { ClipIcon, CloseIcon } from '../Icons.tsx'
import { useReading } from '../surroundings.ts'

/** Chooses files for the owner. */
export function AttachButton({ onChoose }: { onChoose(files: Iterable<File>): void }) {
  const words = FILE_WORDS[useReading().language]
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="icon-button composer-clip"
        aria-label={words.attach}
        title={words.attach}
        onClick={() => input.current?.click()}
      >
        <ClipIcon />
      </button>
      <FileInput input={input} onChoose={onChoose} />
    </>
  )
}

/** What is to go along, each with how far it is and the way to leave it out. */
export function ChosenFiles({ uploads: { list, over, remove } }: { uploads: Uploads }) {
  const words = FILE_WORDS[useReading().language]
  if (!list.length) return null
  return (
    <div class="chosen-files">
      <ul>
        {list.map(({ key, name, picture, attachment, failure }) => (
          <li key={key} class={failure ? 'failed' : ''}>
            {picture && <img src={picture} alt="" />}
            <span class="chosen-name">{name}</span>
            <span class="soft small" role={failure ? 'alert' : 'status'}>
              {failure ?? (attachment ? words.ready : words.uploading)}
            </span>
            <button type="button" class="icon-button" aria-label={words.remove(name)} onClick={() => remove(key)}>
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      {over && <p role="alert">{words.most(MOST_ATTACHMENTS)}</p>}
    </div>
  )
}
