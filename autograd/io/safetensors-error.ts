/** Bytes that are no safetensors file, or tensors that cannot become one. */
export class SafetensorsError extends RangeError {
  override name = 'SafetensorsError';
}
