import { useEffect, useState } from 'preact/hooks'
import type { ProblemError } from '../../shared/api/problem.ts'
import { confirmTotp, offerTotp, type Session, type TotpOffer } from '../calls.ts'
import { useReading } from '../surroundings.ts'
import { DoorFrame, Field, Problem, useSending } from './parts.tsx'
import { RecoveryCodes, TotpSecret } from './TotpSecret.tsx'

/** Where a second factor is required and missing: the secret, its confirmation, and the codes for when it is lost. */
export function TotpSetup({ session, onDone }: { session: Session; onDone(session: Session): void }) {
  const { words, language } = useReading()
  const [offer, setOffer] = useState<TotpOffer>()
  const [failed, setFailed] = useState<ProblemError>()
  const [codes, setCodes] = useState<string[]>()
  const [code, setCode] = useState('')
  const { busy, problem, send } = useSending<{ recoveryCodes: string[] }>(({ recoveryCodes }) =>
    setCodes(recoveryCodes),
  )
  useEffect(() => {
    offerTotp(session.csrfToken, language).then(setOffer, setFailed)
  }, [])
  if (codes)
    return (
      <DoorFrame title={words.totpCodesTitle}>
        <p>{words.totpCodesLead}</p>
        <RecoveryCodes codes={codes} />
        <button
          type="button"
          class="button main wide"
          onClick={() => onDone({ user: session.user, csrfToken: session.csrfToken })}
        >
          {words.totpKept}
        </button>
      </DoorFrame>
    )
  return (
    <DoorFrame title={words.totpTitle}>
      <p class="soft">{words.totpLead}</p>
      {offer && (
        <p>
          <a href={offer.uri}>{words.totpOpen}</a> <TotpSecret secret={offer.secret} />
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(() => confirmTotp(session.csrfToken, code.trim(), language))
        }}
      >
        <Field label={words.totpCode} value={code} onChange={setCode} autoComplete="one-time-code" />
        <Problem shown={Boolean(problem ?? failed)}>{(problem ?? failed)?.title || words.reconnecting}</Problem>
        <button type="submit" class="button main wide" disabled={busy || !offer || code.trim().length < 6}>
          {busy ? words.working : words.totpConfirm}
        </button>
      </form>
    </DoorFrame>
  )
}
