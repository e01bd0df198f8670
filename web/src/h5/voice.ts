// The browser's own voice and ear, where it has them.
import { onUnmounted, ref } from 'vue'

export const canSpeak = typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'

/** Reads aloud, sentence by sentence, until it is done, stopped or the page is left. */
export function useReading() {
  const reading = ref(false)
  // Replaced by every start and stop, so that an utterance that ends late does not speak for the next.
  let turn = 0
  const stop = () => {
    turn++
    reading.value = false
    if (canSpeak) speechSynthesis.cancel()
  }
  const read = (sentences: string[], language: string) => {
    stop()
    if (!canSpeak || !sentences.length) return
    const mine = turn
    reading.value = true
    sentences.forEach((sentence, i) => {
      // One utterance for all falls silent after 15 seconds in some browsers.
      const said = new SpeechSynthesisUtterance(sentence)
      said.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
      said.rate = 0.9
      said.onend = () => { if (mine === turn && i === sentences.length - 1) reading.value = false }
      said.onerror = () => { if (mine === turn) reading.value = false }
      speechSynthesis.speak(said)
    })
  }
  onUnmounted(stop)
  return { reading, read, stop }
}

interface Recognition {
  lang: string; continuous: boolean; interimResults: boolean
  onresult: (event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void
  onerror: (event: { error: string }) => void
  onend: () => void
  start(): void
  stop(): void
  abort(): void
}
const Recognizer = ((globalThis as Record<string, unknown>).SpeechRecognition ?? (globalThis as Record<string, unknown>).webkitSpeechRecognition) as (new () => Recognition) | undefined

/** Speech to text: `heard` gets what is certain, `maybe` shows what is not yet. */
export function useDictation(heard: (text: string) => void) {
  const listening = ref(false)
  const maybe = ref('')
  const trouble = ref('')
  let ear: Recognition | undefined
  const stop = () => ear?.stop()
  const start = (language: string) => {
    if (!Recognizer || listening.value) return
    trouble.value = ''
    ear = new Recognizer()
    ear.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
    ear.continuous = true
    ear.interimResults = true
    ear.onresult = (event) => {
      maybe.value = ''
      for (let i = event.resultIndex; i < event.results.length; i++) {
        const result = event.results[i]!
        if (result.isFinal) heard(result[0]!.transcript)
        else maybe.value += result[0]!.transcript
      }
    }
    ear.onerror = (event) => { if (event.error !== 'aborted' && event.error !== 'no-speech') trouble.value = event.error }
    ear.onend = () => { listening.value = false; maybe.value = '' }
    try {
      ear.start()
      listening.value = true
    } catch {
      trouble.value = 'start'
    }
  }
  onUnmounted(() => ear?.abort())
  return { can: !!Recognizer, listening, maybe, trouble, start, stop }
}
