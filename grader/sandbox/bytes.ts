/** More bytes were asked for than there are, or more than may be sent. */
export class ByteLimitError extends RangeError {}

/** Appends little-endian numbers and text to a buffer that grows, up to a limit. */
export class ByteWriter {
  bytes = new Uint8Array(1024);
  length = 0;
  private view = new DataView(this.bytes.buffer);
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  clear(): void {
    this.length = 0;
  }

  byte(value: number): void {
    const at = this.claim(1);
    this.bytes[at] = value;
  }

  uint32(value: number): void {
    const at = this.claim(4);
    this.view.setUint32(at, value, true);
  }

  float64(value: number): void {
    const at = this.claim(8);
    this.view.setFloat64(at, value, true);
  }

  /** Length, then UTF-16 code units: every string survives, lone surrogates too. */
  text(value: string): void {
    this.uint32(value.length);
    const start = this.claim(2 * value.length);
    for (let i = 0; i < value.length; i++) this.view.setUint16(start + 2 * i, value.charCodeAt(i), true);
  }

  /** Overwrites four bytes that were written before. */
  patchUint32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  /** Room for so many bytes; `bytes` and `view` may be new ones afterwards. */
  private claim(count: number): number {
    const start = this.length;
    const end = start + count;
    if (end > this.limit) throw new ByteLimitError(`more than ${this.limit} bytes`);
    if (end > this.bytes.length) this.grow(end);
    this.length = end;
    return start;
  }

  private grow(needed: number): void {
    const bytes = new Uint8Array(Math.min(this.limit, Math.max(needed, 2 * this.bytes.length)));
    bytes.set(this.bytes);
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}

/** Few enough to be arguments of one call. */
const UNITS_AT_ONCE = 4096;

/** Reads what `ByteWriter` wrote, and refuses every count that the remaining bytes cannot hold. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.view.byteLength - this.at;
  }

  byte(): number {
    return this.view.getUint8(this.skip(1));
  }

  uint32(): number {
    return this.view.getUint32(this.skip(4), true);
  }

  float64(): number {
    return this.view.getFloat64(this.skip(8), true);
  }

  float64s(count: number): Float64Array {
    const start = this.skip(8 * this.fits(count, 8));
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++) values[i] = this.view.getFloat64(start + 8 * i, true);
    return values;
  }

  /** A count of items that need at least `size` bytes each. */
  count(size: number): number {
    return this.fits(this.uint32(), size);
  }

  fits(count: number, size: number): number {
    if (!(count * size <= this.left))
      throw new ByteLimitError(`${count} items of ${size} bytes in ${this.left} bytes`);
    return count;
  }

  text(longest: number): string {
    const count = this.count(2);
    if (count > longest)
      throw new ByteLimitError(`a text of ${count} characters, at most ${longest} are allowed`);
    const start = this.skip(2 * count);
    const units = new Uint16Array(count);
    for (let i = 0; i < count; i++) units[i] = this.view.getUint16(start + 2 * i, true);
    let text = '';
    for (let i = 0; i < count; i += UNITS_AT_ONCE)
      text += String.fromCharCode(...units.subarray(i, i + UNITS_AT_ONCE));
    return text;
  }

  private skip(count: number): number {
    if (count > this.left) throw new ByteLimitError(`${count} bytes wanted, ${this.left} left`);
    const start = this.at;
    this.at += count;
    return start;
  }
}
