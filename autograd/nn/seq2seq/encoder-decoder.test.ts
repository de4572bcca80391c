import { describe, expect, it } from 'vitest';
import { argmax, seededRng, slice, sum, type Tensor, tensor } from '#autograd';
import { gradcheck } from '#autograd/check';
import { crossEntropy, Decoder, type DecoderOptions, Encoder, EncoderDecoder } from '#autograd/nn';
import { expectClose, expectCloseStates } from '../recurrent/testing/close.ts';
import { ofParameters } from '../testing/of-parameters.ts';

const [BOS, EOS, PAD] = [0, 1, -100];
const source = [
  [2, 3, 4],
  [5, 0, 0],
];
const lengths = [3, 1];
const target = [
  [BOS, 3, 2, 4],
  [BOS, 2, 2, 0],
];

type Options = Omit<DecoderOptions, 'rng'> & { bidirectional?: boolean };

function modelOf({ bidirectional, attention, ...options }: Options = {}): EncoderDecoder {
  const rng = seededRng(1);
  const encoder = new Encoder(6, 2, 4, { ...options, rng, bidirectional });
  return new EncoderDecoder(encoder, new Decoder(5, 3, 4, { ...options, rng, attention }));
}

const variants: Options[] = [
  {},
  { attention: false },
  { bidirectional: true, numLayers: 2 },
  { cell: 'lstm', bidirectional: true },
  { cell: 'rnn' },
];

describe.each(variants)('an encoder–decoder %o', (options) => {
  const model = modelOf(options);

  it('has the right gradients', () => {
    const one = modelOf(options);
    const [read, written] = [tensor([2, 3, 5, 0]).reshape([2, 2]), tensor([BOS, 3, BOS, 0]).reshape([2, 2])];
    const logits = () => one.forward(read, [2, 1], written).reshape([4, 5]);
    const loss = () => crossEntropy(logits(), [3, EOS, EOS, PAD]);
    const { f, numbers } = ofParameters(one, loss);
    expect(gradcheck(f, [numbers], { entries: 3 })).toMatchObject({ verdict: 'pass' });
  });

  it('does not see what stands behind the lengths, nor how much', () => {
    const logits = model.forward(source, lengths, target);
    const padded = [
      [2, 3, 4, 1, 5],
      [5, 3, 2, 2, 2],
    ];
    expectClose(model.forward(padded, lengths, target), logits, 1e-15);
    const alone = model.forward([[5]], undefined, [target[1]]);
    expectClose(alone.select(0, 0), logits.select(0, 1), 1e-15);
  });

  it('gives forced step by step what it gives at once', () => {
    const forced = model.forward(source, lengths, target, { forcing: () => true });
    expectClose(forced, model.forward(source, lengths, target), 1e-15);
  });

  it('does not see the target without forcing, but for its beginning', () => {
    const free = { forcing: () => false };
    const others = [
      [BOS, 1, 1, 1],
      [BOS, 4, 3, 1],
    ];
    const logits = model.forward(source, lengths, target, free);
    expectClose(model.forward(source, lengths, others, free), logits, 0);
    expect(model.forward(source, lengths, others).toArray()).not.toEqual(logits.toArray());
  });

  it('generates what it expects without forcing', () => {
    const { ids } = model.generate(source, lengths, { bos: BOS, eos: 99, maxLength: 4 });
    const logits = model.forward(source, lengths, target, { forcing: () => false });
    expect(ids).toEqual(argmax(logits, 2).toArray());
  });
});

