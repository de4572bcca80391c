import type { Encoded } from '../../decode.ts';

/** An RNN, LSTM or GRU operator, with time in front. */
export interface OnnxRnn {
  cell: 'rnn' | 'lstm' | 'gru';
  onnx: {
    attrs: Attributes;
    /** X [T, N, I], W [D, G·H, I], R [D, G·H, H], B [D, 2·G·H], P [D, 3·H], states [D, N, H]; D directions. */
    inputs: Record<string, Encoded>;
    /** Y [T, D, N, H], 0 behind the end of a sequence; Y_h and Y_c [D, N, H]. */
    outputs: Record<string, Encoded>;
  };
}

export interface Attributes {
  direction: 'forward' | 'reverse' | 'bidirectional';
  hidden_size: number;
  activations?: string[];
  activation_alpha?: number[];
  activation_beta?: number[];
  clip?: number;
  input_forget?: number;
  linear_before_reset?: number;
}
