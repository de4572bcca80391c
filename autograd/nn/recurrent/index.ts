export { GRUCell, type GRUCellOptions } from './gru-cell.ts';
export { LSTMCell, type LSTMCellOptions } from './lstm-cell.ts';
export { type Nonlinearity, RNNCell, type RNNCellOptions } from './rnn-cell.ts';
export { carry, type HiddenState, type LstmState } from './state.ts';
