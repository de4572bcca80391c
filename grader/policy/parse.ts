import { ts } from 'ts-morph';

/** A purely syntactic reading of one file: no types, no other files. Syntax errors are left to the compiler. */
export function parse(text: string): ts.SourceFile {
  const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  return ts.createSourceFile(
    'submission.ts',
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode },
    true,
  );
}

/** The parser keeps what it was at when it is interrupted, and would read the next student's file by it. */
export function forgetInterruptedParse(): void {
  parse('');
}
