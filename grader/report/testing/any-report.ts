import fc from 'fast-check';
import { z } from 'zod';
import { type Report, reportSchema } from '../../model/report.ts';

// For the tests only: whatever the schema allows.

type Schema = z.core.JSONSchema.JSONSchema;

const markup = fc.constantFrom(
  '<b>',
  '</pre>',
  '"',
  "' onload='",
  '&lt;',
  '{{x}}',
  '{{{',
  '=1+1',
  '\u202e',
  '\u001b[2J',
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.oneof(markup, fc.string({ maxLength: 5 })), { maxLength: 6 }).map((parts) => parts.join('')),
);

export const anyReport = arbitraryOf(z.toJSONSchema(reportSchema, { io: 'input' })) as fc.Arbitrary<Report>;

function arbitraryOf(schema: Schema | boolean): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.jsonValue();
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(arbitraryOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(arbitraryOf(schema.items as Schema), { minLength: schema.minItems ?? 0, maxLength: 3 });
    case 'string':
      return schema.pattern ? fc.stringMatching(new RegExp(schema.pattern)) : text;
    case 'integer':
      return fc.integer({ min: atLeast(schema) });
    case 'number':
      return fc.double({ min: atLeast(schema), max: 1e6, noNaN: true });
    default:
      throw new Error(`the schema has what no report had before: ${JSON.stringify(schema)}`);
  }
}

function objectOf({ properties, required, additionalProperties }: Schema): fc.Arbitrary<unknown> {
  if (!properties) return fc.dictionary(text, arbitraryOf(additionalProperties ?? true), { maxKeys: 3 });
  const parts = Object.entries(properties).map(([name, part]) => [name, arbitraryOf(part)] as const);
  return fc.record(Object.fromEntries(parts), { requiredKeys: required ?? [], noNullPrototype: true });
}

function atLeast({ minimum, exclusiveMinimum }: Schema): number {
  return typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : (minimum ?? -1e6);
}
