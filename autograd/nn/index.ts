export { type Attention, attend } from './attention/attend.ts';
export type { Places } from './attention/places.ts';
export { ScaledDotProduct } from './attention/scaled-dot-product.ts';
export { sequenceMask } from './attention/sequence-mask.ts';
export { Dropout, dropout, dropoutMask } from './dropout.ts';
export { Embedding, type EmbeddingOptions, embedding } from './embedding.ts';
export { forgetGateBias } from './init/forget-gate-bias.ts';
export { type HeOptions, heNormal, heUniform } from './init/he.ts';
export { normal } from './init/normal.ts';
export { type OrthogonalOptions, orthogonal } from './init/orthogonal.ts';
export { uniform } from './init/uniform.ts';
export { type GainOptions, xavierNormal, xavierUniform } from './init/xavier.ts';
export { LayerNorm, type LayerNormOptions, layerNorm } from './layer-norm.ts';
export { Linear, type LinearOptions, linear } from './linear.ts';
export {
  type BCEOptions,
  BCEWithLogits,
  binaryCrossEntropyWithLogits,
} from './losses/bce-with-logits.ts';
export { CrossEntropyLoss, type CrossEntropyOptions, crossEntropy } from './losses/cross-entropy.ts';
export { MSELoss, mseLoss } from './losses/mse-loss.ts';
export { type ClassLossOptions, nllLoss } from './losses/nll-loss.ts';
export type { Reduction, ReductionOptions } from './losses/reduction.ts';
export { Module, type StateDict } from './module.ts';
export { type InitOptions, parameter } from './parameter.ts';
export * from './recurrent/index.ts';
export { type Decoded, Decoder, type DecoderOptions } from './seq2seq/decoder.ts';
export { type Encoded, Encoder, type EncoderOptions } from './seq2seq/encoder.ts';
export { EncoderDecoder, type ForcingOptions } from './seq2seq/encoder-decoder.ts';
export type { Generated, GenerateOptions } from './seq2seq/generate.ts';
export { Sequential, type Stage } from './sequential.ts';
export { softplus } from './softplus.ts';
