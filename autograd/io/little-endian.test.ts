import { expect, it } from 'vitest';
import { copyNumbers } from './little-endian.ts';

it('on a machine with the highest byte first the bytes of each number are turned round, either way', () => {
  const bigEndian = new Uint8Array(16);
  new DataView(bigEndian.buffer).setFloat64(0, Math.PI, false);
  new DataView(bigEndian.buffer).setFloat64(8, -1, false);
  const file = new Uint8Array(16);
  copyNumbers(bigEndian, file, 8, true);
  expect([0, 8].map((at) => new DataView(file.buffer).getFloat64(at, true))).toEqual([Math.PI, -1]);
  const back = new Uint8Array(16);
  copyNumbers(file, back, 8, true);
  expect(back).toEqual(bigEndian);
});
