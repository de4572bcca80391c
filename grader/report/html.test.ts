import { describe, expect, test } from 'vitest';
import { cardHtml } from './html.ts';
import { check, exercise, report } from './testing/build.ts';
import { everyKind, ordinary } from './testing/sample.ts';
import { withText } from './testing/smuggle.ts';
import { skeletonOf, tagsOf } from './testing/tags.ts';
import { everyVerdict } from './testing/verdicts.ts';
import { verdictWords } from './verdict-words.ts';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><svg onload=alert(1)>',
  '{{constructor}} {{{this}}} {{> card.css}}',
  '&lt;b&gt; &amp;',
];

describe('cardHtml', () => {
  test.each([
    ['an ordinary evening', ordinary()],
    ['every kind of verdict', everyKind()],
    ['no exercises', report('empty', [])],
  ])('the card of %s is well-formed and loads nothing', (_, sample) => {
    const tags = tagsOf(cardHtml(sample));
    const [head] = tags.filter((tag) => tag.includes('Content-Security-Policy'));
    expect(head).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(tags.filter((tag) => /^<(script|link|img|iframe|object)|\ssrc=|href="[^#]/.test(tag))).toEqual([]);
  });

  test.each(PAYLOADS)('%s stays text wherever a student could write it', (payload) => {
    for (const sample of [ordinary(), everyKind()]) {
      const html = cardHtml(withText(sample, (text) => text + payload));
      expect(skeletonOf(html)).toEqual(skeletonOf(cardHtml(sample)));
      expect(body(html)).not.toContain(payload);
    }
  });

  test('every kind of verdict is told in words', () => {
    const text = textOf(cardHtml(everyKind()));
    for (const verdict of Object.values(everyVerdict)) {
      const { label, sentence } = verdictWords(verdict);
      expect(text).toContain(verdict.kind === 'passed' ? label : sentence);
    }
  });

  test('a failure shows input, place, answer, expectation and what replays it', () => {
    const text = textOf(cardHtml(everyKind()));
    for (const part of ['[[0.5, -1]]', '[0][2]', '0.7615941559557649', '0.9640275800758169', '0.21']) {
      expect(text).toContain(part);
    }
    expect(text).toContain("{ seed: -1819281, path: '0:2:1' }");
  });

  test('a gradient check shows yours beside the numeric one', () => {
    const row = /Whh\[2\]\[2\].*?<\/tr>/s.exec(cardHtml(ordinary()))?.[0] ?? '';
    expect(textOf(row)).toMatch(/Whh\[2\]\[2\]\s*0\s*-0\.4199743\s*1/);
  });

  test('a named mistake comes with its explanation and the evidence', () => {
    const text = textOf(cardHtml(ordinary()));
    expect(text).toContain('Overwriting the gradient instead of adding to it');
    expect(text).toContain('its gradient is the sum over both');
    expect(text).toContain('on 40 of 40 inputs');
  });

  test('an exercise without a file says so once', () => {
    const text = textOf(cardHtml(ordinary()));
    expect(text.split('rnnStep is still the stub')).toHaveLength(2);
  });

  test('a passed check is a line without its hint', () => {
    const passed = report('p', [
      exercise('01-a', 'A', [check(everyVerdict.passed, { hint: 'never needed' })]),
    ]);
    expect(cardHtml(passed)).not.toContain('never needed');
  });

  test('lines that a student wrote keep their own indentation', () => {
    const message = 'first\n    second\nthird';
    const html = cardHtml(report('x', [exercise('01-a', 'A', [check({ ...everyVerdict.threw, message })])]));
    expect(html).toContain(`TypeError: ${message}`);
  });

  test('an exercise of no points shows no NaN', () => {
    const html = cardHtml(report('x', [exercise('01-a', 'A', [check(everyVerdict.passed, { max: 0 })])]));
    expect(html).not.toContain('NaN');
  });

  test('the same report gives the same bytes', () => {
    expect(cardHtml(ordinary())).toBe(cardHtml(ordinary()));
  });
});

const body = (html: string) => html.slice(html.indexOf('</style>') + '</style>'.length);

const textOf = (html: string) =>
  body(html.includes('</style>') ? html : `</style>${html}`)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
