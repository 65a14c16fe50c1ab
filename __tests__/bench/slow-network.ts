import { env } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/* Preloaded into the program that is measured: every request takes LATENCY_MS longer, as it does over the internet. */

const send = globalThis.fetch

globalThis.fetch = async (input, init) => {
  await sleep(Number(env.LATENCY_MS))
  return await send(input, init)
}
