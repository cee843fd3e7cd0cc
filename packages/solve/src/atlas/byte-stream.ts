/** Writes numbers to a growing run of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2³² − 1, seven bits a byte, the small ones first. */
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Whole numbers of either sign, near zero in one byte; runs of zeros as 0 and their length. */
  integers(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      this.varint(value >= 0 ? 2 * value : -2 * value - 1);
      if (value !== 0) continue;
      let run = 1;
      while (i + 1 < values.length && values[i + 1] === 0) {
        run++;
        i++;
      }
      this.varint(run);
    }
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.varint(bytes.length);
    for (const byte of bytes) this.byte(byte);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a `ByteWriter` wrote, in the same order. Throws RangeError where the bytes end too soon. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined)
      throw new RangeError(`The bytes end at ${this.#bytes.length}, before what they should hold.`);
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError(`No whole number ends before byte ${this.#at}.`);
  }

  integers(count: number): Int32Array {
    const values = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const code = this.varint();
      values[i] = code & 1 ? -((code + 1) / 2) : code / 2;
      if (code === 0) i += this.varint() - 1;
    }
    return values;
  }

  text(): string {
    const length = this.varint();
    const bytes = Uint8Array.from({ length }, () => this.byte());
    return new TextDecoder().decode(bytes);
  }
}
