const TONES_HZ = [660, 880]
const TONE_S = 0.12
/** Of full volume: to be heard, not to startle. */
const VOLUME = 0.2

let context: AudioContext | undefined

/** Two short tones. Browsers let a page sound only after a click in it; before that they stay away. */
export function chime(): void {
  context ??= new AudioContext()
  const { currentTime, destination } = context
  void context.resume()
  for (const [index, hertz] of TONES_HZ.entries()) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    const start = currentTime + index * TONE_S
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(VOLUME, start)
    volume.gain.exponentialRampToValueAtTime(0.001, start + TONE_S)
    tone.connect(volume).connect(destination)
    tone.start(start)
    tone.stop(start + TONE_S)
  }
}
