import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Attachment, JobView } from '../../bot/types.ts'
import { phoneHref } from '../shared/parts.ts'
import { dayAndTime } from '../shared/time.ts'
import type { JobCalls } from './calls.ts'
import { useReading } from './words.ts'

interface JobFactsProps {
  job: JobView
  picture: JobCalls['picture']
}

/** What it is, where, and whom to ask. */
export function JobFacts({ job, picture }: JobFactsProps) {
  const { words, language } = useReading()
  const open = job.state !== 'done'
  return (
    <section class="card" aria-label={words.number(job.number)}>
      <p class="soft">
        {job.compound[language]} · {words.number(job.number)} · {words.forWhom(job.repairer)}
      </p>
      <h1>{job.title[language]}</h1>
      <dl>
        {job.what && <Fact name={words.what}>{job.what}</Fact>}
        {job.where && (
          <Fact name={words.where}>
            <strong>{job.where}</strong>
          </Fact>
        )}
        {job.scheduledFor && (
          <Fact name={words.visit}>{dayAndTime(new Date(job.scheduledFor), new Date(), language)}</Fact>
        )}
        {job.when && <Fact name={words.when}>{job.when}</Fact>}
      </dl>
      {job.contact && <Call label={words.contact} number={job.contact} />}
      {open && !job.acceptedAt && <p class="soft">{words.contactLater}</p>}
      {job.office && <Call label={words.office} number={job.office} />}
      {job.pictures.length > 0 && (
        <>
          <h2>{words.pictures}</h2>
          <ul class="pictures">
            {job.pictures.map((file, index) => (
              <li key={file.id}>
                <Picture file={file} alt={words.pictureOf(index + 1)} load={picture} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Call({ label, number }: { label: string; number: string }) {
  return (
    <a class="button call" href={phoneHref(number)}>
      {label} <strong>{number}</strong>
    </a>
  )
}

/** Fetched with the secret, which an address of an image can't carry. */
function Picture({ file, alt, load }: { file: Attachment; alt: string; load: JobCalls['picture'] }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let late = false
    load(file.id).then(
      (url) => {
        made = url
        if (late) URL.revokeObjectURL(url)
        else setAddress(url)
      },
      // Its place says what is missing.
      () => undefined,
    )
    return () => {
      late = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [file.id, load])
  return address ? <img src={address} alt={alt} /> : <span class="soft">{alt}</span>
}
