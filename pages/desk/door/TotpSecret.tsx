/** Signs of a group that is read at once. */
const GROUP = /.{1,4}/g

/** A secret to be typed from one screen into another; copied, it holds no spaces. */
export function TotpSecret({ secret }: { secret: string }) {
  return (
    <code class="totp-secret">
      {(secret.match(GROUP) ?? []).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </code>
  )
}

/** Each takes the place of the digits once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ul class="recovery-codes">
      {codes.map((one) => (
        <li key={one}>
          <code>{one}</code>
        </li>
      ))}
    </ul>
  )
}
