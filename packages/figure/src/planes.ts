/**
 * Numbers laid out so that a general compressor does well with them: each column on its own, as differences from the number
 * before, small ones of either sign folded to small ones, low bytes apart from high bytes.
 */
export class PlaneWriter {
  private readonly chunks: Uint8Array[] = [];

  bytes(values: ArrayLike<number>): void {
    this.chunks.push(Uint8Array.from(values));
  }

  /** Whole numbers whose differences fit 16 bits once folded: −32768…32767. */
  differences(values: ArrayLike<number>): void {
    const low = new Uint8Array(values.length);
    const high = new Uint8Array(values.length);
    let before = 0;
    for (let i = 0; i < values.length; i++) {
      // modulo 2¹⁶, so that a jump across the whole range wraps around
      const difference = ((values[i]! - before) << 16) >> 16;
      const folded = (difference << 1) ^ (difference >> 31);
      low[i] = folded & 255;
      high[i] = (folded >> 8) & 255;
      before = values[i]!;
    }
    this.chunks.push(low, high);
  }

  /** Whole numbers −128…127, a byte each. */
  smallDifferences(values: ArrayLike<number>): void {
    let before = 0;
    this.bytes(
      Array.from(values, (value) => {
        const difference = ((value - before) << 24) >> 24;
        before = value;
        return ((difference << 1) ^ (difference >> 31)) & 255;
      }),
    );
  }

  join(): Uint8Array {
    const all = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

/** Reads back what a `PlaneWriter` wrote, in the same order. */
export class PlaneReader {
  private readonly source: Uint8Array;
  private at: number;

  constructor(source: Uint8Array, at: number) {
    this.source = source;
    this.at = at;
  }

  bytes(count: number): Uint8Array {
    const from = this.at;
    this.at += count;
    return this.source.subarray(from, this.at);
  }

  smallDifferences(count: number): Int8Array {
    let before = 0;
    return Int8Array.from(this.bytes(count), (folded) => {
      before = ((before + ((folded >>> 1) ^ -(folded & 1))) << 24) >> 24;
      return before;
    });
  }

  /** Values as unsigned 16-bit numbers, or as signed ones. */
  differences(count: number, signed = false): Int32Array {
    const low = this.bytes(count);
    const high = this.bytes(count);
    const values = new Int32Array(count);
    let before = 0;
    for (let i = 0; i < count; i++) {
      const folded = low[i]! | (high[i]! << 8);
      const difference = (folded >>> 1) ^ -(folded & 1);
      before = signed ? ((before + difference) << 16) >> 16 : (before + difference) & 65535;
      values[i] = before;
    }
    return values;
  }
}
