import type { RefObject } from 'preact'

const KINDS = 'image/*,audio/*,application/pdf'

interface FileInputProps {
  /** What the button beside it clicks on. */
  input: RefObject<HTMLInputElement | null>
  onChoose(files: Iterable<File>): void
}

/** The device's own choice of camera, pictures and files, out of sight. */
export function FileInput({ input, onChoose }: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple
      accept={KINDS}
      onChange={({ currentTarget }) => {
        onChoose([...(currentTarget.files ?? [])])
        // The same file again is a choice too.
        currentTarget.value = ''
      }}
    />
  )
}
