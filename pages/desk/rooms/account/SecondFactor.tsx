import { useState } from 'preact/hooks'
import type { TotpOffer } from '../../calls.ts'
import { Field } from '../../door/parts.tsx'
import { RecoveryCodes, TotpSecret } from '../../door/TotpSecret.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'

const SHORTEST_CODE = 6

/** Off, being set up, just set up with its codes, or on. */
export function SecondFactor() {
  const { words } = useReading()
  const { clerk, renew } = useSurroundings()
  const [codes, setCodes] = useState<string[]>()
  const text = words.account
  return (
    <section class="card">
      <h2>{text.factor}</h2>
      {codes ? (
        <>
          <h3>{text.codes}</h3>
          <p>{text.codesLead}</p>
          <RecoveryCodes codes={codes} />
          <button type="button" class="button main" onClick={() => void renew().then(() => setCodes(undefined))}>
            {text.kept}
          </button>
        </>
      ) : clerk.totp ? (
        <TurnOff />
      ) : (
        <TurnOn onCodes={setCodes} />
      )}
    </section>
  )
}

function TurnOn({ onCodes }: { onCodes(codes: string[]): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [offer, setOffer] = useState<TotpOffer>()
  const offering = useSending(setOffer)
  const text = words.account
  const confirming = useSending(({ recoveryCodes }: { recoveryCodes: string[] }) => {
    say(text.turnedOn)
    onCodes(recoveryCodes)
  })
  if (!offer)
    return (
      <>
        <p>{text.factorOff}</p>
        <button type="button" class="button" onClick={() => offering.send(() => calls.staff.offerTotp())}>
          {text.factorStart}
        </button>
        <p role="alert">{offering.problem?.title}</p>
      </>
    )
  return (
    <>
      <p>{text.factorSteps}</p>
      <p>
        <a class="button" href={offer.uri}>
          {text.open}
        </a>
      </p>
      <p>
        {text.secret}
        <br />
        <TotpSecret secret={offer.secret} />
      </p>
      <CodeForm
        button={text.confirm}
        sending={confirming}
        onCode={(code) => confirming.send(() => calls.staff.confirmTotp(code))}
      />
    </>
  )
}

function TurnOff() {
  const { words } = useReading()
  const { calls, say, renew } = useSurroundings()
  const text = words.account
  const sending = useSending(() => {
    say(text.turnedOff)
    return renew()
  })
  return (
    <>
      <p>{text.factorOn}</p>
      <CodeForm
        button={text.turnOff}
        sending={sending}
        onCode={(code) => sending.send(() => calls.staff.turnOffTotp(code))}
      />
    </>
  )
}

interface CodeFormProps {
  button: string
  sending: Pick<ReturnType<typeof useSending>, 'busy' | 'problem'>
  onCode(code: string): void
}

/** The digits that the authenticator shows now, or a recovery code. */
function CodeForm({ button, sending: { busy, problem }, onCode }: CodeFormProps) {
  const { words } = useReading()
  const [code, setCode] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onCode(code.trim())
      }}
    >
      <Field label={words.totpCode} value={code} onChange={setCode} autoComplete="one-time-code" />
      <button type="submit" class="button" disabled={busy || code.trim().length < SHORTEST_CODE}>
        {button}
      </button>
      <p role="alert">{problem?.title}</p>
    </form>
  )
}
