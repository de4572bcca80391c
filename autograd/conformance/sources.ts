import { checkBehaviour } from './behaviours.ts';
import type { Check } from './case.ts';
import { checkGradcheck } from './gradcheck.ts';
import { checkKerasOptimizer } from './keras-optimizers.ts';
import { checkOnnx } from './onnx.ts';
import { checkPytorch } from './pytorch.ts';
import { checkKeras } from './rnn/keras.ts';
import { checkPytorchModule } from './rnn/pytorch-modules.ts';
import { checkThirdParty } from './rnn/third-party.ts';
import { checkCs231n } from './train/cs231n.ts';
import { checkTfjs } from './train/tfjs.ts';
import { checkWpt } from './wpt.ts';

/** Which function checks the cases of which file: a new kind of file is one module and one line here. */
export const sources: Record<string, Check> = {
  'gradcheck/behaviours.json': checkBehaviour,
  'gradcheck/gradcheck_cases.json': checkGradcheck,
  'ops/onnx_ops.json': checkOnnx,
  'ops/pytorch_opinfo.json': checkPytorch,
  'ops/wpt_ops.json': checkWpt,
  'rnn/keras_masks_states.json': checkKeras,
  'rnn/pytorch_modules.json': checkPytorchModule,
  'rnn/third_party_rnn.json': checkThirdParty,
  'train/cs231n.json': checkCs231n,
  'train/keras_optimizers.json': checkKerasOptimizer,
  'train/tfjs_train.json': checkTfjs,
};
