import { describe, expect, test } from 'vitest';
import { classHtml } from './class-html.ts';
import { check, exercise, report } from './testing/build.ts';
import { classSample, unreadableSample } from './testing/class.ts';
import { everyKind, ordinary } from './testing/sample.ts';
import { withText } from './testing/smuggle.ts';
import { skeletonOf, tagsOf } from './testing/tags.ts';
import { everyVerdict } from './testing/verdicts.ts';

describe('classHtml', () => {
  test('the page is well-formed and links to the cards alone', () => {
    const tags = tagsOf(classHtml(classSample(), unreadableSample));
    const links = tags.filter((tag) => /\s(href|src)=/.test(tag));
    expect(links).toContain('<a href="./ada.html">');
    expect(links).toContain('<a href="./d%C3%B6rte.html">');
    expect(links.every((tag) => /^<a href="\.\/[^/":]+\.html">$/.test(tag))).toBe(true);
    expect(tags.some((tag) => tag.startsWith('<script'))).toBe(false);
  });

  test('the order of the reports does not show', () => {
    const [reports, unreadable] = [classSample(), unreadableSample];
    expect(classHtml(reports.toReversed(), unreadable.toReversed())).toBe(classHtml(reports, unreadable));
  });

  test('a class of nobody is a page', () => {
    const html = classHtml([], []);
    tagsOf(html);
    expect(html).toContain('No submission could be graded.');
    expect(html).not.toContain('NaN');
  });

  test('what a student wrote stays text', () => {
    const payload = `"><script>alert('1')</script>{{this}}`;
    const smuggle = (text: string) => text + payload;
    const [reports, unreadable] = [[ordinary(), everyKind()], unreadableSample];
    const html = classHtml(
      reports.map((each) => withText(each, smuggle)),
      unreadable.map(({ id, why }) => ({ id: smuggle(id), why: smuggle(why) })),
    );
    expect(skeletonOf(html)).toEqual(skeletonOf(classHtml(reports, unreadable)));
    expect(html).not.toContain(payload);
  });

  test.each(['javascript:alert(1)', '../../etc', '//evil.example', 'a b#c?d', 'lone \ud800'])(
    'a submission called %j links into its own folder',
    (id) => {
      const [link] = tagsOf(classHtml([ordinary(id)], [])).filter((tag) => tag.startsWith('<a '));
      const href = /href="([^"]*)"/.exec(link ?? '')?.[1] ?? '';
      expect(new URL(href, 'file:///out/class.html').href).toMatch(/^file:\/\/\/out\/[^/]+\.html$/);
    },
  );

  test('darker cells have fewer points', () => {
    const heats = [100, 99, 50, 10, 0].map((points) => {
      const cell = exercise('01-a', 'A', [check(everyVerdict.passed, { points, max: 100 })]);
      return /heat-\d(?=">)/.exec(classHtml([report('s', [cell])], []))?.[0];
    });
    expect(heats).toEqual(['heat-4', 'heat-3', 'heat-2', 'heat-1', 'heat-0']);
  });
});
