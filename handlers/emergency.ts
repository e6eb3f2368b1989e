import type { EmergencyIntent, Outcome, Phone, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'

/** Whom to call first, by emergency; keys of facts.yaml. */
const PHONES: Record<EmergencyIntent, string[]> = {
  'gas.leak': ['phone.gas_emergency', 'phone.fire', 'phone.24h'],
  'leak.burst': ['phone.24h', 'phone.repair'],
  'elevator.trapped': ['phone.24h', 'phone.lift', 'phone.fire'],
  'emergency.fire': ['phone.fire', 'phone.24h'],
  'emergency.injury': ['phone.ambulance', 'phone.24h'],
  'emergency.violence': ['phone.police', 'phone.24h'],
  'emergency.selfharm': ['phone.police', 'phone.ambulance', 'phone.crisis'],
  'emergency.missing': ['phone.police', 'phone.24h'],
}

/** The instruction, the numbers to tap, and an alert to those on duty. Questions come later, from people. */
export function instruct(kit: HandlerKit, intent: EmergencyIntent, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const entry = kit.knowledge.entries.get(intent)
  if (!entry) throw new Error(`the emergency ${intent} has no entry`)
  const { text, steps, phones } = instructionOf(voice, entry, intent)
  return {
    action: 'emergency',
    intent,
    replies: [
      {
        text,
        intent,
        action: 'emergency',
        card: { kind: 'emergency', steps, phones },
        sources: [{ kind: 'knowledge', id: entry.id, revision: entry.revision }],
      },
    ],
    handoff: { reason: 'emergency', priority: 'emergency', team: entry.team },
    remember: { alarm: { intent, at: kit.clock.now().toISOString() }, waitingNoted: false },
  }
}

/** Also used where nothing else works: it needs the files in memory and nothing more. */
export function instructionOf(
  voice: Voice,
  entry: KnowledgeEntry,
  intent: EmergencyIntent,
): { text: string; steps: string[]; phones: Phone[] } {
  const text = voice.answer(entry)
  const steps = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return { text, steps, phones: PHONES[intent].flatMap((key) => voice.phone(key) ?? []) }
}
