/** What kernels read and write. */
export type Floats = Float64Array | Float32Array;
