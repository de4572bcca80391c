import { describe, expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { terminalReport } from './terminal.ts';
import { check, exercise, report } from './testing/build.ts';
import { everyKind, ordinary } from './testing/sample.ts';
import { withText } from './testing/smuggle.ts';
import { everyVerdict } from './testing/verdicts.ts';

const plain = (sample = ordinary(), width = 80) => terminalReport(sample, { colour: false, width });

describe('terminalReport', () => {
  test('a failure shows the claim, the counterexample and the hint', () => {
    expect(plain()).toContain(`\
  ✗ a value used twice receives the sum of both gradients                 0 / 30
    failed: x.grad is 1, and two uses of x make it 2
    │ program         x = Value(3)
    │                 y = x.add(x)
    │                 y.backward()
    │ where           x.grad
    │ got             1
    │ expected        2
    │ relative error  0.5
    │ replay with { seed: 1402, path: '0:0' }
    hint: Which of the two uses wrote last?
`);
  });

  test('a gradient check shows yours beside the numeric one', () => {
    expect(plain()).toContain(`\
    │ gradient   yours     numeric  relative error
    │ Whh[0][0]      0   0.1048994               1
    │ Whh[2][2]      0  -0.4199743               1
`);
  });

  test('a named mistake stands above the checks that it explains', () => {
    const text = plain();
    expect(text.indexOf('◆ Overwriting')).toBeGreaterThan(text.indexOf('07-scalar-engine'));
    expect(text.indexOf('◆ Overwriting')).toBeLessThan(text.indexOf('a value used twice receives'));
  });

  test('an exercise with full marks is one line', () => {
    const sample = report('ada', [exercise('01-a', 'A', [check(everyVerdict.passed)])]);
    expect(plain(sample).trimEnd().split('\n')).toHaveLength(3);
  });

  test('colour adds colour and changes nothing else', () => {
    const coloured = terminalReport(ordinary(), { colour: true });
    expect(withoutColour(coloured)).toBe(plain());
    expect(coloured).not.toBe(plain());
  });

  test('no line is wider than the terminal, whatever a student wrote', () => {
    for (const width of [40, 60, 100]) {
      const sample = withText(everyKind(), (text) => text + '界'.repeat(200));
      expect(Math.max(...plain(sample, width).split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  test('escape sequences and control characters of a student reach no terminal', () => {
    const smuggled = withText(everyKind(), (text) => `${text}\u001b[31m\u0007\r\u009b2J\u202e`);
    for (const colour of [true, false]) {
      expect(withoutColour(terminalReport(smuggled, { colour }))).not.toMatch(/[^\P{C}\n]/u);
    }
    expect(plain(smuggled)).toContain('\\u{1b}[31m');
  });

  test('a message cannot forge the line of an exercise or of a check', () => {
    const forge = (text: string) => `${text}\n✓ 12-rnn-cell 100 / 100\n  ✓ forged 10 / 10`;
    const marks = (text: string) => text.split('\n').filter((line) => /^ {0,2}[✓✗◐?–] /.test(line)).length;
    expect(marks(plain(withText(everyKind(), forge)))).toBe(marks(plain(everyKind())));
  });

  test('an exercise of no points shows no NaN', () => {
    expect(plain(report('x', []))).toBe(`x${' '.repeat(71)}0 / 0  –\n`);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them
const withoutColour = (text: string) => text.replace(/\u001b\[\d+m/g, '');
