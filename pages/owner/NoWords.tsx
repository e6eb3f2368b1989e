/** The network went while the page was coming: there are no words yet to say it with, so it is said in both languages. */
export function NoWords() {
  return (
    <button type="button" class="button-outline" onClick={() => location.reload()}>
      没连上，点这里重试 · No connection, tap to try again
    </button>
  )
}
