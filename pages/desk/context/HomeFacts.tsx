import type { HomeOnFile, Ticket } from '../../../bot/types.ts'
import { addressAfter, follow } from '../navigation.ts'
import { placeOf } from '../places.ts'
import { Said, SaidParts } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'
import { useReveal } from '../useReveal.ts'
import { Contact } from './Contact.tsx'
import { Fact, Facts } from './facts.tsx'

/** Who the owner is, as they said and as is proved; numbers and names of the file behind a click that is kept. */
export function HomeFacts({ ticket }: { ticket: Ticket }) {
  const { words } = useReading()
  const { owner, homeOnFile, language, channel } = ticket.context
  return (
    <>
      <Facts>
        {owner.name && (
          <Fact name={words.name}>
            <Said text={owner.name} />
          </Fact>
        )}
        <Fact name={words.address}>
          {owner.home ? (
            <>
              <Said text={owner.home} />{' '}
              <span class="soft small">{owner.verified ? words.verified : words.unverified}</span>
            </>
          ) : (
            words.notSaid
          )}
        </Fact>
        <Fact name={words.phone}>
          {owner.phoneMasked ? <Contact ticketId={ticket.id} masked={owner.phoneMasked} /> : words.notSaid}
        </Fact>
        <Fact name={words.languageIs}>{words.locales[language]}</Fact>
        <Fact name={words.channelIs}>{words.channels[channel]}</Fact>
      </Facts>
      {homeOnFile && <OnFile ticketId={ticket.id} file={homeOnFile} />}
    </>
  )
}

function OnFile({ ticketId, file }: { ticketId: string; file: HomeOnFile }) {
  const { words, language } = useReading()
  const { shown, look } = useReveal(ticketId, { field: 'home' })
  const there = { room: 'homes', item: file.id } as const
  const whole = { room: 'household', item: file.id } as const
  const place = placeOf(file.home, file.id, language)
  const phones = shown?.phones ?? file.phonesMasked
  return (
    <div class="record">
      <p class="wanted">
        <a class="to-record" href={addressAfter(there)} onClick={follow(there)}>
          {words.talk.onFile(place)}
        </a>{' '}
        <a class="small" href={addressAfter(whole)} onClick={follow(whole)}>
          {words.after.household.open}
        </a>
      </p>
      <Facts>
        <Fact name={words.rooms.homes.owner}>
          <Said text={shown?.name ?? file.ownerMasked ?? words.rooms.homes.none} />
        </Fact>
        <Fact name={words.rooms.homes.phones}>
          {phones.length ? <SaidParts text={phones.join(words.comma)} /> : words.rooms.homes.none}
        </Fact>
      </Facts>
      {!shown && (
        <button type="button" class="link small" title={words.talk.lookNoted} onClick={look}>
          {words.talk.showHome}
        </button>
      )}
    </div>
  )
}
