import { type TransformOptions, transform } from 'esbuild';

const OPTIONS: TransformOptions = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'silent',
  tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
};

/** The course's own code as a guest takes it, with the settings of `sandbox/transpile.ts`; no jail is needed for it. */
export async function compile(source: string): Promise<string> {
  return (await transform(source, OPTIONS)).code;
}

/** The same text for sources that say the same in other words, such as `(a)` and `a`; nothing when it does not compile. */
export async function meaning(source: string): Promise<string | undefined> {
  const short = { ...OPTIONS, minifySyntax: true, minifyWhitespace: true };
  return transform(source, short).then(
    ({ code }) => code,
    () => undefined,
  );
}
