import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportJsonSchema } from './schema.ts';

describe('reportJsonSchema', () => {
  const schema = reportJsonSchema();

  test('names itself', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:gradschool:report:v1',
      title: 'gradschool report, version 1',
    });
  });

  test('is plain JSON, the same each time', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(reportJsonSchema());
  });

  test('asks for every part of a report', () => {
    expect(schema.required).toEqual(Object.keys(schema.properties ?? {}));
    expect(schema.required).toContain('exercises');
  });

  test('is what docs/ publishes (vitest -u writes it anew)', async () => {
    const published = path.join(import.meta.dirname, '../../docs/report.schema.json');
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(published);
  });
});
