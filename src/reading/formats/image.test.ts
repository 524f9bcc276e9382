import { expect, test } from 'vitest';
import { readImage } from './image.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000500000002d00800000000', 'hex');

test('the size of a picture is a property', async () => {
  expect((await readImage(new Uint8Array(PNG))).properties.pixels).toBe('1280x720');
});

test('a picture cut off before its size is damaged', async () => {
  await expect(readImage(new Uint8Array(PNG.subarray(0, 14)))).rejects.toThrow('damaged');
});
