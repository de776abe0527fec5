// FIPS 180-4: the first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8.
const primes = []
for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime)) primes.push(n)
const fraction = root => ((root - Math.floor(root)) * 2 ** 32) | 0
const K = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)))
const H = Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)))

/** SHA-256 of what comes piece by piece, so that a file of any size needs no more memory than a piece of it. */
export class Sha256 {
  constructor() {
    this.state = H.slice()
    this.words = new Int32Array(64)
    this.rest = new Uint8Array(64)
    this.held = 0
    this.length = 0
  }

  update(bytes) {
    this.length += bytes.length
    let at = 0
    if (this.held) {
      at = Math.min(64 - this.held, bytes.length)
      this.rest.set(bytes.subarray(0, at), this.held)
      this.held += at
      if (this.held < 64) return this
      this.blocks(this.rest, 0, 64)
      this.held = 0
    }
    const whole = at + ((bytes.length - at) & ~63)
    this.blocks(bytes, at, whole)
    this.rest.set(bytes.subarray(whole))
    this.held = bytes.length - whole
    return this
  }

  blocks(bytes, from, until) {
    const w = this.words, s = this.state
    for (; from < until; from += 64) {
      for (let i = 0, at = from; i < 16; i++, at += 4) w[i] = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]
      for (let i = 16; i < 64; i++) {
        const x = w[i - 15], y = w[i - 2]
        w[i] = (w[i - 16] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + w[i - 7] + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10)) | 0
      }
      let a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7]
      for (let i = 0; i < 64; i++) {
        const one = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (g ^ e & (f ^ g)) + K[i] + w[i]) | 0
        const two = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c)) | 0
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0
      }
      s[0] += a; s[1] += b; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h
    }
  }

  /** In hexadecimal; nothing can be added any more. */
  hex() {
    const bits = this.length * 8
    const end = new Uint8Array(this.held < 56 ? 64 : 128)
    end.set(this.rest.subarray(0, this.held))
    end[this.held] = 0x80
    const view = new DataView(end.buffer)
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32))
    view.setUint32(end.length - 4, bits >>> 0)
    this.blocks(end, 0, end.length)
    return Array.from(this.state, word => (word >>> 0).toString(16).padStart(8, "0")).join("")
  }
}

const PIECE = 4 << 20

/** SHA-256 of a file, read piece by piece; `told` hears how much is done, `stopped` is asked whether to go on. */
export async function sha256(file, told = () => {}, stopped = () => false) {
  const hash = new Sha256()
  for (let at = 0; at < file.size; at += PIECE) {
    if (stopped()) return null
    hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()))
    told(Math.min(at + PIECE, file.size) / file.size)
  }
  return hash.hex()
}
