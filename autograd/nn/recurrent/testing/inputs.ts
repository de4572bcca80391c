import { tensor } from '#autograd';

/** What PyTorch 1.13 was given for the numbers in the tests of the cells: N = 2, I = 3, H = 2. */
export const X = tensor([
  [0.5, -1, 0.25],
  [2, 0, -0.75],
]);
export const H = tensor([
  [0.1, -0.2],
  [0.3, 0.4],
]);
export const C = tensor([
  [-0.5, 0.6],
  [0.7, -0.8],
]);
