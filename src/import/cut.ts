/** Bytes that are cut out of a stream, from a place in one chunk to one in the same or a later chunk. */
export class Cut {
  #pieces: Uint8Array[] = []
  #length = 0
  /** Where it begins in the chunk at hand; -1 while nothing is cut out. */
  #from = -1

  begin(at: number): void {
    this.#from = at
  }

  /** To be called before a chunk is left; returns how many bytes are kept by now. */
  leave(chunk: Uint8Array): number {
    if (this.#from < 0) return 0
    this.#keep(chunk, chunk.length)
    this.#from = 0
    return this.#length
  }

  /** What was cut out, up to a place in the chunk at hand. */
  end(chunk: Buffer, at: number): string {
    const from = this.#from
    this.#from = -1
    if (this.#length === 0) return chunk.toString('utf8', from, at)
    this.#from = from
    this.#keep(chunk, at)
    const text = Buffer.concat(this.#pieces).toString('utf8')
    this.#pieces = []
    this.#length = 0
    this.#from = -1
    return text
  }

  /** A copy, since a chunk may be overwritten once it was read. */
  #keep(chunk: Uint8Array, to: number): void {
    this.#pieces.push(Buffer.from(chunk.subarray(this.#from, to)))
    this.#length += to - this.#from
  }
}