describe('attention', () => {
  it('looks at all that was read and nothing else', () => {
    const { weights } = modelOf().generate(source, lengths, { bos: BOS, eos: 99, maxLength: 2 });
    expectClose(
      sum(weights as Tensor, -1),
      [
        [1, 1],
        [1, 1],
      ],
      1e-15,
    );
    expect(
      slice(weights as Tensor, 2, 1, 3)
        .select(0, 1)
        .toArray(),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(weights?.requiresGrad).toBe(false);
  });

  it('is left out where it is not wanted', () => {
    const model = modelOf({ attention: false });
    expect(model.decoder.combination).toBeNull();
    expect(model.generate(source, lengths, { bos: BOS, eos: EOS, maxLength: 2 }).weights).toBeNull();
  });
});

describe('generate', () => {
  const favouring = (ids: number[]) => {
    const model = modelOf();
    const bias = tensor([0, 1, 2, 3, 4].map((id) => (ids.includes(id) ? 9 : -9)));
    return model.loadStateDict({ ...model.stateDict(), 'decoder.output.bias': bias });
  };

  it('ends a row before eos, and all when the last row has ended', () => {
    const { ids, weights } = favouring([EOS]).generate(source, lengths, { bos: BOS, eos: EOS, maxLength: 5 });
    expect(ids).toEqual([[], []]);
    expect(weights?.shape).toEqual([2, 1, 3]);
  });

  it('ends where no end comes', () => {
    const { ids } = favouring([3]).generate(source, lengths, { bos: BOS, eos: EOS, maxLength: 3 });
    expect(ids).toEqual([
      [3, 3, 3],
      [3, 3, 3],
    ]);
  });

  it('gives each row what it gives it alone', () => {
    const options = { bos: BOS, eos: EOS, maxLength: 8 };
    const model = favouring([EOS, 2, 3]);
    const alone = [[2, 3, 4], [5]].map((one) => model.generate([one], undefined, options).ids[0]);
    expect(model.generate(source, lengths, options).ids).toEqual(alone);
  });

  it('refuses to write nothing', () => {
    const none = () => modelOf().generate(source, lengths, { bos: BOS, eos: EOS, maxLength: 0 });
    expect(none).toThrow('generate: maxLength is 0.');
  });
});

describe('an encoder', () => {
  it('that reads both ways gives features and states of the size that was asked for', () => {
    const encoder = new Encoder(6, 2, 4, { rng: seededRng(1), bidirectional: true, numLayers: 2 });
    const { output, state } = encoder.forward(source, lengths);
    expect([output.shape, state.h.shape]).toEqual([
      [2, 3, 4],
      [2, 2, 4],
    ]);
    // forwards a sequence ends at its length, backwards at its beginning
    const last = state.h.select(0, 1);
    const [there, back] = [output.select(1, 2).select(0, 0), output.select(1, 0).select(0, 0)];
    expectClose(slice(last.select(0, 0), 0, 0, 2), slice(there, 0, 0, 2), 0);
    expectClose(slice(last.select(0, 0), 0, 2, 4), slice(back, 0, 2, 4), 0);
  });

  it('has no odd size for two directions', () => {
    const odd = () => new Encoder(6, 2, 3, { rng: seededRng(1), bidirectional: true });
    expect(odd).toThrow('Encoder: hiddenSize 3 has no half for each of two directions.');
  });

  it('takes a batch of ids that there are', () => {
    const encoder = new Encoder(6, 2, 4, { rng: seededRng(1) });
    expect(() => encoder.forward([1, 2])).toThrow('Encoder: ids are [2], not [N, T].');
    expect(() => encoder.forward([[1, 6]])).toThrow('there is no row 6, which stands at [0, 1]');
  });
});

describe('a decoder', () => {
  it('goes on where it ended', () => {
    const { encoder, decoder } = modelOf();
    const encoded = encoder.forward(source, lengths);
    const whole = decoder.forward(target, encoded);
    const begun = decoder.forward(slice(tensor(target), 1, 0, 2), encoded);
    const ended = decoder.forward(slice(tensor(target), 1, 2, 4), encoded, begun.state);
    expectClose(ended.logits, slice(whole.logits, 1, 2, 4), 1e-15);
    expectCloseStates(ended.state, whole.state, 1e-15);
  });

  it('in float32 stays so', () => {
    const rng = seededRng(1);
    const options = { rng, dtype: 'float32' } as const;
    const model = new EncoderDecoder(new Encoder(6, 2, 4, options), new Decoder(5, 3, 4, options));
    expect(model.forward(source, lengths, target, { forcing: (step) => step > 2 }).dtype).toBe('float32');
  });
});
