// A service whose requests use CPU time: node order-service.mjs PORT ENCODING
//   ENCODING  the amount of work that `encode` does per request; `parse`, `price` and `render` do 200 each
import { createServer } from 'node:http'

const [port, encoding] = process.argv.slice(2).map(Number)
let state = 1

function parse(x) {
  for (let i = 0; i < 200_000; i += 1) x = (Math.imul(x ^ (x >>> 13), 0x9e3779b1) + i) | 0
  return x
}
function price(x) {
  for (let i = 0; i < 200_000; i += 1) x = (Math.imul(x ^ (x >>> 11), 0x85ebca6b) + i) | 0
  return x
}
function render(x) {
  for (let i = 0; i < 200_000; i += 1) x = (Math.imul(x ^ (x >>> 15), 0xc2b2ae35) + i) | 0
  return x
}
function encode(x) {
  for (let i = 0; i < encoding * 1000; i += 1) x = (Math.imul(x ^ (x >>> 7), 0x27d4eb2f) + i) | 0
  return x
}

createServer((_, response) => {
  state = parse(state)
  state = price(state)
  state = render(state)
  state = encode(state)
  response.end(JSON.stringify({ work: 600 + encoding, state }))
}).listen(port, '127.0.0.1')
